package org.huiqi.engine.direct;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.profile.FieldType;

/**
 * Writes a constraint for the executable-model compiler as it was understood, so that a disagreement with the reference, which keeps it as
 * written, shows a misreading.
 *
 * <p>Values are compared by {@link Compared}, decimals computed by the methods of {@link BigDecimal}. The operators of the executable model round
 * every step to 34 digits, which the loader rules out and which costs more than the arithmetic; and Drools 10.2 fails to build comparisons such as
 * {@code a * 2 >= b * 2 * 135} (its index check prints one side with a visitor of the wrong kind).
 */
final class ModelConstraint {
    private final Literals literals = new Literals();

    /** The class of the literals in all that was written so far. */
    String literals() {
        return literals.source();
    }

    String write(Condition condition) {
        if (condition instanceof Condition.Comparison c) {
            return comparison(c.left(), c.operator(), c.right());
        }
        if (condition instanceof Condition.Membership m) {
            return m.members().stream()
                    .map(member -> comparison(m.value(), m.negated() ? "!=" : "==", member))
                    .collect(Collectors.joining(m.negated() ? " && " : " || "));
        }
        return condition.drl();
    }

    private String comparison(Expression left, String operator, Expression right) {
        boolean decimal = decimal(left) || decimal(right);
        boolean withZero = constant(right).filter(n -> n.signum() == 0).isPresent();
        if (decimal && withZero) {
            return compared(term(left) + ".signum()", operator, "0");
        }
        return decimal ? compared(term(left), operator, term(right)) : compared(plain(left), operator, plain(right));
    }

    private static String compared(String a, String operator, String b) {
        return switch (operator) {
            case "==" -> "Compared.equal(" + a + ", " + b + ")";
            case "!=" -> "!Compared.equal(" + a + ", " + b + ")";
            case "<" -> "Compared.less(" + a + ", " + b + ")";
            case "<=" -> "Compared.atMost(" + a + ", " + b + ")";
            case ">" -> "Compared.less(" + b + ", " + a + ")";
            case ">=" -> "Compared.atMost(" + b + ", " + a + ")";
            default -> throw new IllegalArgumentException("no constraint has the operator " + operator);
        };
    }

    private static boolean decimal(Expression e) {
        return e.type() == FieldType.DECIMAL;
    }

    /** What is no decimal, as the rules spell it. */
    private String plain(Expression e) {
        return e instanceof Expression.DateLiteral date ? literals.name(date.value()) : e.drl();
    }

    private String term(Expression e) {
        Optional<BigDecimal> constant = constant(e);
        if (constant.isPresent()) {
            return literals.name(constant.get());
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
            return Optional.of(normal(n.value()));
        }
        if (e instanceof Expression.Arithmetic a) {
            return constant(a.left()).flatMap(l -> constant(a.right()).map(r -> normal(value(l, a.operator(), r))));
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
    private static BigDecimal normal(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
