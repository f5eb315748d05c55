package org.huiqi.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Law;
import org.huiqi.policy.Policy;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Verdict;

/**
 * One profile, evaluated once, and then asked as much as one likes: the verdicts are those of {@link Assessor#headlines}, without evidence and
 * money. Not thread-safe.
 */
public final class Hearing {
    private final RuleBook book;
    private final Set<Questions.Question> classifying;
    private final Profile profile;
    private final Facts facts;
    private final AtomTruths truths;
    private final Law law;

    private Hearing(RuleBook book, Set<Questions.Question> classifying, Profile profile, Facts facts) {
        this.book = book;
        this.classifying = classifying;
        this.profile = profile;
        this.facts = facts;
        this.truths = book.direct().evaluate(facts);
        this.law = new Law(book.rules(), facts, truths);
    }

    static Hearing of(Assessor assessor, Profile profile, LocalDate asOf) {
        RuleBook book = assessor.book();
        Set<Questions.Question> classifying = Derivation.fields(book).stream()
                .flatMap(f -> Questions.of(book, f.from()).stream())
                .collect(Collectors.toSet());
        return new Hearing(book, classifying, profile, assessor.facts(profile, asOf));
    }

    /**
     * The same enterprise with some answers changed.
     *
     * @param changed says the same day as this profile
     * @param answers the fields that may differ; what no classification asks for leaves the classes as they are, which saves half of the work
     */
    public Hearing again(Profile changed, Set<Questions.Question> answers) {
        Facts others = Facts.of(book.compiled(), changed, facts.asOf());
        if (answers.stream().anyMatch(classifying::contains)) {
            new Derivation(book, book.direct()).run(others);
        } else {
            Derivation.repeat(book, facts, others);
        }
        return new Hearing(book, classifying, changed, others);
    }

    public Profile profile() {
        return profile;
    }

    public Facts facts() {
        return facts;
    }

    public Law law() {
        return law;
    }

    /** The verdicts of one stage. */
    public List<Verdict> verdicts(Policy policy, String stage) {
        return judge(policy).verdicts(stage);
    }

    /** What the same question comes to here: same policy, stage, subject and edition; empty if it is not asked, or by another edition. */
    public Optional<Verdict> find(Verdict like) {
        return judge(book.getPolicy(like.policy())).verdicts(like.stage(), like.subject()).stream()
                .filter(v -> v.edition().equals(like.edition()))
                .findFirst();
    }

    private StageJudge judge(Policy policy) {
        return new StageJudge(book, policy, facts, truths, Optional.empty());
    }
}
