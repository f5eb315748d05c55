package org.huiqi.advise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.Assessor;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Verdict;

/**
 * How far the verdicts of one profile are from a yes, each worked out when it is first asked for. A further stage has a gap where nothing but that
 * stage is in the way: who may not apply is not told what he would have to do to be paid. Not thread-safe.
 */
public final class Gaps {
    private static final Set<Outcome> SHORT = EnumSet.of(Outcome.INELIGIBLE, Outcome.INCOMPLETE);

    /** What lets a further stage matter: a yes, or a window that is closed for newcomers only. */
    private static final Set<Outcome> ARRIVED = EnumSet.of(Outcome.ELIGIBLE, Outcome.REVIEW, Outcome.NOT_IN_FORCE);

    private final Assessor assessor;
    private final Supplier<Probes> probes;
    private final Profile profile;
    private final LocalDate asOf;
    private Optional<Scene> scene = Optional.empty();
    private final Map<String, List<Verdict>> headlines = new HashMap<>();
    private final Map<String, Shortfall> found = new HashMap<>();

    Gaps(Assessor assessor, Supplier<Probes> probes, Profile profile, LocalDate asOf) {
        this.assessor = assessor;
        this.probes = probes;
        this.profile = profile;
        this.asOf = asOf;
    }

    private Scene scene() {
        Scene made = scene.orElseGet(() -> new Scene(assessor, profile, asOf));
        scene = Optional.of(made);
        return made;
    }

    /**
     * One shortfall for each headline verdict that says no or waits, in the order of the rule book, and behind them the further stages; subjects
     * that a further stage stops for the same reasons are told once. Classifications have none.
     *
     * @param policies ids; empty: all
     */
    public List<Shortfall> of(Set<String> policies) {
        return assessor.book().policies().stream()
                .filter(p -> policies.isEmpty() || policies.contains(p.id()))
                .flatMap(this::of)
                .toList();
    }

    private Stream<Shortfall> of(Policy policy) {
        Stream<Shortfall> first = headline(policy).stream().flatMap(v -> find(v).stream());
        return Stream.concat(
                first,
                policy.stages().keySet().stream()
                        .filter(s -> !s.equals(policy.headline()))
                        .flatMap(s -> further(policy, s)));
    }

    private Stream<Shortfall> further(Policy policy, String stage) {
        Map<Object, List<Verdict>> alike = new LinkedHashMap<>();
        scene().verdicts(policy, stage).stream()
                .filter(this::matters)
                .forEach(v -> alike.computeIfAbsent(likeness(v), k -> new ArrayList<>())
                        .add(v));
        return alike.values().stream()
                .flatMap(group -> find(group.get(0)).stream()
                        .map(s -> s.alike(
                                group.stream().skip(1).map(Verdict::subject).toList())));
    }

    private static List<Object> likeness(Verdict v) {
        String own = "[" + v.subject() + "]";
        List<String> missing =
                v.missing().stream().map(m -> m.replace(own, "[]")).toList();
        return List.of(v.outcome(), v.edition(), v.decisive(), missing);
    }

    /** How far this verdict on the same profile is from a yes; empty if it is none of those that fall short. */
    public Optional<Shortfall> find(Verdict verdict) {
        return matters(verdict)
                ? Optional.of(found.computeIfAbsent(
                        Verdicts.key(verdict), k -> new Search(assessor, probes, scene(), verdict).run()))
                : Optional.empty();
    }

    private boolean matters(Verdict v) {
        Policy policy = assessor.book().getPolicy(v.policy());
        Stage stage = policy.stages().get(v.stage());
        boolean judged = stage.results().isEmpty() && v.tree().isPresent();
        return judged && SHORT.contains(v.outcome()) && (v.stage().equals(policy.headline()) || next(policy, stage, v));
    }

    /** Is this further stage what is in the way now? A title that is held is in danger whoever else may apply for it; of an unanswered list nobody can say. */
    private boolean next(Policy policy, Stage stage, Verdict v) {
        return scene().answered(v.subjectType())
                && stage.given()
                        .map(g -> g.criteria().collect(Collectors.toSet()))
                        .map(gate ->
                                !Verdicts.findings(v).map(Finding::criterion).allMatch(gate::contains))
                        .orElseGet(() -> arrived(policy, v));
    }

    private boolean arrived(Policy policy, Verdict v) {
        return headline(policy).stream()
                .filter(h ->
                        !h.subjectType().equals(v.subjectType()) || h.subject().equals(v.subject()))
                .anyMatch(h -> ARRIVED.contains(h.outcome()));
    }

    private List<Verdict> headline(Policy policy) {
        return headlines.computeIfAbsent(policy.id(), id -> scene().verdicts(policy, policy.headline()));
    }
}
