package org.huiqi.engine.condition;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One constraint of a pattern: true or false once every field it reads is answered. */
public sealed interface Condition {

    /** Every field read, in reading order, repetitions included. */
    Stream<Ref> refs();

    /** As DRL: what was understood, not what was written. */
    String drl();

    /** The fields whose answers it needs, each once. */
    default List<Ref> reads() {
        return refs().filter(r -> !r.given()).distinct().toList();
    }

    /** {@code left operator right}, operator one of {@code == != < <= > >=}. */
    record Comparison(Expression left, String operator, Expression right) implements Condition {
        @Override
        public Stream<Ref> refs() {
            return Stream.concat(left.refs(), right.refs());
        }

        @Override
        public String drl() {
            return left.drl() + " " + operator + " " + right.drl();
        }
    }

    /** {@code expression in (…)} or {@code not in (…)}. */
    record Membership(Expression value, boolean negated, List<Expression> members) implements Condition {
        public Membership {
            members = List.copyOf(members);
        }

        @Override
        public Stream<Ref> refs() {
            return value.refs();
        }

        @Override
        public String drl() {
            return value.drl() + (negated ? " not in (" : " in (")
                    + members.stream().map(Expression::drl).collect(Collectors.joining(", ")) + ")";
        }
    }

    /** {@code field matches "regex"}. */
    record Matches(Ref text, String regex) implements Condition {
        @Override
        public Stream<Ref> refs() {
            return Stream.of(text);
        }

        @Override
        public String drl() {
            return text.path() + " matches \"" + regex + "\"";
        }
    }

    /** {@code list contains "x"} or {@code not contains}. */
    record Contains(Ref list, boolean negated, String member) implements Condition {
        @Override
        public Stream<Ref> refs() {
            return Stream.of(list);
        }

        @Override
        public String drl() {
            return list.path() + (negated ? " not" : "") + " contains \"" + member + "\"";
        }
    }

    /** {@code previous == null} or {@code previous != null} on a sheet: whether there is an element before; always known. */
    record HasPrevious(boolean present) implements Condition {
        @Override
        public Stream<Ref> refs() {
            return Stream.empty();
        }

        @Override
        public String drl() {
            return present ? "previous != null" : "previous == null";
        }
    }
}
