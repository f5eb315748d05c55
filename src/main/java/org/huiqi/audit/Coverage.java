package org.huiqi.audit;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Law;
import org.huiqi.verdict.Truth;

/** What the cases have shown: every criterion in each truth it can have, and every threshold from each side. Not thread-safe. */
public final class Coverage {
    private final RuleBook book;
    private final Map<String, Set<Truth>> truths = new HashMap<>();
    private final Map<Thresholds.Threshold, Set<Thresholds.Side>> sides = new HashMap<>();

    public Coverage(RuleBook book) {
        this.book = book;
    }

    public void add(List<CaseRunner.SeenTruth> seen) {
        for (CaseRunner.SeenTruth one : seen) {
            truths.computeIfAbsent(one.criterion(), k -> EnumSet.noneOf(Truth.class))
                    .add(one.truth());
            one.sides()
                    .forEach((threshold, found) -> sides.computeIfAbsent(threshold, k -> new TreeSet<>())
                            .addAll(found));
        }
    }

    /**
     * What the cases of one policy have shown.
     *
     * @param criteria how many criteria it has
     * @param complete how many were seen in each truth they can have
     * @param gaps criteria and the truths never seen
     * @param thresholds how many sides of thresholds there are
     * @param reached how many of them were seen
     * @param unreached thresholds and the sides never seen
     */
    public record Of(
            int criteria, int complete, List<Gap> gaps, int thresholds, int reached, List<Unreached> unreached) {
        public Of {
            gaps = List.copyOf(gaps);
            unreached = List.copyOf(unreached);
        }
    }

    /** Truths in which a criterion was never seen. */
    public record Gap(String criterion, Set<Truth> never) {}

    /** Sides from which a threshold was never seen. */
    public record Unreached(String criterion, String comparison, Set<Thresholds.Side> never) {}

    public Of of(String policy) {
        List<Criterion> criteria = book.criteriaOf(policy);
        List<Gap> gaps = criteria.stream()
                .map(c -> new Gap(c.id(), without(possible(c), truths.getOrDefault(c.id(), Set.of()))))
                .filter(g -> !g.never().isEmpty())
                .toList();
        List<Thresholds.Threshold> thresholds =
                criteria.stream().flatMap(Thresholds::of).toList();
        List<Unreached> unreached = thresholds.stream()
                .map(t -> new Unreached(t.criterion(), t.source(), without(t.sides(), sides.getOrDefault(t, Set.of()))))
                .filter(u -> !u.never().isEmpty())
                .toList();
        int all = thresholds.stream().mapToInt(t -> t.sides().size()).sum();
        int never = unreached.stream().mapToInt(u -> u.never().size()).sum();
        return new Of(criteria.size(), criteria.size() - gaps.size(), gaps, all, all - never, unreached);
    }

    /** What only a person can judge waits for a review, what reads no field is never unknown. */
    private static Set<Truth> possible(Criterion criterion) {
        if (criterion.judged()) {
            return EnumSet.of(Truth.MET, Truth.UNMET, Truth.REVIEW);
        }
        boolean reads =
                Law.atoms(criterion.form()).stream().anyMatch(a -> !a.reads().isEmpty());
        return reads ? EnumSet.of(Truth.MET, Truth.UNMET, Truth.UNKNOWN) : EnumSet.of(Truth.MET, Truth.UNMET);
    }

    private static <T> Set<T> without(Set<T> all, Set<T> seen) {
        Set<T> rest = new TreeSet<>(all);
        rest.removeAll(seen);
        return rest;
    }
}
