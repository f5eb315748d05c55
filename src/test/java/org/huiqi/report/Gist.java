package org.huiqi.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** A whole assessment in a form a person can hold against the documents: what was decided, on which ground, by which edition, and the money. */
final class Gist {
    private final RuleBook book;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    Gist(RuleBook book) {
        this.book = book;
        this.words = new Words(book, Lang.ZH);
    }

    String of(Assessment assessment) {
        assessment.policies().forEach(this::policy);
        return text.toString();
    }

    private void policy(PolicyAssessment assessment) {
        Policy policy = book.findPolicy(assessment.policy()).orElseThrow();
        line("\n" + policy.id() + " " + policy.name().zh());
        Map<List<Object>, List<Verdict>> alike = assessment.verdicts().stream()
                .collect(Collectors.groupingBy(Gist::said, LinkedHashMap::new, Collectors.toList()));
        alike.values().forEach(this::verdict);
        assessment.amount().ifPresent(a -> a.totals().forEach(this::total));
    }

    /** Everything this text says of a verdict but whose it is: months that came out alike are told once. */
    private static List<Object> said(Verdict v) {
        String own = "[" + v.subject() + "]";
        List<String> missing =
                v.missing().stream().map(m -> m.replace(own, "[]")).toList();
        return List.of(v.stage(), v.outcome(), v.edition(), missing, v.decisive(), v.warnings(), v.basis());
    }

    private void verdict(List<Verdict> alike) {
        Verdict v = alike.get(0);
        String subjects = alike.stream().map(Verdict::subject).collect(Collectors.joining("、"));
        line("  " + v.stage() + (subjects.isEmpty() ? "" : " · " + subjects) + ": " + words.outcome(v)
                + v.edition().map(e -> " · " + e).orElse("")
                + v.basis().map(b -> " · " + b.code()).orElse(""));
        v.decisive().forEach(id -> line("    ✗ " + words.claim(id)));
        new Reasons(words).awaiting(v).forEach(c -> line("    ◇ " + c));
        list("? ", v.missing());
        list("或 ", v.possible());
        v.warnings().stream().map(Text::zh).forEach(w -> line("    ! " + w));
    }

    private void list(String mark, List<String> items) {
        if (!items.isEmpty()) {
            line("    " + mark + String.join(" ", items));
        }
    }

    private void total(Amount.Total t) {
        String value = t.value()
                .map(v -> AmountText.number(v, t.unit()) + t.unit())
                .orElse("缺 " + String.join(" ", t.missing()));
        line("  ¥ " + t.figure() + " " + t.label() + ": " + value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
