package org.huiqi.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huiqi.assess.Assessor;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** The search for what flips one verdict. Not thread-safe. */
final class Search {
    private static final int MOST_TRIALS = 120;
    private static final int MOST_ATTEMPTS = 12;
    private final Assessor assessor;
    private final Trials trials;
    private final Verdict verdict;
    private final Repairs repairs;
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Map<Scene, Optional<Outcome>> outcomes = new IdentityHashMap<>();
    private int tried;
    private boolean capped;

    Search(Assessor assessor, Supplier<Probes> probes, Scene scene, Verdict verdict) {
        this.assessor = assessor;
        this.trials = new Trials(scene);
        this.verdict = verdict;
        this.repairs = new Repairs(assessor, probes, verdict);
    }

    Shortfall run() {
        List<Set<Goal>> plans = Goal.plans(verdict.tree().orElseThrow(), Truth.MET);
        for (Set<Goal> plan : plans) {
            if (tried > MOST_TRIALS || plan.size() > Gap.MOST_MOVES) {
                capped = true;
                break;
            }
            attempts(plan).forEach(this::keep);
        }
        List<Way> found = ways.values().stream()
                .sorted(Comparator.comparing(Way::effort))
                .limit(Gap.MOST_WAYS)
                .toList();
        return new Shortfall(
                verdict, List.of(), found, found.isEmpty() ? obstacles(plans) : List.of(), capped && found.isEmpty());
    }

    private List<Attempt> attempts(Set<Goal> plan) {
        List<Attempt> attempts = List.of(Attempt.from(trials));
        for (Goal goal : plan) {
            List<Attempt> further = new ArrayList<>();
            attempts.forEach(a -> further.addAll(repairs.reach(a, goal)));
            capped |= further.size() > MOST_ATTEMPTS;
            attempts = further.stream().limit(MOST_ATTEMPTS).toList();
        }
        return attempts;
    }

    private void keep(Attempt attempt) {
        List<Move> moves = attempt.list();
        if (moves.isEmpty() || moves.size() > Gap.MOST_MOVES || outcome(moves).isEmpty()) {
            return;
        }
        List<Move> fewest = fewest(moves);
        outcome(fewest).ifPresent(o -> ways.putIfAbsent(name(fewest), new Way(fewest, o)));
    }

    private static String name(List<Move> moves) {
        return moves.stream().map(m -> m.about().path()).sorted().toList().toString();
    }

    /** The smallest subset that flips the verdict by itself. */
    private List<Move> fewest(List<Move> moves) {
        List<List<Move>> subsets = new ArrayList<>();
        for (int bits = 1; bits < 1 << moves.size(); bits++) {
            List<Move> subset = new ArrayList<>();
            for (int i = 0; i < moves.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(moves.get(i));
                }
            }
            subsets.add(subset);
        }
        return subsets.stream()
                .sorted(Comparator.comparing(List::size))
                .filter(s -> outcome(s).isPresent())
                .findFirst()
                .orElse(moves);
    }

    /** What the verdict says after these changes, if it is a yes in the same edition. */
    private Optional<Outcome> outcome(List<Move> moves) {
        tried++;
        return outcomes.computeIfAbsent(
                trials.after(moves),
                scene -> scene.find(verdict)
                        .map(Verdict::outcome)
                        .filter(o -> o == Outcome.ELIGIBLE || o == Outcome.REVIEW));
    }

    /** The goals of the smallest plan that nothing reaches; if each is reached alone, all that decided it. */
    private List<Obstacle> obstacles(List<Set<Goal>> plans) {
        Attempt start = Attempt.from(trials);
        Set<String> decided = Verdicts.findings(verdict)
                .filter(f -> f.truth().decided())
                .map(Finding::criterion)
                .collect(Collectors.toSet());
        List<Obstacle> stuck = plans.stream()
                .limit(1)
                .flatMap(Set::stream)
                .filter(g -> decided.contains(g.criterion())
                        && repairs.reach(start, g).isEmpty())
                .map(g -> new Obstacle(g.criterion(), repairs.fixed(start, g)))
                .toList();
        return stuck.isEmpty()
                ? verdict.decisive().stream().map(id -> decisive(start, id)).toList()
                : stuck;
    }

    /** A score is decisive too, and reads nothing by itself. */
    private Obstacle decisive(Attempt start, String id) {
        boolean criterion = assessor.book().findCriterion(id).isPresent();
        return new Obstacle(id, criterion ? repairs.fixed(start, new Goal(id, Truth.MET)) : List.of());
    }
}
