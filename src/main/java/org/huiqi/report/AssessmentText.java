package org.huiqi.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.huiqi.assess.RuleBook;
import org.huiqi.assess.Wording;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** An assessment as text that a finance clerk can read. */
public final class AssessmentText {
    private final RuleBook book;
    private final Words words;
    private final boolean steps;

    /** {@code steps}: show every step of every amount. */
    public AssessmentText(RuleBook book, Lang lang, boolean steps) {
        this.book = book;
        this.words = new Words(book, lang);
        this.steps = steps;
    }

    public String write(Assessment assessment, Profile profile) {
        StringBuilder out = new StringBuilder();
        String name =
                profile.enterprise().find("name").map(Object::toString).orElse(words.of("(未填企业名称)", "(no name given)"));
        out.append(name)
                .append("  ")
                .append(words.of("评估日 ", "as of "))
                .append(assessment.asOf())
                .append("  ");
        out.append(words.of("规则库 ", "rule book "))
                .append(assessment.ruleBook(), 0, 12)
                .append('\n');
        summary(out, assessment);
        assessment.policies().forEach(p -> policy(out, p));
        out.append(
                words.of(
                        "本结果按已填信息和规则库推算,不代替主管部门的认定;来源核对情况见每条依据。\n",
                        "Computed from the answers given; it does not replace the decision of the authority. See how each source was checked.\n"));
        return out.toString();
    }

    private void summary(StringBuilder out, Assessment assessment) {
        out.append('\n');
        for (PolicyAssessment p : assessment.policies()) {
            Policy policy = book.findPolicy(p.policy()).orElseThrow();
            for (Verdict v : p.ofStage(p.headline())) {
                out.append("  ")
                        .append(Words.mark(v.outcome()))
                        .append(' ')
                        .append(policy.name().in(words.lang()));
                out.append(v.subject().isEmpty() ? "" : " · " + v.subject())
                        .append(": ")
                        .append(outcome(v));
                out.append(reason(v)).append('\n');
            }
            if (p.ofStage(p.headline()).isEmpty()) {
                out.append("  · ")
                        .append(policy.name().in(words.lang()))
                        .append(": ")
                        .append(words.of("没有可判断的对象", "nothing to judge"))
                        .append('\n');
            }
        }
    }

    private String reason(Verdict v) {
        String why = switch (v.outcome()) {
            case INCOMPLETE -> words.of(" ← 缺: ", " <- missing: ") + words.missing(v.missing());
            case INELIGIBLE -> words.of(" ← 因: ", " <- because: ") + String.join(", ", v.decisive());
            default -> "";
        };
        return why
                + v.warnings().stream()
                        .findFirst()
                        .map(w -> words.of(" (注意: ", " (note: ") + w.in(words.lang()) + ")")
                        .orElse("");
    }

    private String outcome(Verdict v) {
        return words.of(v.outcome()) + v.result().map(r -> " " + r).orElse("");
    }

    private void policy(StringBuilder out, PolicyAssessment assessment) {
        Policy policy = book.findPolicy(assessment.policy()).orElseThrow();
        out.append("\n━━ ").append(policy.name().in(words.lang())).append("  [");
        out.append(words.of(policy.level().zh() + "·" + policy.kind().zh(), policy.level() + " " + policy.kind()))
                .append("]  ")
                .append(policy.id())
                .append('\n');
        TreeText trees = new TreeText(book, words);
        assessment.verdicts().forEach(v -> verdict(out, policy, v, trees));
        assessment.amount().ifPresent(a -> new AmountText(words, steps).write(out, a));
    }

    private void verdict(StringBuilder out, Policy policy, Verdict v, TreeText trees) {
        out.append("   ")
                .append(Words.mark(v.outcome()))
                .append(' ')
                .append(words.stage(v.stage(), policy.stages().get(v.stage()).title()));
        out.append(v.subject().isEmpty() ? "" : " · " + v.subject());
        out.append(v.edition().map(e -> "(" + e + ")").orElse("")).append(": ").append(outcome(v));
        out.append(v.basis()
                        .map(b -> words.of("  来源: ", "  sources: ") + words.of(b))
                        .orElse(""))
                .append('\n');
        Set<Text> said = new HashSet<>();
        v.warnings().stream()
                .filter(said::add)
                .forEach(w -> out.append("     ! ").append(w.in(words.lang())).append('\n'));
        if (!v.missing().isEmpty()) {
            out.append(words.of("     还需填: ", "     still needed: "))
                    .append(words.missing(v.missing()))
                    .append('\n');
        }
        if (!v.decisive().isEmpty()) {
            out.append(words.of("     决定性条件: ", "     decided by: "))
                    .append(String.join(", ", new ArrayList<>(v.decisive())))
                    .append('\n');
        }
        v.tree().ifPresent(t -> trees.write(out, t, "     "));
    }

    /** A number as reports write it. */
    static String number(java.math.BigDecimal value, String unit) {
        java.math.BigDecimal shown = unit.equals("元")
                ? value.setScale(2, java.math.RoundingMode.HALF_UP)
                : value.setScale(Math.min(value.scale(), 6), java.math.RoundingMode.HALF_UP);
        return Wording.number(shown);
    }
}
