package org.huiqi.engine.condition;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** One constraint of a pattern: true or false once every field it reads is answered. */
public sealed interface Condition extends Serializable {

    /** Every field read, in reading order, repetitions included. */
    Stream<Ref> refs();

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
    }

    /** {@code field matches "regex"}. */
    record Matches(Ref text, String regex) implements Condition {
        @Override
        public Stream<Ref> refs() {
            return Stream.of(text);
        }
    }

    /** {@code list contains "x"} or {@code not contains}. */
    record Contains(Ref list, boolean negated, String member) implements Condition {
        @Override
        public Stream<Ref> refs() {
            return Stream.of(list);
        }
    }

    /** {@code previous == null} or {@code previous != null} on a sheet: whether there is an element before; always known. */
    record HasPrevious(boolean present) implements Condition {
        @Override
        public Stream<Ref> refs() {
            return Stream.empty();
        }
    }
}
