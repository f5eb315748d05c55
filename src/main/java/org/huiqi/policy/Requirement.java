package org.huiqi.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a stage demands: criteria joined by strong Kleene logic. */
public sealed interface Requirement {

    /** Ids of all criteria below, scores included, in reading order. */
    Stream<String> criteria();

    /** What is left of it in one edition; empty if nothing counts there. */
    Optional<Requirement> in(String edition);

    /** Names of all editions that some part is restricted to. */
    Stream<String> editions();

    /** One criterion. */
    record One(String criterion, int line) implements Requirement {
        @Override
        public Stream<String> criteria() {
            return Stream.of(criterion);
        }

        @Override
        public Optional<Requirement> in(String edition) {
            return Optional.of(this);
        }

        @Override
        public Stream<String> editions() {
            return Stream.empty();
        }
    }

    /** How a group joins its parts. */
    enum Join {
        ALL,
        ANY,
        NONE,
        AT_LEAST
    }

    /**
     * Several parts joined.
     *
     * @param count how many must hold, for {@link Join#AT_LEAST}
     * @param label what the group is called, may be empty
     */
    record Group(Join join, int count, List<Requirement> parts, String label) implements Requirement {
        public Group {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<String> criteria() {
            return parts.stream().flatMap(Requirement::criteria);
        }

        @Override
        public Optional<Requirement> in(String edition) {
            List<Requirement> left = new ArrayList<>();
            parts.forEach(p -> p.in(edition).ifPresent(left::add));
            return left.isEmpty() ? Optional.empty() : Optional.of(new Group(join, count, left, label));
        }

        @Override
        public Stream<String> editions() {
            return parts.stream().flatMap(Requirement::editions);
        }
    }

    /** If the condition holds, so must {@code then}; if not, {@code otherwise} must, where there is one. */
    record Branch(Requirement condition, Requirement then, Optional<Requirement> otherwise, String label)
            implements Requirement {
        @Override
        public Stream<String> criteria() {
            return Stream.of(Stream.of(condition, then), otherwise.stream())
                    .flatMap(s -> s)
                    .flatMap(Requirement::criteria);
        }

        @Override
        public Optional<Requirement> in(String edition) {
            Optional<Requirement> gate = condition.in(edition);
            Optional<Requirement> left = then.in(edition);
            Optional<Requirement> other = otherwise.flatMap(o -> o.in(edition));
            Requirement free = new Group(Join.ALL, 0, List.of(), "");
            return gate.isEmpty() || left.isEmpty() && other.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Branch(gate.get(), left.orElse(free), other, label));
        }

        @Override
        public Stream<String> editions() {
            return Stream.of(Stream.of(condition, then), otherwise.stream())
                    .flatMap(s -> s)
                    .flatMap(Requirement::editions);
        }
    }

    /** A score compared with its threshold. */
    record Scored(Score score) implements Requirement {
        @Override
        public Stream<String> criteria() {
            return score.criteria();
        }

        @Override
        public Optional<Requirement> in(String edition) {
            return Optional.of(this);
        }

        @Override
        public Stream<String> editions() {
            return Stream.empty();
        }
    }

    /** Counts only in some editions. */
    record Scoped(Requirement inner, List<String> only) implements Requirement {
        public Scoped {
            only = List.copyOf(only);
        }

        @Override
        public Stream<String> criteria() {
            return inner.criteria();
        }

        @Override
        public Optional<Requirement> in(String edition) {
            return only.contains(edition) ? inner.in(edition) : Optional.empty();
        }

        @Override
        public Stream<String> editions() {
            return Stream.concat(only.stream(), inner.editions());
        }
    }

    /** Every score below. */
    default Stream<Score> scores() {
        if (this instanceof Scored s) {
            return Stream.of(s.score());
        }
        if (this instanceof Group g) {
            return g.parts().stream().flatMap(Requirement::scores);
        }
        if (this instanceof Branch b) {
            return Stream.of(Stream.of(b.condition(), b.then()), b.otherwise().stream())
                    .flatMap(s -> s)
                    .flatMap(Requirement::scores);
        }
        return this instanceof Scoped s ? s.inner().scores() : Stream.empty();
    }
}
