package org.huiqi.assess;

import java.util.List;
import java.util.Optional;
import org.huiqi.engine.Evaluator;
import org.huiqi.engine.Facts;
import org.huiqi.policy.Policy;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Verdict;

/** Works out the fields that are results of a classification, so that nobody is asked for them twice. */
final class Derivation {
    private final RuleBook book;
    private final Evaluator evaluator;

    Derivation(RuleBook book, Evaluator evaluator) {
        this.book = book;
        this.evaluator = evaluator;
    }

    static List<Field> fields(RuleBook book) {
        return book.dictionary().enterprise().fields().stream()
                .filter(Field::derived)
                .toList();
    }

    void run(Facts facts) {
        List<Field> fields = fields(book);
        if (fields.isEmpty()) {
            return;
        }
        var truths = evaluator.evaluate(facts);
        for (Field field : fields) {
            Policy policy = book.findPolicy(field.from()).orElseThrow();
            new StageJudge(book, policy, facts, truths, Optional.empty())
                    .headline().stream().findFirst().ifPresent(v -> fill(field, v, facts));
        }
    }

    /** The same results again, for facts that differ in nothing a classification asks for. */
    static void repeat(RuleBook book, Facts before, Facts facts) {
        FactType enterprise = book.dictionary().enterprise();
        for (Field field : fields(book)) {
            Object result = before.enterprise().get(enterprise.indexOf(field.name()));
            if (result == null) {
                facts.open(field.name(), before.possible(field.name()), before.missingBehind(field.name()));
            } else {
                facts.derive(field.name(), result);
            }
        }
    }

    private static void fill(Field field, Verdict verdict, Facts facts) {
        if (verdict.outcome() == Outcome.RESULT) {
            facts.derive(field.name(), verdict.result().orElseThrow());
        } else {
            facts.open(field.name(), verdict.possible(), verdict.missing());
        }
    }
}
