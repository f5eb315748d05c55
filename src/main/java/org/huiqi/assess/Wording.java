package org.huiqi.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiqi.engine.condition.Bounds;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.engine.condition.Ref;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Evidence;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Truth;

/** Puts a condition into words, with the figures of a profile on both sides. */
public final class Wording {
    private static final String YEAR = "年";
    private static final int MOST_DECIMALS = 6;
    private final Lang lang;
    private final Function<Ref, Optional<Object>> values;

    /** {@code values}: what the profile answers; ask for nothing and the rule itself is worded. */
    public Wording(Lang lang, Function<Ref, Optional<Object>> values) {
        this.lang = lang;
        this.values = values;
    }

    Evidence evidence(Condition condition, String subject, Truth truth) {
        if (condition instanceof Condition.Comparison c) {
            return ratio(c, subject, truth).orElseGet(() -> comparison(c, subject, truth));
        }
        if (condition instanceof Condition.Membership m) {
            String members = m.members().stream().map(this::expression).collect(Collectors.joining(zh() ? "、" : ", "));
            return new Evidence(
                    subject,
                    expression(m.value()),
                    m.negated() ? word("不属于", "not in") : word("属于", "in"),
                    members,
                    truth);
        }
        if (condition instanceof Condition.Matches m) {
            return new Evidence(subject, field(m.text()), word("符合格式", "matches"), m.regex(), truth);
        }
        if (condition instanceof Condition.Contains c) {
            return new Evidence(
                    subject,
                    field(c.list()),
                    c.negated() ? word("不含", "lacks") : word("包含", "contains"),
                    c.member(),
                    truth);
        }
        boolean present = condition instanceof Condition.HasPrevious p && p.present();
        return new Evidence(subject, word("上一期", "previous period"), word("是否存在", "exists"), bool(present), truth);
    }

    private Evidence comparison(Condition.Comparison c, String subject, Truth truth) {
        return new Evidence(
                subject, side(c.left(), c.right()), operator(c.operator()), side(c.right(), c.left()), truth);
    }

    /** {@code a * 100 > b * 50} reads as a share: a ÷ b ≈ 50.99% > 50%. */
    private Optional<Evidence> ratio(Condition.Comparison c, String subject, Truth truth) {
        return Share.of(c).map(s -> {
            String value = point(s.part())
                    .flatMap(a -> point(s.whole()).flatMap(b -> s.percent(a, b)))
                    .orElse("");
            String text = factor(s.part()) + " ÷ " + divisor(s.whole()) + value;
            return new Evidence(subject, text, operator(c.operator()), number(s.threshold()) + "%", truth);
        });
    }

    /** An expression with its figures, and its value where it is computed; a bare number takes the unit of the other side. */
    private String side(Expression e, Expression other) {
        if (e instanceof Expression.Number n) {
            return number(n.value()) + (n.value().signum() == 0 ? "" : unit(other));
        }
        String unit = e.refs().findAny().isEmpty() ? unit(other) : unit(e);
        String value = e instanceof Expression.Arithmetic
                ? point(e).map(v -> " = " + figure(v, unit)).orElse("")
                : "";
        return expression(e) + value;
    }

    /** The unit all its figures share; empty if there is none, or if they are multiplied with each other. */
    private String unit(Expression e) {
        if (e instanceof Expression.Arithmetic a) {
            String left = unit(a.left());
            String right = unit(a.right());
            boolean product = a.operator() == '*' || a.operator() == '/';
            return left.isEmpty() ? right : right.isEmpty() || left.equals(right) && !product ? left : "";
        }
        if (e instanceof Expression.DatePart p) {
            return p.part().equals("year") ? word(YEAR, "") : word(p.part().equals("monthValue") ? "月" : "日", "");
        }
        return e instanceof Expression.FieldValue f ? f.ref().field().unit() : "";
    }

    private Optional<BigDecimal> point(Expression e) {
        Interval value =
                Bounds.of(e, ref -> values.apply(ref).map(Wording::interval).orElse(Interval.ALL));
        return value.isPoint() ? Optional.ofNullable(value.low()) : Optional.empty();
    }

    private static Interval interval(Object value) {
        return value instanceof BigDecimal d
                ? Interval.point(d)
                : value instanceof Integer i ? Interval.point(new BigDecimal(i)) : Interval.ALL;
    }

    /** In words and figures. */
    public String expression(Expression e) {
        if (e instanceof Expression.FieldValue f) {
            return field(f.ref());
        }
        if (e instanceof Expression.Number n) {
            return number(n.value());
        }
        if (e instanceof Expression.Arithmetic a) {
            return arithmetic(a);
        }
        if (e instanceof Expression.Shift s) {
            return shift(s);
        }
        if (e instanceof Expression.DatePart p) {
            return datePart(p);
        }
        if (e instanceof Expression.BooleanLiteral b) {
            return bool(b.value());
        }
        return e instanceof Expression.DateLiteral d ? d.value().toString() : ((Expression.TextLiteral) e).value();
    }

    /** Only the parentheses that are needed. */
    private String arithmetic(Expression.Arithmetic a) {
        return switch (a.operator()) {
            case '+' -> expression(a.left()) + " + " + expression(a.right());
            case '-' -> expression(a.left()) + " - " + factor(a.right());
            case '*' -> factor(a.left()) + " × " + factor(a.right());
            default -> factor(a.left()) + " ÷ " + divisor(a.right());
        };
    }

    /** Sums in parentheses. */
    private String factor(Expression e) {
        boolean sum = e instanceof Expression.Arithmetic a && (a.operator() == '+' || a.operator() == '-');
        return sum ? "(" + expression(e) + ")" : expression(e);
    }

    /** Every operation in parentheses. */
    private String divisor(Expression e) {
        return e instanceof Expression.Arithmetic ? "(" + expression(e) + ")" : expression(e);
    }

    private String shift(Expression.Shift s) {
        String unit = s.method().endsWith("Days")
                ? word("天", " days")
                : s.method().endsWith("Months") ? word("个月", " months") : word("年", " years");
        String way = s.method().startsWith("plus") ? word("起", " plus ") : word("前", " minus ");
        String result = date(s).map(d -> "(" + d + ")").orElse("");
        return expression(s.date()) + way + expression(s.amount()) + unit + result;
    }

    private Optional<LocalDate> date(Expression e) {
        if (e instanceof Expression.FieldValue f) {
            return values.apply(f.ref()).map(LocalDate.class::cast);
        }
        return e instanceof Expression.Shift s
                ? date(s.date()).flatMap(d -> point(s.amount()).map(n -> shifted(d, s.method(), n.intValueExact())))
                : Optional.empty();
    }

    private static LocalDate shifted(LocalDate date, String method, int amount) {
        int signed = method.startsWith("plus") ? amount : -amount;
        return method.endsWith("Days")
                ? date.plusDays(signed)
                : method.endsWith("Months") ? date.plusMonths(signed) : date.plusYears(signed);
    }

    private String datePart(Expression.DatePart p) {
        String date = expression(p.date());
        return date(p.date()).map(d -> date + part(d, p.part())).orElse(date + part(p.part()));
    }

    private String part(LocalDate date, String part) {
        return switch (part) {
            case "year" -> word("(" + date.getYear() + "年)", " (year " + date.getYear() + ")");
            case "monthValue" -> word("(" + date.getMonthValue() + "月)", " (month " + date.getMonthValue() + ")");
            default -> word("(" + date.getDayOfMonth() + "日)", " (day " + date.getDayOfMonth() + ")");
        };
    }

    private String part(String part) {
        return switch (part) {
            case "year" -> word("的年份", " (year)");
            case "monthValue" -> word("的月份", " (month)");
            default -> word("的日", " (day)");
        };
    }

    private String field(Ref ref) {
        String whose = ref.owner().equals("previous") ? word("上期", "previous ") : "";
        return whose
                + label(ref.field())
                + values.apply(ref).map(v -> " " + value(ref.field(), v)).orElse("");
    }

    public String label(Field field) {
        return zh() || field.en().isEmpty() ? field.label() : field.en();
    }

    /** A value with its unit, as people write it. */
    public String value(Field field, Object value) {
        if (value instanceof Boolean b) {
            return bool(b);
        }
        if (value instanceof BigDecimal d) {
            return figure(d, field.unit());
        }
        if (value instanceof Integer i) {
            return figure(new BigDecimal(i), field.unit());
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(zh() ? "、" : ", "))
                : org.huiqi.profile.Keys.show(field, value);
    }

    /** A number with its unit; a year is not grouped, and what has more than six decimals is cut with an ellipsis. */
    private static String figure(BigDecimal value, String unit) {
        if (unit.equals(YEAR)) {
            return value.stripTrailingZeros().toPlainString() + unit;
        }
        BigDecimal cut = value.setScale(MOST_DECIMALS, RoundingMode.DOWN);
        return number(cut) + (cut.compareTo(value) == 0 ? "" : "…") + unit;
    }

    /** With thousands separators and no superfluous zeros. */
    public static String number(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(value);
    }

    private String operator(String operator) {
        return switch (operator) {
            case "==" -> word("应为", "=");
            case "!=" -> word("不应为", "≠");
            case "<=" -> "≤";
            case ">=" -> "≥";
            default -> operator;
        };
    }

    private String bool(boolean value) {
        return value ? word("是", "yes") : word("否", "no");
    }

    private boolean zh() {
        return lang == Lang.ZH;
    }

    private String word(String zh, String en) {
        return zh() ? zh : en;
    }
}
