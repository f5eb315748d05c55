package org.huiqi.advise;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.engine.condition.Ref;

/**
 * What a condition comes to for values that are merely tried. Only proposes: whatever is proposed is assessed by the engine before anybody sees
 * it.
 */
record Figures(Function<Ref, Optional<Object>> values) {

    /** These figures, but for one field. */
    Figures with(Ref field, Object value) {
        return new Figures(ref -> same(ref, field) ? Optional.of(value) : values.apply(ref));
    }

    static boolean same(Ref a, Ref b) {
        return a.owner().equals(b.owner()) && a.field().name().equals(b.field().name());
    }

    /** Whether the condition holds; empty while a figure is missing. */
    Optional<Boolean> holds(Condition condition) {
        if (condition instanceof Condition.Comparison c) {
            return compare(c).map(sign -> holds(c.operator(), sign));
        }
        if (condition instanceof Condition.Membership m) {
            return value(m.value())
                    .map(v -> m.negated()
                            != m.members().stream()
                                    .anyMatch(
                                            e -> value(e).map(o -> equal(v, o)).orElse(false)));
        }
        if (condition instanceof Condition.Matches m) {
            return values.apply(m.text()).map(t -> t.toString().matches(m.regex()));
        }
        return condition instanceof Condition.Contains c
                ? values.apply(c.list()).map(l -> c.negated() != ((List<?>) l).contains(c.member()))
                : Optional.empty();
    }

    private static boolean holds(String operator, int sign) {
        return switch (operator) {
            case "==" -> sign == 0;
            case "!=" -> sign != 0;
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            default -> sign >= 0;
        };
    }

    /** The sign of left minus right; of what has no order, 0 if equal and 1 if not. */
    Optional<Integer> compare(Condition.Comparison c) {
        return value(c.left()).flatMap(l -> value(c.right()).map(r -> sign(l, r)));
    }

    private static int sign(Object left, Object right) {
        if (left instanceof BigDecimal l && right instanceof BigDecimal r) {
            return l.compareTo(r);
        }
        return left instanceof LocalDate l && right instanceof LocalDate r
                ? Integer.signum(l.compareTo(r))
                : left.equals(right) ? 0 : 1;
    }

    private static boolean equal(Object a, Object b) {
        return sign(a, b) == 0;
    }

    /** A number as {@link BigDecimal}, anything else as it is; empty while a figure is missing. */
    Optional<Object> value(Expression e) {
        if (e instanceof Expression.FieldValue f) {
            return values.apply(f.ref()).map(v -> v instanceof Integer i ? (Object) new BigDecimal(i) : v);
        }
        if (e instanceof Expression.Number n) {
            return Optional.of(n.value());
        }
        if (e instanceof Expression.Arithmetic a) {
            return number(a.left()).flatMap(l -> number(a.right()).flatMap(r -> compute(l, a.operator(), r)));
        }
        if (e instanceof Expression.Shift || e instanceof Expression.DatePart) {
            return calendar(e);
        }
        if (e instanceof Expression.TextLiteral t) {
            return Optional.of(t.value());
        }
        return e instanceof Expression.DateLiteral d
                ? Optional.of(d.value())
                : Optional.of(((Expression.BooleanLiteral) e).value());
    }

    private Optional<BigDecimal> number(Expression e) {
        return value(e).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
    }

    private static Optional<Object> compute(BigDecimal l, char operator, BigDecimal r) {
        return switch (operator) {
            case '+' -> Optional.of(l.add(r));
            case '-' -> Optional.of(l.subtract(r));
            case '*' -> Optional.of(l.multiply(r));
            default -> Optional.empty(); // criteria do not divide
        };
    }

    private Optional<Object> calendar(Expression e) {
        if (e instanceof Expression.DatePart p) {
            return date(p.date()).map(d -> new BigDecimal(part(d, p.part())));
        }
        Expression.Shift s = (Expression.Shift) e;
        return date(s.date()).flatMap(d -> number(s.amount()).flatMap(n -> moved(d, s.method(), n.longValue())));
    }

    private Optional<LocalDate> date(Expression e) {
        return value(e).filter(LocalDate.class::isInstance).map(LocalDate.class::cast);
    }

    private static int part(LocalDate date, String part) {
        return switch (part) {
            case "year" -> date.getYear();
            case "monthValue" -> date.getMonthValue();
            default -> date.getDayOfMonth();
        };
    }

    private static Optional<Object> moved(LocalDate date, String method, long amount) {
        long signed = method.startsWith("plus") ? amount : -amount;
        try {
            return Optional.of(
                    method.endsWith("Days")
                            ? date.plusDays(signed)
                            : method.endsWith("Months") ? date.plusMonths(signed) : date.plusYears(signed));
        } catch (DateTimeException outOfTheCalendar) {
            return Optional.empty();
        }
    }
}
