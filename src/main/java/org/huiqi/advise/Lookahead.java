package org.huiqi.advise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.assess.Assessor;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Tries representative answers to a field and counts what each settles, assessing only the policies that wait for it. Not thread-safe. */
final class Lookahead {
    private final Assessor assessor;
    private final Probes probes;
    private final Position now;
    private final Scene scene;
    private final Map<String, List<Verdict>> waiting = new LinkedHashMap<>();

    Lookahead(Assessor assessor, Probes probes, Position now, List<Verdict> open) {
        this.assessor = assessor;
        this.probes = probes;
        this.now = now;
        this.scene = new Scene(assessor, now.profile(), now.asOf());
        open.forEach(v -> v.missing()
                .forEach(p -> waiting.computeIfAbsent(p, k -> new ArrayList<>()).add(v)));
    }

    /**
     * What an answer settles on average.
     *
     * @param verdicts open verdicts that it settles
     * @param fields fields that nobody needs any more, the answered one not counted
     * @param moot paths that nobody needs any more after at least half of the answers
     */
    record Gain(FieldPath about, double verdicts, double fields, Set<String> moot) {
        double weight() {
            return verdicts + fields / 100;
        }

        /** Will the other field still be needed, as likely as not? */
        boolean leaves(FieldPath other) {
            return !moot.contains(other.path());
        }
    }

    /** Verdicts that wait for a field: an upper bound of what it can settle. */
    List<Verdict> waiting(FieldPath path) {
        return waiting.getOrDefault(path.path(), List.of());
    }

    Gain gain(FieldPath path) {
        List<Verdict> open = waiting(path);
        Set<String> policies = open.stream().map(Verdict::policy).collect(Collectors.toSet());
        double verdicts = 0;
        double fields = 0;
        double all = 0;
        Map<String, Double> moot = new HashMap<>();
        for (Tried answer : tried(path)) {
            Map<String, Verdict> after = Verdicts.byKey(assessor.headlines(answer.profile(), now.asOf(), policies));
            List<Verdict> still = open.stream()
                    .map(Verdicts::key)
                    .filter(k -> waits(after.get(k)))
                    .map(after::get)
                    .toList();
            Set<String> freed = freed(open, still);
            freed.remove(path.path());
            verdicts += answer.weight() * (open.size() - still.size());
            fields += answer.weight() * freed.size();
            all += answer.weight();
            freed.forEach(f -> moot.merge(f, answer.weight(), Double::sum));
        }
        double half = all / 2;
        moot.values().removeIf(n -> n < half);
        return new Gain(path, verdicts / all, fields / all, moot.keySet());
    }

    private static boolean waits(@Nullable Verdict verdict) {
        return verdict != null && verdict.outcome() == Outcome.INCOMPLETE;
    }

    /** Fields that only these verdicts waited for and none of them does any more. */
    private Set<String> freed(List<Verdict> before, List<Verdict> after) {
        Set<String> still = new HashSet<>();
        after.forEach(v -> still.addAll(v.missing()));
        Set<String> gone = new HashSet<>();
        before.forEach(v -> gone.addAll(v.missing()));
        gone.removeIf(p -> still.contains(p) || !within(waiting.get(p), before));
        return gone;
    }

    /** Both lists hold the same objects in the same order, as far as they hold them. */
    private static boolean within(List<Verdict> few, List<Verdict> many) {
        return few.size() <= many.size()
                && few.stream().allMatch(v -> many.stream().anyMatch(m -> m == v));
    }

    /** A profile with an answer tried, and how likely the answer is next to the others. */
    private record Tried(Profile profile, double weight) {}

    private List<Tried> tried(FieldPath path) {
        return path.isList()
                ? List.of(
                        new Tried(path.answerElements(now.profile(), List.of()), 1),
                        new Tried(path.answerElements(now.profile(), List.of(Map.of())), 1))
                : probes.of(path, scene).stream()
                        .map(v -> new Tried(path.answer(now.profile(), v), probes.weight(path, v)))
                        .toList();
    }
}
