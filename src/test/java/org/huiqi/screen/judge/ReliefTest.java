package org.huiqi.screen.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Facts;
import org.huiqi.policy.Requirement;
import org.huiqi.profile.Profile;
import org.huiqi.profile.RandomProfiles;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Truth;

/** What "would pass if this alone were relaxed" means: the tree, worked out in so many words, with one criterion the other way round. */
final class ReliefTest {
    private static final RuleBook BOOK = RealRules.book();
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 20);
    private static final Assessor ASSESSOR = new Assessor(BOOK);
    private static final Judge JUDGE = Judge.ofAllStages(BOOK, AS_OF, Judge.Answerable.ALL);

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void whoWouldPassIfOneCriterionWereRelaxedPassesOnceItsTruthIsTurned(@ForAll long seed) {
        List<Profile> firms = new RandomProfiles(BOOK.dictionary(), seed).some(Judge.MOST);
        Answer[][] answers = JUDGE.sitting()
                .judge(firms.stream()
                        .map(f -> new Applicant(
                                Facts.of(BOOK.compiled(), f, AS_OF).enterprise(), Map.of()))
                        .toList())
                .answers();
        int turned = 0;
        for (int f = 0; f < answers.length; f++) {
            Profile firm = new Profile(Optional.empty(), firms.get(f).enterprise(), Map.of(), List.of());
            Map<String, Truth> truths = new LinkedHashMap<>();
            for (int q = 0; q < answers[f].length; q++) {
                Optional<Requirement> tree = tree(JUDGE.questions().get(q), answers[f][q]);
                if (tree.isPresent()) {
                    tree.get().criteria().forEach(id -> truths.computeIfAbsent(id, i -> truth(firm, i)));
                    turned += turn(JUDGE.questions().get(q), answers[f][q], tree.get(), truths);
                }
            }
        }
        assertThat(turned).isGreaterThan(100);
    }

    /** The tree of a verdict that a tree made, if no score stands in it. */
    private static Optional<Requirement> tree(Question question, Answer answer) {
        return answer.is(Outcome.INELIGIBLE)
                        && question.stage().ofEnterprise()
                        && question.stage().results().isEmpty()
                ? question.stage()
                        .require()
                        .flatMap(r -> r.in(answer.edition()))
                        .filter(t -> t.scores().findAny().isEmpty())
                : Optional.empty();
    }

    private static Truth truth(Profile firm, String criterion) {
        return ASSESSOR.finding(firm, AS_OF, criterion, "").truth();
    }

    private static int turn(Question question, Answer answer, Requirement tree, Map<String, Truth> truths) {
        List<String> passing = new ArrayList<>();
        List<String> opening = new ArrayList<>();
        Bits.each(answer.decisive(), i -> {
            String id = question.parts().get(i);
            Map<String, Truth> other = new LinkedHashMap<>(truths);
            other.compute(id, (c, t) -> t.not());
            Truth truth = truth(tree, other);
            if (truth == Truth.UNKNOWN) {
                opening.add(id);
            } else if (truth != Truth.UNMET) {
                passing.add(id);
            }
        });
        String what = question.policy().id() + " " + question.stage().name() + " " + answer.edition();
        assertThat(names(question, answer.passing())).as(what).isEqualTo(passing);
        assertThat(names(question, answer.opening())).as(what).isEqualTo(opening);
        return passing.size() + opening.size();
    }

    private static List<String> names(Question question, long[] bits) {
        List<String> names = new ArrayList<>();
        Bits.each(bits, i -> names.add(question.parts().get(i)));
        return names;
    }

    private static Truth truth(Requirement requirement, Map<String, Truth> truths) {
        if (requirement instanceof Requirement.One one) {
            return truths.get(one.criterion());
        }
        if (requirement instanceof Requirement.Scoped scoped) {
            return truth(scoped.inner(), truths);
        }
        if (requirement instanceof Requirement.Branch branch) {
            Truth then = truth(branch.then(), truths);
            Truth other = branch.otherwise().map(o -> truth(o, truths)).orElse(Truth.MET);
            return switch (truth(branch.condition(), truths)) {
                case MET -> then;
                case UNMET -> other;
                case UNKNOWN -> then == other && then.decided() ? then : Truth.UNKNOWN;
                case REVIEW ->
                    then == other && then.decided()
                            ? then
                            : then == Truth.UNKNOWN || other == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.REVIEW;
            };
        }
        Requirement.Group group = (Requirement.Group) requirement;
        List<Truth> parts = group.parts().stream().map(p -> truth(p, truths)).toList();
        return switch (group.join()) {
            case ALL -> parts.stream().reduce(Truth.MET, Truth::and);
            case ANY -> parts.stream().reduce(Truth.UNMET, Truth::or);
            case NONE -> parts.stream().reduce(Truth.UNMET, Truth::or).not();
            case AT_LEAST -> atLeast(group.count(), parts);
        };
    }

    private static Truth atLeast(int count, List<Truth> parts) {
        long met = parts.stream().filter(t -> t == Truth.MET).count();
        long unmet = parts.stream().filter(t -> t == Truth.UNMET).count();
        if (met >= count || parts.size() - unmet < count) {
            return Truth.of(met >= count);
        }
        return parts.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.REVIEW;
    }
}
