package org.huiqi.engine.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.huiqi.profile.FieldType;

/** Something with a value: a field, a literal, arithmetic, or a shifted date. */
public sealed interface Expression {

    FieldType type();

    /** Every field read, in reading order, repetitions included. */
    Stream<Ref> refs();

    /** As DRL, with every nested operation in parentheses. */
    String drl();

    record FieldValue(Ref ref) implements Expression {
        @Override
        public FieldType type() {
            return ref.field().type();
        }

        @Override
        public Stream<Ref> refs() {
            return Stream.of(ref);
        }

        @Override
        public String drl() {
            return ref.path();
        }
    }

    /** A number; {@code decimal} ones are written with {@code B}. */
    record Number(BigDecimal value, boolean decimal) implements Expression {
        @Override
        public FieldType type() {
            return decimal ? FieldType.DECIMAL : FieldType.INTEGER;
        }

        @Override
        public Stream<Ref> refs() {
            return Stream.empty();
        }

        @Override
        public String drl() {
            return value.toPlainString() + (decimal ? "B" : "");
        }
    }

    record TextLiteral(String value) implements Expression {
        @Override
        public FieldType type() {
            return FieldType.TEXT;
        }

        @Override
        public Stream<Ref> refs() {
            return Stream.empty();
        }

        @Override
        public String drl() {
            return '"' + value + '"';
        }
    }

    record DateLiteral(LocalDate value) implements Expression {
        @Override
        public FieldType type() {
            return FieldType.DATE;
        }

        @Override
        public Stream<Ref> refs() {
            return Stream.empty();
        }

        @Override
        public String drl() {
            return '"' + value.toString() + '"';
        }
    }

    record BooleanLiteral(boolean value) implements Expression {
        @Override
        public FieldType type() {
            return FieldType.BOOLEAN;
        }

        @Override
        public Stream<Ref> refs() {
            return Stream.empty();
        }

        @Override
        public String drl() {
            return Boolean.toString(value);
        }
    }

    /** {@code left operator right}, operator one of {@code + - * /}. */
    record Arithmetic(Expression left, char operator, Expression right) implements Expression {
        @Override
        public FieldType type() {
            boolean decimal = left.type() == FieldType.DECIMAL || right.type() == FieldType.DECIMAL || operator == '/';
            return decimal ? FieldType.DECIMAL : FieldType.INTEGER;
        }

        @Override
        public Stream<Ref> refs() {
            return Stream.concat(left.refs(), right.refs());
        }

        @Override
        public String drl() {
            return nested(left) + " " + operator + " " + nested(right);
        }

        private static String nested(Expression e) {
            return e instanceof Arithmetic ? "(" + e.drl() + ")" : e.drl();
        }
    }

    /** A date moved by a number of days, months or years; {@code method} is that of {@link LocalDate}. */
    record Shift(Expression date, String method, Expression amount) implements Expression {
        @Override
        public FieldType type() {
            return FieldType.DATE;
        }

        @Override
        public Stream<Ref> refs() {
            return Stream.concat(date.refs(), amount.refs());
        }

        @Override
        public String drl() {
            return date.drl() + "." + method + "(" + amount.drl() + ")";
        }
    }

    /** {@code year}, {@code monthValue} or {@code dayOfMonth} of a date. */
    record DatePart(Expression date, String part) implements Expression {
        @Override
        public FieldType type() {
            return FieldType.INTEGER;
        }

        @Override
        public Stream<Ref> refs() {
            return date.refs();
        }

        @Override
        public String drl() {
            return date.drl() + "." + part;
        }
    }
}
