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
    private final Report report;
    private final RuleBook book;
    private final Words words;
    private final Reasons reasons;

    SummaryText(Report report) {
        this.report = report;
        this.book = report.book();
        this.words = report.words();
        this.reasons = new Reasons(words);
    }

    void write(Page page, List<PolicyAssessment> policies) {
        if (policies.size() > 1) {
            Map<Outcome, Long> counts = new TreeMap<>();
            policies.forEach(p -> counts.merge(Rank.of(p), 1L, Long::sum));
            page.line(words.of("政策 " + policies.size() + " 项: ", policies.size() + " policies: ")
                    + tally(counts, words.of(" 项", " ")));
        }
        policies.forEach(p -> policy(page.blank(), p));
    }

    private void policy(Page page, PolicyAssessment assessment) {
        Policy policy = book.findPolicy(assessment.policy()).orElseThrow();
        page.line(policy.name().in(words.lang()) + " (" + words.levelAndKind(policy) + ", " + policy.id() + ")");
        headline(page.in(), assessment.ofStage(assessment.headline()));
        others(page.in(4), policy, assessment);
        assessment.amount().ifPresent(a -> amount(page.in(4), policy, a));
    }

    private void headline(Page page, List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            page.item("·", words.of("没有可判断的对象", "nothing to judge"));
        }
        List<Text> shared = VerdictText.shared(verdicts);
        verdicts.forEach(v -> verdict(page, v, shared));
        shared.stream().limit(1).forEach(w -> page.in().item("!", words.of(w)));
    }

    private void verdict(Page page, Verdict v, List<Text> shared) {
        String whose = v.subject().isEmpty() ? "" : " · " + v.subject();
        page.item(Words.mark(v.outcome()), words.outcome(v) + whose);
        reason(v).ifPresent(r -> page.in().line(r));
        Optional<Text> own =
                v.warnings().stream().filter(w -> !shared.contains(w)).findFirst();
        report.gaps().find(v).ifPresent(g -> report.gapTexts().first(page.in(), g));
        own.ifPresent(w -> page.in().item("!", words.of(w)));
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
        String all = words.of("共" + items.size() + "项", " " + items.size() + " in all");
        return items.isEmpty() ? Optional.empty() : Optional.of(why + few(items) + (items.size() > MOST ? all : ""));
    }

    private String few(List<String> items) {
        return words.list(items.stream().limit(MOST)) + (items.size() > MOST ? words.of(" 等", " …") : "");
    }

    private String missing(List<String> paths) {
        List<String> labels = words.missing(paths);
        return words.of("缺 " + labels.size() + " 项: ", labels.size() + " missing: ") + few(labels);
    }

    /** The other stages in a line: 列入名单 符合; 按月享受 10个符合, 2个不符合. */
    private void others(Page page, Policy policy, PolicyAssessment assessment) {
        String stages = policy.stages().keySet().stream()
                .filter(s -> !s.equals(assessment.headline())
                        && !assessment.ofStage(s).isEmpty())
                .map(s -> words.stage(policy, s) + words.of(" ", ": ") + tally(assessment.ofStage(s)))
                .collect(Collectors.joining("; "));
        if (!stages.isEmpty()) {
            page.item("·", stages);
        }
    }

    private String tally(List<Verdict> verdicts) {
        Map<Outcome, Long> counts = new TreeMap<>();
        verdicts.forEach(v -> counts.merge(v.outcome(), 1L, Long::sum));
        return verdicts.size() == 1 ? words.of(verdicts.get(0).outcome()) : tally(counts, words.of("个", " "));
    }

    private String tally(Map<Outcome, Long> counts, String unit) {
        return words.list(counts.entrySet().stream().map(e -> e.getValue() + unit + words.of(e.getKey())));
    }

    /** What the policy is worth. */
    private void amount(Page page, Policy policy, Amount amount) {
        String benefit = policy.amount().map(AmountPlan::benefit).orElse("");
        Stream<Amount.Total> totals = amount.sheets().isEmpty() ? Stream.empty() : amount.totals().stream();
        totals.filter(t -> t.figure().equals(benefit)).forEach(t -> total(page, t));
    }

    private void total(Page page, Amount.Total total) {
        String value = total.value()
                .map(v -> AmountText.number(v, total.unit()) + total.unit())
                .orElseGet(() -> open(total));
        page.item("¥", total.label() + words.of("合计 ", " in total: ") + value);
    }

    private String open(Amount.Total total) {
        return words.of("还不能算, ", "open, ") + missing(total.missing());
    }

    /** Marks and their meaning. */
    static String legend(Words words) {
        return words.list(Stream.of(Outcome.ELIGIBLE, Outcome.INELIGIBLE, Outcome.INCOMPLETE, Outcome.REVIEW)
                .map(o -> Words.mark(o) + " " + words.of(o)));
    }
}
