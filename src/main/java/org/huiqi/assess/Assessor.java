package org.huiqi.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Evaluator;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Form;
import org.huiqi.engine.Law;
import org.huiqi.policy.AmountPlan;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ValueReader;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** Assesses profiles against a rule book. Stateless but for the book; thread-safe. */
public final class Assessor {
    private final RuleBook book;

    public Assessor(RuleBook book) {
        this.book = book;
    }

    /**
     * What to assess.
     *
     * @param asOf date of assessment; a date in the profile wins over it
     * @param policies ids; empty: all
     * @param assumeEntitled compute amounts as if every verdict behind them said yes
     * @param lang language of the evidence
     */
    public record Request(LocalDate asOf, Set<String> policies, boolean assumeEntitled, Lang lang) {
        public static Request on(LocalDate asOf) {
            return new Request(asOf, Set.of(), false, Lang.ZH);
        }
    }

    public RuleBook book() {
        return book;
    }

    /** Assesses with the direct evaluator. */
    public Assessment assess(Profile profile, Request request) {
        return assess(profile, request, book.direct());
    }

    /** Assesses with the evaluator given. */
    public Assessment assess(Profile profile, Request request, Evaluator evaluator) {
        Facts facts = facts(profile, request.asOf(), evaluator);
        AtomTruths truths = evaluator.evaluate(facts);
        List<PolicyAssessment> policies = book.policies().stream()
                .filter(p -> request.policies().isEmpty() || request.policies().contains(p.id()))
                .map(p -> assess(p, facts, truths, request))
                .toList();
        return new Assessment(book.digest(), facts.asOf(), policies);
    }

    /**
     * The verdicts of the headline stages of some policies, without evidence, money and the other stages: quick enough to try what an answer
     * would change. Otherwise the same as {@link #assess}.
     *
     * @param policies ids; empty: all
     */
    public List<Verdict> headlines(Profile profile, LocalDate asOf, Set<String> policies) {
        return headlines(profile, asOf, policies, book.direct());
    }

    /** The same with the evaluator given. */
    public List<Verdict> headlines(Profile profile, LocalDate asOf, Set<String> policies, Evaluator evaluator) {
        Facts facts = facts(profile, asOf, evaluator);
        AtomTruths truths = evaluator.evaluate(facts);
        return book.policies().stream()
                .filter(p -> policies.isEmpty() || policies.contains(p.id()))
                .flatMap(p -> new StageJudge(book, p, facts, truths, Optional.empty()).headline().stream())
                .toList();
    }

    /**
     * The same verdicts of one profile that is going to be asked more than once.
     *
     * @param asOf date of assessment; a date in the profile wins over it
     */
    public Hearing hear(Profile profile, LocalDate asOf) {
        return Hearing.of(this, profile, asOf);
    }

    /**
     * One criterion alone, whatever edition is in force.
     *
     * @param subject key of the element it speaks of; empty: the enterprise, or the first element
     */
    public Finding finding(Profile profile, LocalDate asOf, String criterion, String subject) {
        Facts facts = facts(profile, asOf, book.direct());
        Law law = new Law(book.rules(), facts, book.direct().evaluate(facts));
        return new FindingMaker(book, facts, law, Optional.of(Lang.ZH))
                .finding(criterion, subject(facts, book.getCriterion(criterion), subject));
    }

    private static Law.Subject subject(Facts facts, Criterion criterion, String key) {
        if (!(criterion.form() instanceof Form.OnFact f)) {
            return new Law.Subject(Dictionary.ENTERPRISE, 0, key);
        }
        List<Fact> elements = facts.find(f.type()).orElse(List.of());
        for (int i = 0; i < elements.size(); i++) {
            if (key.isEmpty() || elements.get(i).key().equals(key)) {
                return new Law.Subject(f.type(), i, elements.get(i).key());
            }
        }
        throw new IllegalArgumentException("no " + f.type() + " '" + key + "' in this profile");
    }

    /** A profile as facts, with what classifications make of it; a date in the profile wins over {@code asOf}. */
    public Facts facts(Profile profile, LocalDate asOf) {
        return facts(profile, asOf, book.direct());
    }

    private Facts facts(Profile profile, LocalDate asOf, Evaluator evaluator) {
        LocalDate day = profile.asOf().orElse(asOf);
        if (day.getYear() < ValueReader.FIRST_YEAR || day.getYear() > ValueReader.LAST_YEAR) {
            throw new InvalidInputException(List.of(new Problem(
                    "asOf",
                    new Text("评估日 " + day + " 超出日历范围", "the date of assessment " + day + " is out of the calendar"),
                    new Text("请写成 2025-03-31。", "Write it as 2025-03-31."))));
        }
        Facts facts = Facts.of(book.compiled(), profile, day);
        new Derivation(book, evaluator).run(facts);
        return facts;
    }

    private PolicyAssessment assess(Policy policy, Facts facts, AtomTruths truths, Request request) {
        StageJudge judge = new StageJudge(book, policy, facts, truths, Optional.of(request.lang()));
        PolicyAssessment verdicts =
                new PolicyAssessment(policy.id(), policy.headline(), judge.verdicts(), Optional.empty());
        return policy.amount()
                .filter(plan -> !unpublished(plan, verdicts) && !otherClass(plan, verdicts))
                .flatMap(plan -> new AmountMaker(book, facts, request).find(policy, plan, verdicts))
                .map(amount ->
                        new PolicyAssessment(policy.id(), policy.headline(), verdicts.verdicts(), Optional.of(amount)))
                .orElse(verdicts);
    }

    /** Where no conditions or no figures were published there is no money to compute: no figure is better than a zero. */
    private static boolean unpublished(AmountPlan plan, PolicyAssessment verdicts) {
        List<Verdict> stage = verdicts.ofStage(plan.stage());
        return !stage.isEmpty() && stage.stream().noneMatch(v -> published(plan, v));
    }

    /** What only some classes of a classification have, the others have not: a distance of zero would read as having arrived. */
    private static boolean otherClass(AmountPlan plan, PolicyAssessment verdicts) {
        return !plan.results().isEmpty()
                && verdicts.ofStage(verdicts.headline()).stream()
                        .allMatch(v -> v.result()
                                .filter(r -> !plan.results().contains(r))
                                .isPresent());
    }

    private static boolean published(AmountPlan plan, Verdict verdict) {
        boolean figures = plan.editions().isEmpty()
                || verdict.edition().filter(plan.editions()::contains).isPresent();
        return figures && verdict.outcome() != Outcome.INFORMATION;
    }
}
