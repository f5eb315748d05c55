package org.huiqi.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PointsTotal;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** Judges every stage of one policy for every subject of one profile. Not thread-safe. */
final class StageJudge {
    private final RuleBook book;
    private final Policy policy;
    private final Facts facts;
    private final Law law;
    private final FindingMaker findings;
    private final Grounds grounds;

    StageJudge(RuleBook book, Policy policy, Facts facts, AtomTruths truths, Lang lang) {
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

    private List<Verdict> verdicts(Stage stage) {
        Optional<List<Fact>> elements = facts.find(stage.subject());
        if (elements.isEmpty()) {
            String list = book.dictionary().get(stage.subject()).list();
            return List.of(new Draft(policy, stage, "").verdict(Outcome.INCOMPLETE, List.of(list)));
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < elements.get().size(); i++) {
            verdict(
                            stage,
                            new Law.Subject(
                                    stage.subject(), i, elements.get().get(i).key()))
                    .ifPresent(verdicts::add);
        }
        return verdicts;
    }

    private Optional<Verdict> verdict(Stage stage, Law.Subject subject) {
        List<Edition> editions = policy.editionsOf(stage.name());
        EditionChoice choice = EditionChoice.among(editions, key -> keyValue(key, subject), facts.asOf());
        Draft draft = new Draft(policy, stage, subject.key()).in(choice.edition());
        if (choice.edition().isEmpty() && !editions.isEmpty()) {
            return Optional.of(draft.verdict(Outcome.NOT_IN_FORCE, List.of()));
        }
        TreeEvaluator trees = new TreeEvaluator(id -> findings.finding(id, subject), score -> total(score, subject));
        boolean asked = stage.given()
                .flatMap(g -> g.in(choice.name()))
                .map(g -> trees.evaluate(g).truth() == Truth.MET)
                .orElse(true);
        return asked ? Optional.of(verdict(stage, subject, choice, trees, draft)) : Optional.empty();
    }

    private Verdict verdict(Stage stage, Law.Subject subject, EditionChoice choice, TreeEvaluator trees, Draft draft) {
        String information = choice.edition()
                .map(Edition::information)
                .filter(i -> !i.isEmpty())
                .orElse(stage.information());
        if (!information.isEmpty()) {
            return draft.warning(Text.same(information)).verdict(Outcome.INFORMATION, List.of());
        }
        return stage.results().isEmpty()
                ? judged(tree(stage.require(), choice, trees, Truth.MET), subject, choice, draft)
                : classified(stage, subject, choice, trees, draft);
    }

    /** What is left of a requirement in the chosen edition; {@code nothing} is its truth if that is nothing. */
    private static Node tree(
            Optional<Requirement> requirement, EditionChoice choice, TreeEvaluator trees, Truth nothing) {
        return requirement
                .flatMap(r -> r.in(choice.name()))
                .map(trees::evaluate)
                .orElseGet(() -> Node.group(Node.Kind.ALL, "", 0, nothing, List.of()));
    }

    private Verdict judged(Node tree, Law.Subject subject, EditionChoice choice, Draft draft) {
        Set<String> missing = new LinkedHashSet<>(keyPaths(choice, subject));
        missing.addAll(Grounds.missing(tree));
        Outcome outcome = choice.unanswered().isEmpty() ? outcome(tree.truth(), choice) : Outcome.INCOMPLETE;
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
            Stage stage, Law.Subject subject, EditionChoice choice, TreeEvaluator trees, Draft draft) {
        for (Stage.Result result : stage.results()) {
            Node tree = tree(Optional.of(result.when()), choice, trees, Truth.UNMET);
            if (tree.truth() != Truth.UNMET) {
                return classified(tree, result, subject, choice, draft);
            }
        }
        return draft.warning(new Text("不属于任何一类", "fits no class")).verdict(Outcome.INELIGIBLE, List.of());
    }

    private Verdict classified(Node tree, Stage.Result result, Law.Subject subject, EditionChoice choice, Draft draft) {
        boolean certain = tree.truth() == Truth.MET && choice.unanswered().isEmpty();
        Set<String> missing = new LinkedHashSet<>(keyPaths(choice, subject));
        missing.addAll(Grounds.missing(tree));
        Outcome open = tree.truth() == Truth.REVIEW && missing.isEmpty() ? Outcome.REVIEW : Outcome.INCOMPLETE;
        Outcome outcome = certain ? Outcome.RESULT : open;
        Draft filled = draft.tree(tree, grounds.basis(tree), choice, outcome);
        return certain ? filled.result(result.name()) : filled.verdict(outcome, missing);
    }

    private Optional<Object> keyValue(String key, Law.Subject subject) {
        return owner(key, subject).find(key).flatMap(f -> value(owner(key, subject), f, subject));
    }

    private Optional<Object> value(FactType type, Field field, Law.Subject subject) {
        Fact fact = facts.find(type.name()).orElseThrow().get(Law.element(type.name(), subject));
        return Optional.ofNullable(fact.get(type.indexOf(field.name())));
    }

    /** The subject's own type if it has the field, else the enterprise. */
    private FactType owner(String field, Law.Subject subject) {
        FactType own = book.dictionary().get(subject.type());
        return own.find(field).isPresent() ? own : book.dictionary().get(Dictionary.ENTERPRISE);
    }

    private List<String> keyPaths(EditionChoice choice, Law.Subject subject) {
        return choice.unanswered().stream().map(k -> path(k, subject)).toList();
    }

    private String path(String field, Law.Subject subject) {
        FactType owner = owner(field, subject);
        return Profile.path(owner, subject.key(), field);
    }

    private PointsTotal total(Score score, Law.Subject subject) {
        return new ScoreKeeper(
                        id -> findings.finding(id, subject),
                        id -> book.findCriterion(id).flatMap(Criterion::points),
                        name -> points(name, subject))
                .total(score);
    }

    private ScoreKeeper.FieldPoints points(String name, Law.Subject subject) {
        FactType owner = owner(name, subject);
        Field field = owner.get(name);
        return new ScoreKeeper.FieldPoints(
                field, path(name, subject), value(owner, field, subject).map(v -> new BigDecimal(v.toString())));
    }
}
