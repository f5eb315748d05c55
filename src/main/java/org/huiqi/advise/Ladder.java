package org.huiqi.advise;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.PolicyGraph;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** The policies that rest on each other, and where an enterprise stands on them. Thread-safe. */
public final class Ladder {
    private static final String LISTED = "listed";
    private final Assessor assessor;

    public Ladder(Assessor assessor) {
        this.assessor = assessor;
    }

    /** Every rung after those it rests on. */
    public List<Rung> of(Profile profile, LocalDate asOf) {
        PolicyGraph graph = assessor.book().graph();
        Map<String, PolicyAssessment> found = new LinkedHashMap<>();
        assessor.assess(profile, new Assessor.Request(asOf, ids(graph), false, Lang.ZH))
                .policies()
                .forEach(p -> found.put(p.policy(), p));
        Map<String, Rung> rungs = new LinkedHashMap<>();
        Predicate<String> met = c -> assessor.finding(profile, asOf, c, "").truth() == Truth.MET;
        graph.ordered().stream()
                .filter(found::containsKey)
                .forEach(id -> rungs.put(id, rung(id, found.get(id), rungs, met)));
        return List.copyOf(rungs.values());
    }

    private Set<String> ids(PolicyGraph graph) {
        return Set.copyOf(assessor.book().policies().stream()
                .map(Policy::id)
                .filter(id ->
                        !graph.requires(id).isEmpty() || !graph.requiredBy(id).isEmpty())
                .toList());
    }

    private Rung rung(String id, PolicyAssessment found, Map<String, Rung> below, Predicate<String> met) {
        List<String> requires = assessor.book().graph().requires(id).stream()
                .filter(below::containsKey)
                .sorted()
                .toList();
        int height =
                requires.stream().mapToInt(r -> below.get(r).height() + 1).max().orElse(0);
        Optional<Verdict> verdict = found.ofStage(found.headline()).stream().findFirst();
        boolean reached = requires.stream().allMatch(r -> below.get(r).state() == Rung.State.HELD);
        return new Rung(id, height, state(verdict, reached, held(id, found, met)), requires, verdict);
    }

    private static Rung.State state(Optional<Verdict> verdict, boolean reached, boolean held) {
        if (held) {
            return Rung.State.HELD;
        }
        boolean now = verdict.map(Verdict::outcome)
                .filter(o -> o == Outcome.ELIGIBLE || o == Outcome.REVIEW)
                .isPresent();
        return now ? Rung.State.NOW : reached ? Rung.State.NEXT : Rung.State.LATER;
    }

    /** What makes a holder of a stage that is only asked of holders is met, the enterprise is on the list, or a class was found. */
    private boolean held(String id, PolicyAssessment found, Predicate<String> met) {
        Policy policy = assessor.book().findPolicy(id).orElseThrow();
        boolean holder = policy.stages().values().stream()
                .flatMap(s -> s.given().stream())
                .anyMatch(g -> g.criteria().allMatch(met));
        return holder
                || found.verdicts().stream()
                        .anyMatch(v -> v.stage().equals(LISTED) && v.outcome() == Outcome.ELIGIBLE
                                || v.outcome() == Outcome.RESULT);
    }
}
