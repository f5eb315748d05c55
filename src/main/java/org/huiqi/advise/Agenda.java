package org.huiqi.advise;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.huiqi.verdict.Verdict;

/**
 * Puts the fields that open verdicts wait for in order: first what will have to be asked anyway, whatever the other answers are. Each verdict is
 * taken along its own cheapest route; what others need too costs it little, so routes are laid again with what the first ones showed. Nothing is
 * tried out: an answer costs no assessment.
 */
final class Agenda {
    private static final int ROUNDS = 3;
    private static final double CHEAPEST = 0.02;
    private static final double NEVER = 1e-9;

    /** How likely a field is needed that only another edition or class asks for, at most. */
    private static final double ELSEWHERE = 0.3;

    /** Needs that differ by less are equal. */
    private static final double GRAIN = 50;

    private final List<Waiting> waiting;

    private Agenda(List<Waiting> waiting) {
        this.waiting = waiting;
    }

    /**
     * A field on the agenda.
     *
     * @param needed how likely some verdict cannot be had without it
     * @param verdicts how many cannot, on average
     */
    record Wanted(String path, double needed, double verdicts) {}

    /**
     * What an open verdict waits for.
     *
     * @param first the askable fields that choose the edition or name the subjects: what else is asked depends on them
     * @param tree what it waits for; empty if it shows nothing
     * @param aside the askable fields that the tree does not show: keys of editions, what other editions or classes ask for
     */
    private record Waiting(Set<String> first, Optional<Pending> tree, Set<String> aside) {
        static Waiting of(Open open, Chances chances) {
            Set<String> askable = open.askable();
            Set<String> aside = new LinkedHashSet<>(askable);
            Optional<Pending> tree = open.verdict().tree().map(t -> Pending.of(t, chances, askable));
            tree.ifPresent(t -> shown(t, aside));
            return new Waiting(open.first(), tree, aside);
        }

        private static void shown(Pending pending, Set<String> aside) {
            aside.removeAll(Set.copyOf(pending.fields()));
            pending.parts().forEach(p -> shown(p, aside));
        }
    }

    /**
     * An open verdict.
     *
     * @param askable the fields that can still help it to an end
     * @param first those among them that choose the edition or name the subjects, and with it what is asked at all
     */
    record Open(Verdict verdict, Set<String> askable, Set<String> first) {}

    static List<Wanted> of(List<Open> open, Chances chances) {
        return new Agenda(open.stream().map(o -> Waiting.of(o, chances)).toList()).ordered();
    }

    private List<Wanted> ordered() {
        List<Map<String, Double>> reached =
                waiting.stream().map(w -> reached(w, f -> 1.0)).toList();
        for (int round = 1; round < ROUNDS; round++) {
            List<Map<String, Double>> before = reached;
            Map<String, Double> spared = spared(before);
            reached = IntStream.range(0, waiting.size())
                    .mapToObj(i -> reached(waiting.get(i), f -> price(spared, before.get(i), f)))
                    .toList();
        }
        Map<String, Double> spared = spared(reached);
        Map<String, Double> verdicts = new LinkedHashMap<>();
        reached.forEach(r -> r.forEach((f, chance) -> verdicts.merge(f, chance, Double::sum)));
        return verdicts.keySet().stream()
                .map(f -> new Wanted(f, needed(spared.getOrDefault(f, 1.0)), verdicts.getOrDefault(f, 0.0)))
                .sorted(Comparator.comparing((Wanted w) -> -Math.round(w.needed() * GRAIN))
                        .thenComparing(w -> -w.verdicts()))
                .toList();
    }

    /** In thousandths: it is a guess. */
    private static double needed(double spared) {
        return Math.round((1 - spared) * 1000) / 1000.0;
    }

    /** How likely nobody needs the field. */
    private static Map<String, Double> spared(List<Map<String, Double>> reached) {
        Map<String, Double> spared = new HashMap<>();
        reached.forEach(r -> r.forEach((f, chance) -> spared.merge(f, Math.max(1 - chance, NEVER), (a, b) -> a * b)));
        return spared;
    }

    /** What a field costs this verdict: nearly nothing where the others need it anyway. */
    private static double price(Map<String, Double> spared, Map<String, Double> own, String field) {
        double others = spared.getOrDefault(field, 1.0) / Math.max(1 - own.getOrDefault(field, 0.0), NEVER);
        return Math.max(CHEAPEST, Math.min(1, others));
    }

    /** How likely each field is asked for on behalf of this verdict; something will be, so the likeliest is certain. */
    private static Map<String, Double> reached(Waiting one, ToDoubleFunction<String> price) {
        Map<String, Double> reached = new LinkedHashMap<>();
        one.tree().ifPresent(t -> t.reach(1, price, reached));
        double elsewhere = one.tree().map(t -> Math.min(t.met(), ELSEWHERE)).orElse(ELSEWHERE);
        one.aside().forEach(f -> reached.put(f, one.first().contains(f) ? 1 : elsewhere));
        double most = reached.values().stream().reduce(NEVER, Math::max);
        reached.replaceAll((f, chance) -> Math.min(1, chance / most));
        return reached;
    }
}
