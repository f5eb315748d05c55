package org.huiqi.engine.condition;

import java.math.BigDecimal;
import org.huiqi.problem.Nearest;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.ValueReader;

/** Checks that a condition compares like with like, exactly, and cannot overflow. */
final class Typing {
    private static final BigDecimal LONGEST_SHIFT = new BigDecimal(100_000);
    private static final String TYPES = "Compare numbers with numbers, dates with dates, texts with texts.";
    private final String shown;
    private final boolean figures;

    /** {@code figures}: whether the condition reads the figures of a sheet, whose length nobody knows. */
    private Typing(String source, boolean figures) {
        this.shown = "'" + (source.length() <= 200 ? source : source.substring(0, 200) + "…") + "'";
        this.figures = figures;
    }

    static Condition checked(Condition condition, String source, boolean figures) {
        new Typing(source, figures).check(condition);
        return condition;
    }

    static Expression checkedAmount(Expression expression, String source) {
        new Typing(source, true).amount(expression);
        return expression;
    }

    private void check(Condition condition) {
        if (condition instanceof Condition.Comparison c) {
            comparison(c);
        } else if (condition instanceof Condition.Membership m) {
            membership(m);
        } else if (condition instanceof Condition.Matches m) {
            require(m.text().field().type() == FieldType.TEXT, "'matches' needs a text field in " + shown, TYPES);
            require(normal(m.regex()), "unusual characters in " + shown, usual(m.regex()));
            Effort.check(m.regex(), ValueReader.MAX_TEXT);
        } else if (condition instanceof Condition.Contains c) {
            require(c.list().field().type() == FieldType.TEXTS, "'contains' needs a List field in " + shown, TYPES);
            choice(c.list().field(), c.member());
        }
        require(
                condition instanceof Condition.HasPrevious
                        || condition.refs().findAny().isPresent(),
                shown + " reads no field",
                "A test of literals alone says nothing about anyone.");
    }

    private void amount(Expression expression) {
        require(expression.type().numeric(), shown + " is not a number", "A figure is computed from numbers.");
        require(
                expression instanceof Expression.Number || !leftmost(expression),
                "an amount must not start with a number: " + shown,
                "Put the field first, or write the number alone: 0B.");
        Expression inner = expression;
        if (expression instanceof Expression.Arithmetic a && a.operator() == '/') {
            require(
                    a.left().type() == FieldType.DECIMAL || a.right().type() == FieldType.DECIMAL,
                    "whole numbers divided in " + shown,
                    "Java cuts the remainder off: make one of them BigDecimal, or write a * 1.0B / b.");
            noDivision(a.right());
            inner = a.left();
        }
        noDivision(inner);
        numbers(expression);
    }

    private static boolean leftmost(Expression e) {
        return e instanceof Expression.Arithmetic a ? leftmost(a.left()) : e instanceof Expression.Number;
    }

    private void comparison(Condition.Comparison c) {
        FieldType left = c.left().type();
        FieldType right = c.right().type();
        boolean alike = left == right || left.numeric() && right.numeric();
        require(
                alike && left != FieldType.TEXTS,
                "cannot compare " + left.javaName() + " with " + right.javaName() + " in " + shown,
                TYPES);
        boolean ordered = left.numeric() || left == FieldType.DATE;
        require(
                ordered || c.operator().equals("==") || c.operator().equals("!="),
                "'" + c.operator() + "' needs numbers or dates in " + shown,
                "Texts and truths are compared with == and !=.");
        require(!literal(c.left()), "a constraint must not start with a literal: " + shown, "Turn it round.");
        side(c.left());
        side(c.right());
        if (left.numeric()) {
            mixed(c.left(), c.right());
        }
        decimal(c.left(), c.right());
        choice(c.left(), c.right());
    }

    private static boolean literal(Expression e) {
        return e.refs().findAny().isEmpty();
    }

    /** The executable model of Drools 10.2 parses a decimal that meets a whole number as a whole number, and fails. */
    private void decimal(Expression value, Expression literal) {
        require(
                value.type() != FieldType.INTEGER || !(literal instanceof Expression.Number n) || !n.decimal(),
                "a whole number is compared with the decimal " + literal.drl() + " in " + shown,
                "Multiply out, or declare the field as BigDecimal.");
    }

    private void side(Expression e) {
        if (e.type().numeric()) {
            noDivision(e);
            numbers(e);
        }
        shifts(e);
    }

    private void membership(Condition.Membership m) {
        require(
                m.value() instanceof Expression.FieldValue || m.value() instanceof Expression.DatePart,
                "only a field may stand before 'in' in " + shown,
                "Compute nothing there.");
        shifts(m.value());
        for (Expression member : m.members()) {
            boolean alike = member.type() == m.value().type()
                    || member.type().numeric() && m.value().type().numeric();
            require(
                    alike && literal(member) && !(member instanceof Expression.Arithmetic),
                    "'" + member.drl() + "' is not a literal of the right type in " + shown,
                    TYPES);
            numbers(member);
            decimal(m.value(), member);
            choice(m.value(), member);
        }
    }

    /** Days, months and years to move a date by are whole numbers, and few enough for a calendar. */
    private void shifts(Expression e) {
        if (e instanceof Expression.DatePart part) {
            shifts(part.date());
        } else if (e instanceof Expression.Arithmetic a) {
            shifts(a.left());
            shifts(a.right());
        } else if (e instanceof Expression.Shift s) {
            shifts(s.date());
            shift(s);
        }
    }

    private void shift(Expression.Shift s) {
        require(
                s.amount().type() == FieldType.INTEGER,
                "'" + s.method() + "' needs a whole number in " + shown,
                "Give an Integer field or a whole number.");
        side(s.amount());
        var range = Digits.range(s.amount());
        require(
                Digits.within(range.low(), LONGEST_SHIFT) && Digits.within(range.high(), LONGEST_SHIFT),
                "'" + s.method() + "(" + s.amount().drl() + ")' can leave the calendar in " + shown,
                "Declare @min and @max on the field: at most " + LONGEST_SHIFT + ".");
    }

    private void noDivision(Expression e) {
        if (e instanceof Expression.Arithmetic a) {
            require(
                    a.operator() != '/',
                    "division is not exact in " + shown,
                    "Multiply out (a * 100 >= b * 5); in an amount, give the quotient a step of its own.");
            noDivision(a.left());
            noDivision(a.right());
        }
    }

    private void numbers(Expression e) {
        if (e instanceof Expression.Arithmetic a) {
            require(
                    a.left().type().numeric() && a.right().type().numeric(),
                    "arithmetic needs numbers in " + shown,
                    TYPES);
            numbers(a.left());
            numbers(a.right());
            require(
                    a.left().type() == a.right().type() || a.left().type() == FieldType.DECIMAL,
                    "'" + a.drl() + "' begins with a whole number and goes on with decimals in " + shown,
                    "Drools' classic build computes that in binary: put the BigDecimal first, or declare the field as BigDecimal.");
            mixed(a.left(), a.right());
            require(
                    a.type() != FieldType.INTEGER || Digits.fitsInt(a),
                    "'" + a.drl() + "' can overflow a 32-bit integer in " + shown,
                    "Declare @min and @max on the fields, or use BigDecimal.");
            require(
                    figures || a.type() != FieldType.DECIMAL || Digits.exact(a),
                    "'" + a.drl() + "' can have more than 34 digits in " + shown,
                    "Drools would round it: multiply fewer fields, or declare @min and @max on them.");
        } else if (e instanceof Expression.Number n) {
            require(
                    n.decimal() || Digits.fitsInt(n),
                    "the whole number " + n.drl() + " is too large in " + shown,
                    "Write " + n.drl() + "B and compare it with a BigDecimal field.");
            require(
                    n.value().precision() <= 20 && n.value().scale() <= 10,
                    "the number " + n.drl() + " is too long in " + shown,
                    "At most 20 digits.");
        }
    }

    /** Where whole numbers meet decimals, the executable model of Drools 10.2 loses the parentheses of the whole numbers. */
    private void mixed(Expression left, Expression right) {
        if (left.type() != right.type()) {
            Expression whole = left.type() == FieldType.INTEGER ? left : right;
            require(
                    flat(whole),
                    "'" + whole.drl() + "' meets a decimal in " + shown,
                    "Drools loses its parentheses: write it without any, or use BigDecimal.");
        }
    }

    /** Does it mean the same without parentheses? */
    private static boolean flat(Expression e) {
        if (!(e instanceof Expression.Arithmetic a)) {
            return true;
        }
        boolean product = a.operator() == '*';
        boolean left = !(a.left() instanceof Expression.Arithmetic l) || !product || l.operator() == '*';
        boolean right = !(a.right() instanceof Expression.Arithmetic r) || !product && r.operator() == '*';
        return left && right && flat(a.left()) && flat(a.right());
    }

    private void choice(Expression field, Expression literal) {
        if (field instanceof Expression.FieldValue f && literal instanceof Expression.TextLiteral t) {
            choice(f.ref().field(), t.value());
        }
    }

    private void choice(Field field, String value) {
        require(
                field.choices().isEmpty() || field.choices().contains(value),
                "'" + value + "' is not a choice of " + field.name(),
                Nearest.maybe(value, field.choices()));
        require(
                !field.choices().isEmpty() || normal(value),
                "no answer is ever spelled '" + value + "' in " + shown,
                usual(value));
    }

    /** Answers are read in this form, so a literal in another would never be met. */
    private static boolean normal(String text) {
        return ValueReader.normal(text).equals(text);
    }

    private static String usual(String text) {
        return "Write '" + ValueReader.normal(text) + "': answers are kept in that form.";
    }

    private static void require(boolean holds, String message, String remedy) {
        if (!holds) {
            throw new ConditionSyntaxException(message + ".", remedy);
        }
    }
}
