package org.huiqi.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.assess.Assessor;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Verdict;

/**
 * Asks only what can still change the headline verdict of some policy, most decisive first. Keeps nothing but what it learnt from the rule
 * book; thread-safe.
 */
public final class Interview {
    /** So many questions at a time. */
    public static final int MOST_QUESTIONS = 6;

    /** So many fields are tried out, those first for which most verdicts wait. */
    private static final int MOST_TRIED = 24;

    private final Assessor assessor;
    private final Probes probes;

    public Interview(Assessor assessor) {
        this.assessor = assessor;
        this.probes = new Probes(assessor.book());
    }

    /** The next questions; takes some ten milliseconds. */
    public Step next(Position now) {
        return step(now, verdicts(now), Step.Settled.NOTHING);
    }

    /** The next questions, and what was settled since the profile was {@code before}. */
    public Step next(Position now, Profile before) {
        List<Verdict> verdicts = verdicts(now);
        return step(now, verdicts, settled(Verdicts.byKey(verdicts(now.with(before))), verdicts));
    }

    /** Every question that could be asked now, in the order of the rule book: what is left when nothing is weighed. */
    public List<FieldPath> open(Position now) {
        return open(now, verdicts(now));
    }

    private List<Verdict> verdicts(Position now) {
        return assessor.headlines(now.profile(), now.asOf(), now.policies());
    }

    private List<FieldPath> open(Position now, List<Verdict> verdicts) {
        Reach reach = new Reach(assessor, now);
        Set<String> paths = new LinkedHashSet<>();
        verdicts.stream().filter(Verdicts::open).forEach(v -> paths.addAll(reach.askable(v)));
        return paths.stream()
                .flatMap(p -> FieldPath.find(assessor.book().dictionary(), p).stream())
                .toList();
    }

    private Step step(Position now, List<Verdict> verdicts, Step.Settled settled) {
        List<Verdict> waiting = verdicts.stream().filter(Verdicts::open).toList();
        List<FieldPath> open = open(now, verdicts);
        return new Step(
                now.profile().asOf().orElse(now.asOf()),
                open.isEmpty() ? List.of() : questions(open, new Lookahead(assessor, probes, now, waiting)),
                progress(verdicts, open.size()),
                waiting,
                settled);
    }

    private List<Question> questions(List<FieldPath> open, Lookahead lookahead) {
        Comparator<FieldPath> mostWaitedFor =
                Comparator.comparing(p -> -lookahead.waiting(p).size());
        List<Lookahead.Gain> ranked = open.stream()
                .sorted(mostWaitedFor)
                .limit(MOST_TRIED)
                .map(lookahead::gain)
                .sorted(Comparator.comparing(g -> -g.weight()))
                .toList();
        Lookahead.Gain first = ranked.get(0);
        return ranked.stream()
                .filter(g -> g.about().papers().equals(first.about().papers()))
                .filter(g -> g == first || first.leaves(g.about()))
                .limit(MOST_QUESTIONS)
                .map(g -> question(g, lookahead))
                .toList();
    }

    private static Question question(Lookahead.Gain gain, Lookahead lookahead) {
        List<String> policies = lookahead.waiting(gain.about()).stream()
                .map(Verdict::policy)
                .distinct()
                .toList();
        return new Question(gain.about(), policies, gain.verdicts());
    }

    private static Progress progress(List<Verdict> verdicts, int open) {
        List<Finding> findings = verdicts.stream().flatMap(Verdicts::findings).toList();
        return new Progress(
                verdicts.size(),
                (int) verdicts.stream().filter(v -> !Verdicts.open(v)).count(),
                findings.size(),
                (int) findings.stream().filter(f -> f.truth().decided()).count(),
                open);
    }

    /** What is no longer open; a list of subjects that was open settles with its first elements. */
    private static Step.Settled settled(Map<String, Verdict> before, List<Verdict> now) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Verdict verdict : now) {
            Verdict earlier = before.get(Verdicts.key(verdict));
            if (!Verdicts.open(verdict) && (earlier == null || earlier.outcome() == Outcome.INCOMPLETE)) {
                verdicts.add(verdict);
            }
            Set<String> decided = new LinkedHashSet<>();
            Stream.ofNullable(earlier)
                    .flatMap(Verdicts::findings)
                    .filter(f -> f.truth().decided())
                    .forEach(f -> decided.add(f.criterion()));
            Verdicts.findings(verdict)
                    .filter(f -> f.truth().decided() && !decided.contains(f.criterion()))
                    .forEach(findings::add);
        }
        return new Step.Settled(verdicts, findings.stream().distinct().toList());
    }
}
