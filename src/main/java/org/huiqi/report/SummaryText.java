package org.huiqi.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.AmountPlan;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Text;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** What the reader wants first: per policy the verdict, its reason in a line, what it is worth, and the warning that belongs to it. */
final class SummaryText {
    private static final int MOST = 3;
    private final RuleBook book;
    private final Words words;
    private final Reasons reasons;

    SummaryText(RuleBook book, Words words) {
        this.book = book;
        this.words = words;
        this.reasons = new Reasons(words);
    }

    void write(Page page, PolicyAssessment assessment) {
        Policy policy = book.findPolicy(assessment.policy()).orElseThrow();
        List<Verdict> verdicts = assessment.ofStage(assessment.headline());
        List<Text> shared = VerdictText.shared(verdicts);
        page.line(0, policy.name().in(words.lang()) + words.of(" (", " (") + words.levelAndKind(policy) + ")");
        if (verdicts.isEmpty()) {
            page.item(2, "·", words.of("没有可判断的对象", "nothing to judge"));
        }
        verdicts.forEach(v -> verdict(page, v, shared));
        shared.stream().limit(1).forEach(w -> page.item(4, "!", words.of(w)));
        others(page, policy, assessment);
        assessment.amount().ifPresent(a -> amount(page, policy, a));
    }

    /** The other stages in a line: 列入名单 符合; 按月享受 10个符合, 2个不符合. */
    private void others(Page page, Policy policy, PolicyAssessment assessment) {
        List<String> stages = policy.stages().keySet().stream()
                .filter(s -> !s.equals(assessment.headline()))
                .filter(s -> !assessment.ofStage(s).isEmpty())
                .map(s -> words.stage(policy, s) + words.of(" ", ": ") + tally(assessment.ofStage(s)))
                .toList();
        if (!stages.isEmpty()) {
            page.item(4, "·", String.join("; ", stages));
        }
    }

    private String tally(List<Verdict> verdicts) {
        Map<Outcome, Long> counts =
                verdicts.stream().collect(Collectors.groupingBy(Verdict::outcome, TreeMap::new, Collectors.counting()));
        return words.list(counts.entrySet().stream()
                .map(e -> (verdicts.size() == 1 ? "" : e.getValue() + words.of("个", " ")) + words.of(e.getKey())));
    }

    private void verdict(Page page, Verdict v, List<Text> shared) {
        String result = v.result().map(r -> " " + r).orElse("");
        page.item(
                2,
                Words.mark(v.outcome()),
                words.of(v.outcome()) + result + (v.subject().isEmpty() ? "" : " · " + v.subject()));
        reason(v).ifPresent(r -> page.line(4, r));
        v.warnings().stream().filter(w -> !shared.contains(w)).limit(1).forEach(w -> page.item(4, "!", words.of(w)));
    }

    private Optional<String> reason(Verdict v) {
        return switch (v.outcome()) {
            case INCOMPLETE -> Optional.of(missing(v.missing()));
            case INELIGIBLE -> reason(words.of("因为: ", "because: "), reasons.against(v));
            case REVIEW -> reason(words.of("等待评审: ", "awaiting: "), reasons.awaiting(v));
            case ELIGIBLE, NOT_IN_FORCE, INFORMATION, RESULT -> Optional.empty();
        };
    }

    private Optional<String> reason(String why, List<String> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(why
                        + few(items)
                        + (items.size() > MOST
                                ? words.of("共" + items.size() + "项", " " + items.size() + " in all")
                                : ""));
    }

    private String few(List<String> items) {
        return words.list(items.stream().limit(MOST)) + (items.size() > MOST ? words.of(" 等", " …") : "");
    }

    private String missing(List<String> paths) {
        List<String> labels = words.missing(paths);
        return words.of("缺 " + labels.size() + " 项: ", labels.size() + " missing: ") + few(labels);
    }

    /** What the policy is worth. */
    private void amount(Page page, Policy policy, Amount amount) {
        String benefit = policy.amount().map(AmountPlan::benefit).orElse("");
        amount.totals().stream()
                .filter(t -> t.figure().equals(benefit) && !amount.sheets().isEmpty())
                .findFirst()
                .ifPresent(t -> page.item(4, "¥", t.label() + words.of("合计 ", " in total: ") + total(t)));
    }

    private String total(Amount.Total total) {
        return total.value()
                .map(v -> AmountText.number(v, total.unit()) + total.unit())
                .orElseGet(() -> words.of("还不能算, ", "open, ") + missing(total.missing()));
    }

    /** Marks and their meaning. */
    static String legend(Words words) {
        return words.list(Stream.of(Outcome.ELIGIBLE, Outcome.INELIGIBLE, Outcome.INCOMPLETE, Outcome.REVIEW)
                .map(o -> Words.mark(o) + " " + words.of(o)));
    }
}
