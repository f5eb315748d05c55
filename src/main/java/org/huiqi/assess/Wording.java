package org.huiqi.assess;

import java.math.BigDecimal;
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
        return new Evidence(subject, side(c.left()), operator(c.operator()), side(c.right()), truth);
    }

    /** {@code a * 100 > b * 50} reads as a share: a ÷ b = 51% > 50%. */
    private Optional<Evidence> ratio(Condition.Comparison c, String subject, Truth truth) {
        if (!(scaled(c.left()) instanceof Expression.Arithmetic left)
                || !(scaled(c.right()) instanceof Expression.Arithmetic right)
                || right.left().refs().findAny().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal percent = ((Expression.Number) right.right())
                .value()
                .multiply(new BigDecimal(100))
                .divide(((Expression.Number) left.right()).value(), java.math.MathContext.DECIMAL64);
        String share = point(left.left())
                .flatMap(a -> point(right.left()).filter(b -> b.signum() != 0).map(b -> " = " + percent(a, b)))
                .orElse("");
        String text = nested(left.left()) + " ÷ " + nested(right.left()) + share;
        return Optional.of(new Evidence(subject, text, operator(c.operator()), number(percent) + "%", truth));
    }

    private static Expression scaled(Expression e) {
        boolean fits = e instanceof Expression.Arithmetic a
                && a.operator() == '*'
                && a.right() instanceof Expression.Number n
                && n.value().signum() > 0;
        return fits ? e : new Expression.Number(BigDecimal.ONE, false);
    }

    /** Enough digits to show on which side of a threshold the share lies. */
    private static String percent(BigDecimal a, BigDecimal b) {
        BigDecimal share = a.multiply(new BigDecimal(100)).divide(b, java.math.MathContext.DECIMAL64);
        BigDecimal rounded = share.setScale(2, java.math.RoundingMode.HALF_UP);
        BigDecimal exactEnough =
                rounded.compareTo(share) == 0 ? rounded : share.setScale(4, java.math.RoundingMode.DOWN);
        return number(exactEnough) + "%";
    }

    /** An expression with its figures, and its value where it is computed. */
    private String side(Expression e) {
        String text = expression(e);
        return e instanceof Expression.Arithmetic
                ? text + point(e).map(v -> " = " + number(v)).orElse("")
                : text;
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
            return nested(a.left()) + " " + sign(a.operator()) + " " + nested(a.right());
        }
        if (e instanceof Expression.Shift s) {
            return shift(s);
        }
        if (e instanceof Expression.DatePart p) {
            return expression(p.date()) + " " + part(p.part());
        }
        if (e instanceof Expression.BooleanLiteral b) {
            return bool(b.value());
        }
        return e instanceof Expression.DateLiteral d ? d.value().toString() : ((Expression.TextLiteral) e).value();
    }

    private String nested(Expression e) {
        return e instanceof Expression.Arithmetic a && (a.operator() == '+' || a.operator() == '-')
                ? "(" + expression(e) + ")"
                : expression(e);
    }

    private static char sign(char operator) {
        return operator == '*' ? '×' : operator == '/' ? '÷' : operator;
    }

    private String shift(Expression.Shift s) {
        String unit = s.method().endsWith("Days")
                ? word("天", " days")
                : s.method().endsWith("Months") ? word("个月", " months") : word("年", " years");
        String way = s.method().startsWith("plus") ? word("起", " plus ") : word("前", " minus ");
        Optional<LocalDate> date = s.date() instanceof Expression.FieldValue f
                ? values.apply(f.ref()).map(LocalDate.class::cast)
                : Optional.empty();
        Optional<Integer> amount = point(s.amount()).map(BigDecimal::intValueExact);
        String result =
                date.isPresent() && amount.isPresent() ? "(" + shifted(date.get(), s.method(), amount.get()) + ")" : "";
        return expression(s.date()) + way + expression(s.amount()) + unit + result;
    }

    private static LocalDate shifted(LocalDate date, String method, int amount) {
        int signed = method.startsWith("plus") ? amount : -amount;
        return method.endsWith("Days")
                ? date.plusDays(signed)
                : method.endsWith("Months") ? date.plusMonths(signed) : date.plusYears(signed);
    }

    private String part(String part) {
        return switch (part) {
            case "year" -> word("的年份", "(year)");
            case "monthValue" -> word("的月份", "(month)");
            default -> word("的日", "(day)");
        };
    }

    private String field(Ref ref) {
        return label(ref.field())
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
            return number(d) + field.unit();
        }
        if (value instanceof Integer i) {
            return number(new BigDecimal(i)) + field.unit();
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(zh() ? "、" : ", "))
                : org.huiqi.profile.Keys.show(field, value);
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
