package org.huiqi.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Law;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.policy.Stage;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PointsTotal;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** Judges every stage of one policy for every subject of one profile. Not thread-safe. */
final class StageJudge {
    /** What no list of subjects would change. */
    private static final Set<Outcome> SETTLED =
            EnumSet.of(Outcome.INELIGIBLE, Outcome.NOT_IN_FORCE, Outcome.INFORMATION);

    private final RuleBook book;
    private final Policy policy;
    private final Facts facts;
    private final Law law;
    private final FindingMaker findings;
    private final Grounds grounds;

    /** {@code lang}: language of the evidence; empty: none is made, which is much quicker. */
    StageJudge(RuleBook book, Policy policy, Facts facts, AtomTruths truths, Optional<Lang> lang) {
        this.book = book;
        this.policy = policy;
        this.facts = facts;
        this.law = new Law(book.rules(), facts, truths);
        this.findings = new FindingMaker(book, facts, law, lang);
        this.grounds = new Grounds(id -> book.getCriterion(id).seen());
    }

    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        policy.stages().values().forEach(stage -> verdicts.addAll(verdicts(stage)));
        return verdicts;
    }

    /** The verdicts of the headline stage alone. */
    List<Verdict> headline() {
        return verdicts(policy.headline());
    }

    /** The verdicts of one stage alone. */
    List<Verdict> verdicts(String stage) {
        return verdicts(policy.stages().get(stage));
    }

    /** The verdicts of one stage on the subjects of this key: empty for the enterprise, and for a list nobody answered. */
    List<Verdict> verdicts(String stage, String key) {
        return verdicts(policy.stages().get(stage), key::equals);
    }

    private List<Verdict> verdicts(Stage stage) {
        return verdicts(stage, key -> true);
    }

    private List<Verdict> verdicts(Stage stage, Predicate<String> asked) {
        Optional<List<Fact>> elements = facts.find(stage.subject());
        if (elements.isEmpty()) {
            return unlisted(stage).stream().filter(v -> asked.test("")).toList();
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < elements.get().size(); i++) {
            String key = elements.get().get(i).key();
            if (asked.test(key)) {
                verdict(stage, new Law.Subject(stage.subject(), i, key)).ifPresent(verdicts::add);
            }
        }
        return verdicts;
    }

    /**
     * Nobody answered the list. What the enterprise alone decides is said, whatever the list holds; else the list is missing, and with it what could
     * still decide without it.
     */
    private Optional<Verdict> unlisted(Stage stage) {
        String list = book.dictionary().get(stage.subject()).list();
        Optional<Verdict> whatever = verdict(stage, new Law.Subject(stage.subject(), 0, ""));
        return whatever.map(v -> SETTLED.contains(v.outcome()) ? v : incomplete(stage, list, v.missing()));
    }

    private Verdict incomplete(Stage stage, String list, List<String> others) {
        Set<String> missing = new LinkedHashSet<>(List.of(list));
        missing.addAll(others);
        return new Draft(policy, stage, "").verdict(Outcome.INCOMPLETE, missing);
    }

    private Optional<Verdict> verdict(Stage stage, Law.Subject subject) {
        List<Edition> editions = policy.editionsOf(stage.name());
        SubjectFields fields = new SubjectFields(book.dictionary(), facts, subject);
        EditionChoice choice = EditionChoice.among(editions, fields::find, facts.asOf());
        return choice.unanswered().isEmpty()
                ? verdict(stage, subject, choice, Optional.empty())
                : open(stage, subject, choice, editions, fields);
    }

    /**
     * While a key is unanswered, every edition that may still apply is tried: where all say the same it is said, and otherwise the keys that
     * make the difference are missing, with what is missing in any of these editions.
     */
    private Optional<Verdict> open(
            Stage stage, Law.Subject subject, EditionChoice choice, List<Edition> editions, SubjectFields fields) {
        KeySpace space = KeySpace.of(editions, choice.unanswered(), fields::get, fields::find, facts.asOf());
        Map<Optional<Edition>, Optional<Verdict>> each = new LinkedHashMap<>();
        space.editions().forEach(e -> each.put(e, verdict(stage, subject, choice.as(e), Optional.empty())));
        List<String> keys = space.deciding(
                choice.unanswered(), e -> each.get(e).map(v -> said(v, e)).orElse(""));
        if (space.editions().stream().allMatch(e -> open(gate(stage, subject, choice.as(e))))) {
            return verdict(stage, subject, choice, Optional.empty()); // whether it is asked at all comes before how
        }
        if (each.entrySet().stream()
                .allMatch(e -> e.getKey().isEmpty() || e.getValue().isEmpty())) {
            return Optional.empty(); // not asked in any edition: that no edition might apply is no answer then
        }
        Optional<Edition> shown =
                each.getOrDefault(choice.edition(), Optional.empty()).isPresent()
                        ? choice.edition()
                        : each.keySet().stream()
                                .filter(e -> each.get(e).isPresent())
                                .findFirst()
                                .orElseThrow();
        if (keys.isEmpty()) {
            return verdict(stage, subject, choice.as(shown), Optional.empty());
        }
        Set<String> missing = new LinkedHashSet<>();
        keys.forEach(k -> missing.addAll(fields.paths(k)));
        each.values().forEach(v -> v.ifPresent(open -> missing.addAll(open.missing())));
        return verdict(stage, subject, choice.as(shown).open(keys), Optional.of(missing));
    }

    /** What a verdict says as far as it is final; an open one may come to say anything its edition allows. */
    private static String said(Verdict verdict, Optional<Edition> edition) {
        if (edition.isEmpty()) {
            return Outcome.INELIGIBLE
                    .toString(); // where every edition there is says no, a year without one changes nothing
        }
        boolean decided = verdict.outcome() != Outcome.INCOMPLETE && verdict.outcome() != Outcome.REVIEW;
        String open = edition.get().name();
        return verdict.outcome() + verdict.result().orElse("") + (decided ? "" : open);
    }

    /** {@code open}: what is missing whatever the tree says, since the edition is not settled; empty if it is. */
    private Optional<Verdict> verdict(
            Stage stage, Law.Subject subject, EditionChoice choice, Optional<Set<String>> open) {
        Draft draft = new Draft(policy, stage, subject.key()).in(choice.edition());
        if (choice.edition().isEmpty() && !policy.editionsOf(stage.name()).isEmpty()) {
            return Optional.of(draft.verdict(Outcome.NOT_IN_FORCE, List.of()));
        }
        Optional<Node> gate = gate(stage, subject, choice);
        return switch (gate.map(Node::truth).orElse(Truth.MET)) {
            case MET -> Optional.of(verdict(stage, choice, trees(subject), draft, open));
            case UNMET -> Optional.empty();
            case UNKNOWN, REVIEW -> Optional.of(judged(gate.orElseThrow(), choice, draft, open));
        };
    }

    /** What decides whether a stage is asked of a subject at all; while that is open, nothing else of the stage is worth a question. */
    private Optional<Node> gate(Stage stage, Law.Subject subject, EditionChoice choice) {
        return stage.given()
                .flatMap(g -> g.in(choice.name()))
                .map(g -> trees(subject).evaluate(g));
    }

    private static boolean open(Optional<Node> gate) {
        return gate.map(Node::truth).filter(t -> t == Truth.UNKNOWN).isPresent();
    }

    private TreeEvaluator trees(Law.Subject subject) {
        return new TreeEvaluator(id -> findings.finding(id, subject), score -> total(score, subject));
    }

    private Verdict verdict(
            Stage stage, EditionChoice choice, TreeEvaluator trees, Draft draft, Optional<Set<String>> open) {
        String information = choice.edition()
                .map(Edition::information)
                .filter(i -> !i.isEmpty())
                .orElse(stage.information());
        if (!information.isEmpty()) {
            draft.warning(Text.same(information));
            return draft.verdict(open.isPresent() ? Outcome.INCOMPLETE : Outcome.INFORMATION, open.orElse(Set.of()));
        }
        return stage.results().isEmpty()
                ? judged(tree(stage.require(), choice, trees, Truth.MET), choice, draft, open)
                : classified(stage, choice, trees, draft, open);
    }

    /** What is left of a requirement in the chosen edition; {@code nothing} is its truth if that is nothing. */
    private static Node tree(
            Optional<Requirement> requirement, EditionChoice choice, TreeEvaluator trees, Truth nothing) {
        return requirement
                .flatMap(r -> r.in(choice.name()))
                .map(trees::evaluate)
                .orElseGet(() -> Node.group(Node.Kind.ALL, "", 0, nothing, List.of()));
    }

    private Verdict judged(Node tree, EditionChoice choice, Draft draft, Optional<Set<String>> open) {
        Outcome outcome = open.isPresent() ? Outcome.INCOMPLETE : outcome(tree.truth(), choice);
        Set<String> missing = open.orElseGet(() -> Grounds.missing(tree));
        return draft.tree(tree, grounds.basis(tree), choice, outcome)
                .verdict(outcome, outcome == Outcome.INCOMPLETE ? missing : Set.of());
    }

    private static Outcome outcome(Truth truth, EditionChoice choice) {
        return switch (truth) {
            case MET -> choice.unconfirmed() ? Outcome.REVIEW : Outcome.ELIGIBLE;
            case UNMET -> Outcome.INELIGIBLE;
            case UNKNOWN -> Outcome.INCOMPLETE;
            case REVIEW -> Outcome.REVIEW;
        };
    }

    /** The first class that holds, provided that all before it are known not to. */
    private Verdict classified(
            Stage stage, EditionChoice choice, TreeEvaluator trees, Draft draft, Optional<Set<String>> open) {
        List<Class> reachable = new ArrayList<>();
        for (Stage.Result result : stage.results()) {
            Node tree = tree(Optional.of(result.when()), choice, trees, Truth.UNMET);
            if (tree.truth() != Truth.UNMET) {
                reachable.add(new Class(result.name(), tree));
            }
            if (tree.truth() == Truth.MET) {
                break;
            }
        }
        return reachable.isEmpty()
                ? draft.warning(new Text("不属于任何一类", "fits no class"))
                        .verdict(open.isPresent() ? Outcome.INCOMPLETE : Outcome.INELIGIBLE, open.orElse(Set.of()))
                : classified(reachable, choice, draft, open);
    }

    /** A class that may be the one, with what puts a subject into it. */
    private record Class(String result, Node tree) {}

    private Verdict classified(List<Class> reachable, EditionChoice choice, Draft draft, Optional<Set<String>> open) {
        Node first = reachable.get(0).tree();
        Set<String> missing = new LinkedHashSet<>();
        reachable.forEach(c -> missing.addAll(Grounds.missing(c.tree())));
        boolean silent = reachable.stream().anyMatch(c -> c.tree().truth() == Truth.UNKNOWN);
        boolean settled = first.truth() == Truth.MET && open.isEmpty();
        Outcome unsettled = silent || open.isPresent() ? Outcome.INCOMPLETE : Outcome.REVIEW;
        Outcome outcome = settled && !choice.unconfirmed() ? Outcome.RESULT : settled ? Outcome.REVIEW : unsettled;
        Draft filled = draft.tree(first, grounds.basis(first), choice, outcome);
        return settled
                ? filled.result(outcome, reachable.get(0).result())
                : filled.possible(
                                open.isPresent()
                                        ? List.of()
                                        : reachable.stream().map(Class::result).toList())
                        .verdict(outcome, outcome == Outcome.INCOMPLETE ? open.orElse(missing) : Set.of());
    }

    private PointsTotal total(Score score, Law.Subject subject) {
        SubjectFields fields = new SubjectFields(book.dictionary(), facts, subject);
        return new ScoreKeeper(
                        id -> findings.finding(id, subject),
                        id -> book.findCriterion(id).flatMap(Criterion::points),
                        name -> new ScoreKeeper.FieldPoints(
                                fields.get(name),
                                fields.paths(name),
                                fields.find(name).map(v -> new BigDecimal(v.toString()))))
                .total(score);
    }
}
