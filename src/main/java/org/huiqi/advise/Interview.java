package org.huiqi.advise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * Asks only what can still change the headline verdict of some policy, first what will have to be asked anyway. Keeps nothing but what it learnt from the rule
 * book; thread-safe.
 */
public final class Interview {
    /** So many questions at a time. */
    public static final int MOST_QUESTIONS = 6;

    /** A question is asked along with another if it is as likely as this to be needed whatever the other's answer. */
    private static final double LIKELY = 0.9;

    private final Assessor assessor;
    private final Chances chances;

    public Interview(Assessor assessor) {
        this.assessor = assessor;
        this.chances = new Chances(assessor.book());
    }

    /** The next questions; takes some milliseconds. */
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
        return paths(waiting(now, verdicts)).values().stream().toList();
    }

    /** The verdicts that wait, each with the fields that can still help it to an end: none where what it needs was skipped. */
    private List<Agenda.Open> waiting(Position now, List<Verdict> verdicts) {
        Reach reach = new Reach(assessor, now);
        return verdicts.stream()
                .filter(Verdicts::open)
                .map(v -> new Agenda.Open(v, reach.askable(v), reach.first(v)))
                .toList();
    }

    private Map<String, FieldPath> paths(List<Agenda.Open> waiting) {
        Map<String, FieldPath> paths = new LinkedHashMap<>();
        waiting.stream()
                .flatMap(o -> o.askable().stream())
                .distinct()
                .forEach(p -> FieldPath.find(assessor.book().dictionary(), p).ifPresent(f -> paths.put(p, f)));
        return paths;
    }

    private Step step(Position now, List<Verdict> verdicts, Step.Settled settled) {
        List<Agenda.Open> waiting = waiting(now, verdicts);
        Map<String, FieldPath> paths = paths(waiting);
        return new Step(
                now.profile().asOf().orElse(now.asOf()),
                paths.isEmpty() ? List.of() : questions(paths, waiting),
                progress(verdicts, paths.size()),
                waiting.stream().map(Agenda.Open::verdict).toList(),
                settled);
    }

    /** The first question, and what will most likely be asked from the same papers whatever its answer. */
    private List<Question> questions(Map<String, FieldPath> paths, List<Agenda.Open> waiting) {
        List<Agenda.Wanted> agenda = Agenda.of(waiting, chances).stream()
                .filter(w -> paths.containsKey(w.path()))
                .toList();
        String papers = paths.get(agenda.get(0).path()).papers();
        return agenda.stream()
                .filter(w -> w == agenda.get(0) || w.needed() >= LIKELY)
                .filter(w -> paths.get(w.path()).papers().equals(papers))
                .limit(MOST_QUESTIONS)
                .map(w -> new Question(paths.get(w.path()), policies(w.path(), waiting), w.needed()))
                .toList();
    }

    private static List<String> policies(String path, List<Agenda.Open> waiting) {
        return waiting.stream()
                .map(Agenda.Open::verdict)
                .filter(v -> v.missing().contains(path))
                .map(Verdict::policy)
                .distinct()
                .toList();
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
