package org.huiqi.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Form;
import org.huiqi.engine.Law;
import org.huiqi.engine.condition.Bounds;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.Entry;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Interval;

/** On which sides of its thresholds a profile puts a criterion. */
public final class Thresholds {
    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");

    private Thresholds() {}

    /** Where a figure lies, seen from the threshold. */
    public enum Side {
        BELOW,
        AT,
        ABOVE
    }

    /**
     * A comparison of order in a criterion.
     *
     * @param source the comparison as written
     * @param sides where figures can lie at all within the bounds of their fields
     */
    public record Threshold(String criterion, String source, Set<Side> sides) {}

    /** Every threshold of a criterion; a table row has none of its own. */
    static Stream<Threshold> of(Criterion criterion) {
        return Law.atoms(criterion.form()).stream()
                .filter(a -> comparison(a).isPresent())
                .map(a -> threshold(criterion, a));
    }

    /** The sides on which this profile shows the thresholds of a criterion, for one element ({@code key}; empty: all). */
    static Map<Threshold, Set<Side>> seen(Criterion criterion, Profile profile, LocalDate asOf, String key) {
        Map<Threshold, Set<Side>> seen = new HashMap<>();
        for (Atom atom : Law.atoms(criterion.form())) {
            comparison(atom)
                    .ifPresent(c -> elements(criterion.form(), atom.type(), profile, key)
                            .flatMap(e -> side(c, new Values(profile, e, asOf)).stream())
                            .forEach(s -> seen.computeIfAbsent(
                                            threshold(criterion, atom), k -> EnumSet.noneOf(Side.class))
                                    .add(s)));
        }
        return seen;
    }

    private static Threshold threshold(Criterion criterion, Atom atom) {
        return new Threshold(
                criterion.id(), atom.source(), possible(comparison(atom).orElseThrow()));
    }

    private static Optional<Condition.Comparison> comparison(Atom atom) {
        boolean orders = atom.condition() instanceof Condition.Comparison c
                && ORDERS.contains(c.operator())
                && c.refs().allMatch(r -> r.owner().isEmpty() || r.owner().equals("enterprise"));
        return orders ? Optional.of((Condition.Comparison) atom.condition()) : Optional.empty();
    }

    private static Stream<Entry> elements(Form form, String type, Profile profile, String key) {
        List<Entry> elements = profile.findList(type).orElse(List.of());
        boolean single = form instanceof Form.OnFact && !key.isEmpty();
        Stream<Entry> asked = elements.stream().filter(e -> !single || e.key().equals(key));
        return profile.lists().containsKey(type) ? asked : Stream.of(profile.enterprise());
    }

    private static Set<Side> possible(Condition.Comparison c) {
        if (!c.left().type().numeric()) {
            return never(c.left(), c.right()) ? EnumSet.of(Side.BELOW, Side.ABOVE) : EnumSet.allOf(Side.class);
        }
        Interval difference = range(c.left()).plus(range(c.right()).negate());
        Set<Side> sides = EnumSet.of(Side.AT);
        if (difference.low() == null || difference.low().signum() < 0) {
            sides.add(Side.BELOW);
        }
        if (difference.high() == null || difference.high().signum() > 0) {
            sides.add(Side.ABOVE);
        }
        return sides;
    }

    /** A month is held as its first day, so it never falls on another. */
    private static boolean never(Expression date, Expression threshold) {
        return date instanceof Expression.FieldValue f
                && f.ref().field().month()
                && threshold instanceof Expression.DateLiteral d
                && d.value().getDayOfMonth() > 1;
    }

    private static Interval range(Expression e) {
        return Bounds.of(e, ref -> new Interval(ref.field().min(), ref.field().max()));
    }

    private static Optional<Side> side(Condition.Comparison c, Values values) {
        if (c.left().type().numeric()) {
            return values.number(c.left()).flatMap(l -> values.number(c.right()).map(r -> side(l.compareTo(r))));
        }
        return values.date(c.left()).flatMap(l -> values.date(c.right()).map(r -> side(l.compareTo(r))));
    }

    private static Side side(int compared) {
        return compared == 0 ? Side.AT : compared < 0 ? Side.BELOW : Side.ABOVE;
    }

    /** What the fields of one element, and of the enterprise behind it, say. */
    private record Values(Profile profile, Entry element, LocalDate asOf) {

        private Optional<Object> find(Ref ref) {
            Entry owner = ref.owner().isEmpty() ? element : profile.enterprise();
            return ref.given() ? Optional.of(asOf) : owner.find(ref.field().name());
        }

        Optional<BigDecimal> number(Expression e) {
            if (e instanceof Expression.Number n) {
                return Optional.of(n.value());
            }
            if (e instanceof Expression.FieldValue f) {
                return find(f.ref()).map(v -> new BigDecimal(v.toString()));
            }
            if (e instanceof Expression.DatePart p) {
                return date(p.date()).map(d -> new BigDecimal(part(d, p.part())));
            }
            return e instanceof Expression.Arithmetic a
                    ? number(a.left()).flatMap(l -> number(a.right()).flatMap(r -> compute(l, a.operator(), r)))
                    : Optional.empty();
        }

        private static Optional<BigDecimal> compute(BigDecimal l, char operator, BigDecimal r) {
            return switch (operator) {
                case '+' -> Optional.of(l.add(r));
                case '-' -> Optional.of(l.subtract(r));
                case '*' -> Optional.of(l.multiply(r));
                default -> Optional.empty();
            };
        }

        private static int part(LocalDate date, String part) {
            return switch (part) {
                case "year" -> date.getYear();
                case "monthValue" -> date.getMonthValue();
                default -> date.getDayOfMonth();
            };
        }

        Optional<LocalDate> date(Expression e) {
            if (e instanceof Expression.DateLiteral d) {
                return Optional.of(d.value());
            }
            if (e instanceof Expression.FieldValue f) {
                return find(f.ref()).map(LocalDate.class::cast);
            }
            return e instanceof Expression.Shift s
                    ? date(s.date()).flatMap(d -> number(s.amount()).map(n -> moved(d, s.method(), n.longValue())))
                    : Optional.empty();
        }

        private static LocalDate moved(LocalDate date, String method, long amount) {
            return switch (method) {
                case "plusDays" -> date.plusDays(amount);
                case "minusDays" -> date.minusDays(amount);
                case "plusMonths" -> date.plusMonths(amount);
                case "minusMonths" -> date.minusMonths(amount);
                case "plusYears" -> date.plusYears(amount);
                default -> date.minusYears(amount);
            };
        }
    }
}
