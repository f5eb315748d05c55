package org.huiqi.engine.condition;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.huiqi.problem.Nearest;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.verdict.Interval;

/** Checks that a condition compares like with like, exactly, and cannot overflow. */
final class Typing {
    private static final BigDecimal INT_MAX = new BigDecimal(Integer.MAX_VALUE);
    private static final BigDecimal DEFAULT_MAX = new BigDecimal(1_000_000_000);

    private Typing() {}

    static Condition checked(Condition condition, String source) {
        if (condition instanceof Condition.Comparison c) {
            comparison(c, source);
        } else if (condition instanceof Condition.Membership m) {
            membership(m, source);
        } else if (condition instanceof Condition.Matches m) {
            require(m.text().field().type() == FieldType.TEXT, "'matches' needs a text field in '" + source + "'", "");
            pattern(m.regex(), source);
        } else if (condition instanceof Condition.Contains c) {
            require(
                    c.list().field().type() == FieldType.TEXTS,
                    "'contains' needs a List field in '" + source + "'",
                    "");
            choice(c.list().field(), c.member());
        }
        require(
                condition instanceof Condition.HasPrevious
                        || condition.refs().findAny().isPresent(),
                "'" + source + "' reads no field",
                "");
        return condition;
    }

    static Expression checkedAmount(Expression expression, String source) {
        require(expression.type().numeric(), "'" + source + "' is not a number", "");
        require(
                expression instanceof Expression.Number || !leftmost(expression),
                "an amount must not start with a number: '" + source + "'",
                "Put the field first, or write the number alone: 0B.");
        Expression inner = expression;
        if (expression instanceof Expression.Arithmetic a && a.operator() == '/') {
            noDivision(a.right(), source);
            inner = a.left();
        }
        noDivision(inner, source);
        numbers(expression, source);
        return expression;
    }

    private static boolean leftmost(Expression e) {
        return e instanceof Expression.Arithmetic a ? leftmost(a.left()) : e instanceof Expression.Number;
    }

    private static void comparison(Condition.Comparison c, String source) {
        FieldType left = c.left().type();
        FieldType right = c.right().type();
        boolean alike = left == right || left.numeric() && right.numeric();
        require(
                alike && left != FieldType.TEXTS,
                "cannot compare " + left.javaName() + " with " + right.javaName() + " in '" + source + "'",
                "");
        boolean ordered = left.numeric() || left == FieldType.DATE;
        require(
                ordered || c.operator().equals("==") || c.operator().equals("!="),
                "'" + c.operator() + "' needs numbers or dates in '" + source + "'",
                "");
        require(
                !(c.left() instanceof Expression.Number),
                "a constraint must not start with a number: '" + source + "'",
                "Turn it round.");
        side(c.left(), source);
        side(c.right(), source);
        choice(c.left(), c.right());
    }

    private static void side(Expression e, String source) {
        if (e.type().numeric()) {
            noDivision(e, source);
            numbers(e, source);
        }
    }

    private static void membership(Condition.Membership m, String source) {
        for (Expression member : m.members()) {
            boolean alike = member.type() == m.value().type()
                    || member.type().numeric() && m.value().type().numeric();
            require(
                    alike && member.refs().findAny().isEmpty(),
                    "'" + member.drl() + "' is not a literal of the right type in '" + source + "'",
                    "");
            choice(m.value(), member);
        }
        require(
                m.value() instanceof Expression.FieldValue || m.value() instanceof Expression.DatePart,
                "only a field may stand before 'in' in '" + source + "'",
                "");
    }

    private static void noDivision(Expression e, String source) {
        if (e instanceof Expression.Arithmetic a) {
            require(
                    a.operator() != '/',
                    "division is not exact in '" + source + "'",
                    "Multiply out (a * 100 >= b * 5); in an amount, give the quotient a step of its own.");
            noDivision(a.left(), source);
            noDivision(a.right(), source);
        }
    }

    private static void numbers(Expression e, String source) {
        if (e instanceof Expression.Arithmetic a) {
            require(
                    a.left().type().numeric() && a.right().type().numeric(),
                    "arithmetic needs numbers in '" + source + "'",
                    "");
            numbers(a.left(), source);
            numbers(a.right(), source);
            if (a.type() == FieldType.INTEGER) {
                fitsInt(a, source);
            }
        }
    }

    /** Drools computes Integer fields in 32 bits: beyond that the answer would be silently wrong. */
    private static void fitsInt(Expression.Arithmetic a, String source) {
        Interval range = Bounds.of(a, ref -> bounded(ref.field()));
        boolean fits = range.low() != null
                && range.high() != null
                && range.low().negate().compareTo(INT_MAX) <= 0
                && range.high().compareTo(INT_MAX) <= 0;
        require(
                fits,
                "'" + a.drl() + "' can overflow a 32-bit integer in '" + source + "'",
                "Declare @max on the fields, or use BigDecimal.");
    }

    private static Interval bounded(Field field) {
        BigDecimal min = field.min();
        BigDecimal max = field.max();
        return new Interval(min == null ? DEFAULT_MAX.negate() : min, max == null ? DEFAULT_MAX : max);
    }

    private static void choice(Expression field, Expression literal) {
        if (field instanceof Expression.FieldValue f && literal instanceof Expression.TextLiteral t) {
            choice(f.ref().field(), t.value());
        }
    }

    private static void choice(Field field, String value) {
        require(
                field.choices().isEmpty() || field.choices().contains(value),
                "'" + value + "' is not a choice of " + field.name(),
                Nearest.maybe(value, field.choices()));
    }

    private static void pattern(String regex, String source) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException bad) {
            throw new ConditionSyntaxException(
                    "bad regular expression in '" + source + "': " + bad.getDescription(), "");
        }
        require(
                !regex.contains("\\"),
                "a backslash in the regular expression of '" + source + "'",
                "Use character classes: [0-9].");
    }

    private static void require(boolean holds, String message, String remedy) {
        if (!holds) {
            throw new ConditionSyntaxException(message + ".", remedy);
        }
    }
}
