package org.huiqi.engine.direct;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.profile.FieldType;

/**
 * Writes a constraint for the executable-model compiler as it was understood, so that a disagreement with the reference, which keeps it as
 * written, shows a misreading.
 *
 * <p>Decimals are computed and compared by the methods of {@link BigDecimal}. The operators of the executable model round every step to 34 digits,
 * which the loader rules out and which costs more than the arithmetic; and Drools 10.2 fails to build comparisons such as {@code a * 2 >= b * 2 * 135}
 * (its index check prints one side with a visitor of the wrong kind).
 */
final class ModelConstraint {
    private final SortedSet<BigDecimal> literals = new TreeSet<>();

    /** Every number named by {@link Decimals} so far. */
    Collection<BigDecimal> literals() {
        return literals;
    }

    String write(Condition condition) {
        if (condition instanceof Condition.Comparison c && (decimal(c.left()) || decimal(c.right()))) {
            return comparison(c);
        }
        if (condition instanceof Condition.Membership m && !m.negated()) {
            return m.members().stream()
                    .map(member -> write(new Condition.Comparison(m.value(), "==", member)))
                    .collect(Collectors.joining(" || "));
        }
        return condition.drl();
    }

    private static boolean decimal(Expression e) {
        return e.type() == FieldType.DECIMAL;
    }

    private String comparison(Condition.Comparison c) {
        boolean withZero = constant(c.right()).filter(n -> n.signum() == 0).isPresent();
        return term(c.left()) + (withZero ? ".signum() " : ".compareTo(" + term(c.right()) + ") ") + c.operator()
                + " 0";
    }

    private String term(Expression e) {
        Optional<BigDecimal> constant = constant(e);
        if (constant.isPresent()) {
            literals.add(constant.get());
            return Decimals.name(constant.get());
        }
        if (e instanceof Expression.Arithmetic a) {
            return arithmetic(a);
        }
        return decimal(e) ? e.drl() : "BigDecimal.valueOf(" + e.drl() + ")";
    }

    /** {@code (x * 2) * 135} is {@code x * 270}. */
    private String arithmetic(Expression.Arithmetic a) {
        if (a.operator() == '*'
                && a.left() instanceof Expression.Arithmetic inner
                && inner.operator() == '*'
                && constant(a.right()).isPresent()
                && constant(inner.right()).isPresent()) {
            return term(new Expression.Arithmetic(
                    inner.left(), '*', new Expression.Arithmetic(inner.right(), '*', a.right())));
        }
        return term(a.left()) + method(a.operator()) + "(" + term(a.right()) + ")";
    }

    private static String method(char operator) {
        return switch (operator) {
            case '+' -> ".add";
            case '-' -> ".subtract";
            case '*' -> ".multiply";
            default -> throw new IllegalArgumentException("no constraint has the operator " + operator);
        };
    }

    /** The value of an expression that reads no field. */
    private static Optional<BigDecimal> constant(Expression e) {
        if (e instanceof Expression.Number n) {
            return Optional.of(plain(n.value()));
        }
        if (e instanceof Expression.Arithmetic a) {
            return constant(a.left()).flatMap(l -> constant(a.right()).map(r -> plain(value(l, a.operator(), r))));
        }
        return Optional.empty();
    }

    private static BigDecimal value(BigDecimal left, char operator, BigDecimal right) {
        return switch (operator) {
            case '+' -> left.add(right);
            case '-' -> left.subtract(right);
            case '*' -> left.multiply(right);
            default -> throw new IllegalArgumentException("no constraint has the operator " + operator);
        };
    }

    /** One name per value, whatever its scale. */
    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
