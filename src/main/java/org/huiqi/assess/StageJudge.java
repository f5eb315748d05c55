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
import org.huiqi.verdict.Seen;
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
            return List.of(new Verdict(
                    policy.id(),
                    stage.name(),
                    stage.subject(),
                    "",
                    Outcome.INCOMPLETE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(book.dictionary().get(stage.subject()).list()),
                    List.of(),
                    Optional.empty(),
                    List.of()));
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
        EditionChoice choice =
                EditionChoice.among(policy.editionsOf(stage.name()), key -> keyValue(key, subject), facts.asOf());
        if (choice.edition().isEmpty() && !policy.editionsOf(stage.name()).isEmpty()) {
            return Optional.of(plain(stage, subject, Outcome.NOT_IN_FORCE, Optional.empty(), List.of()));
        }
        TreeEvaluator trees = new TreeEvaluator(id -> findings.finding(id, subject), score -> total(score, subject));
        String edition = choice.edition().map(Edition::name).orElse("");
        boolean asked = stage.given()
                .flatMap(g -> g.in(edition))
                .map(g -> trees.evaluate(g).truth() == Truth.MET)
                .orElse(true);
        return asked ? Optional.of(verdict(stage, subject, choice, trees)) : Optional.empty();
    }

    private Verdict verdict(Stage stage, Law.Subject subject, EditionChoice choice, TreeEvaluator trees) {
        String information = choice.edition()
                .map(Edition::information)
                .filter(i -> !i.isEmpty())
                .orElse(stage.information());
        if (!information.isEmpty()) {
            return plain(stage, subject, Outcome.INFORMATION, choice.edition(), List.of(Text.same(information)));
        }
        String edition = choice.edition().map(Edition::name).orElse("");
        Optional<Node> tree = stage.require().flatMap(r -> r.in(edition)).map(trees::evaluate);
        return stage.results().isEmpty()
                ? judged(
                        stage,
                        subject,
                        choice,
                        tree.orElseGet(() -> Node.group(Node.Kind.ALL, "", 0, Truth.MET, List.of())))
                : classified(stage, subject, choice, trees);
    }

    private Verdict judged(Stage stage, Law.Subject subject, EditionChoice choice, Node tree) {
        Set<String> missing = new LinkedHashSet<>(keyPaths(choice, subject));
        missing.addAll(Grounds.missing(tree));
        boolean unconfirmed =
                choice.edition().map(e -> !e.unconfirmed().isEmpty()).orElse(false);
        Outcome outcome = choice.unanswered().isEmpty() ? outcome(tree.truth(), unconfirmed) : Outcome.INCOMPLETE;
        List<String> decisive = outcome == Outcome.INELIGIBLE ? Grounds.decisive(tree) : List.of();
        Optional<Seen> basis = grounds.basis(tree);
        return new Verdict(
                policy.id(),
                stage.name(),
                stage.subject(),
                subject.key(),
                outcome,
                Optional.empty(),
                choice.edition().map(Edition::name),
                Optional.of(tree),
                outcome == Outcome.INCOMPLETE ? List.copyOf(missing) : List.of(),
                decisive,
                basis,
                Warnings.of(choice, basis, outcome, tree));
    }

    private static Outcome outcome(Truth truth, boolean unconfirmed) {
        return switch (truth) {
            case MET -> unconfirmed ? Outcome.REVIEW : Outcome.ELIGIBLE;
            case UNMET -> Outcome.INELIGIBLE;
            case UNKNOWN -> Outcome.INCOMPLETE;
            case REVIEW -> Outcome.REVIEW;
        };
    }

    /** The first class that holds, provided that all before it are known not to. */
    private Verdict classified(Stage stage, Law.Subject subject, EditionChoice choice, TreeEvaluator trees) {
        Set<String> missing = new LinkedHashSet<>(keyPaths(choice, subject));
        for (Stage.Result result : stage.results()) {
            Optional<Requirement> when =
                    result.when().in(choice.edition().map(Edition::name).orElse(""));
            Node tree =
                    when.map(trees::evaluate).orElseGet(() -> Node.group(Node.Kind.ANY, "", 0, Truth.UNMET, List.of()));
            missing.addAll(Grounds.missing(tree));
            if (tree.truth() != Truth.UNMET) {
                boolean certain =
                        tree.truth() == Truth.MET && choice.unanswered().isEmpty();
                Outcome outcome =
                        certain ? Outcome.RESULT : tree.truth() == Truth.REVIEW ? Outcome.REVIEW : Outcome.INCOMPLETE;
                Optional<Seen> basis = grounds.basis(tree);
                return new Verdict(
                        policy.id(),
                        stage.name(),
                        stage.subject(),
                        subject.key(),
                        outcome,
                        certain ? Optional.of(result.name()) : Optional.empty(),
                        choice.edition().map(Edition::name),
                        Optional.of(tree),
                        certain ? List.of() : List.copyOf(missing),
                        List.of(),
                        basis,
                        Warnings.of(choice, basis, outcome, tree));
            }
        }
        return plain(
                stage, subject, Outcome.INELIGIBLE, choice.edition(), List.of(new Text("不属于任何一类", "fits no class")));
    }

    private Verdict plain(
            Stage stage, Law.Subject subject, Outcome outcome, Optional<Edition> edition, List<Text> warnings) {
        return new Verdict(
                policy.id(),
                stage.name(),
                stage.subject(),
                subject.key(),
                outcome,
                Optional.empty(),
                edition.map(Edition::name),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                warnings);
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
