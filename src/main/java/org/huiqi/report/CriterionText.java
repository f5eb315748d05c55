package org.huiqi.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ReviewAnswer;
import org.huiqi.verdict.Evidence;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Truth;

/** One criterion: its mark and claim, clause and source status, the figures on both sides, what is missing. */
final class CriterionText {
    private static final int INSET = 4;
    private static final Set<String> YES_OR_NO = Set.of("是", "否", "yes", "no");
    private static final Set<String> PATTERNS = Set.of("符合格式", "matches");

    private final RuleBook book;
    private final Words words;
    private final boolean all;
    private final Profile profile;

    CriterionText(RuleBook book, Words words, Detail detail, Profile profile) {
        this.book = book;
        this.words = words;
        this.all = detail.all();
        this.profile = profile;
    }

    /** {@code worth}: points of a score item, or nothing; {@code subject}: the element the verdict is about. */
    void write(Page page, int indent, Finding finding, Sense sense, String worth, String subject) {
        Criterion criterion = book.getCriterion(finding.criterion());
        Truth truth = finding.truth();
        page.item(
                indent,
                sense.mark(truth),
                criterion.id() + " " + sense.claim(words, words.claim(criterion), truth) + worth,
                words.cite(criterion));
        evidence(page, indent + INSET, finding, sense, subject);
        if (criterion.judged()) {
            review(page, indent + INSET, criterion, truth, subject);
        }
        if (!finding.missing().isEmpty()) {
            page.line(indent + INSET, words.of("缺: ", "missing: ") + words.named(finding.missing(), subject));
        }
        finding.fault().ifPresent(f -> page.line(indent + INSET, words.of("计算出错: ", "failed: ") + f));
        boolean against = truth == Truth.REVIEW || truth == (sense == Sense.EXCLUDED ? Truth.MET : Truth.UNMET);
        if (!criterion.note().isEmpty() && (all || against && sense != Sense.ASKED)) {
            page.line(indent + INSET, words.of("说明: ", "note: ") + criterion.note());
        }
    }

    private void evidence(Page page, int indent, Finding finding, Sense sense, String subject) {
        List<Evidence> shown = finding.evidence().stream()
                .filter(e -> all || telling(e, finding, sense))
                .toList();
        boolean several = shown.size() > 1 && sense == Sense.REQUIRED;
        for (Evidence e : shown) {
            String whose = e.subject().isEmpty() || e.subject().equals(subject) ? "" : "[" + e.subject() + "] ";
            page.line(indent, whose + e.left() + demand(e, sense) + (several ? "  " + Words.mark(e.truth()) : ""));
        }
    }

    /** Worth a line: not a divisor's being above zero, not a yes that the claim says itself, of a failed criterion only what failed. */
    private static boolean telling(Evidence e, Finding finding, Sense sense) {
        boolean guard = finding.evidence().size() > 1
                && e.operator().equals(">")
                && e.right().equals("0")
                && e.truth() != Truth.UNMET;
        boolean repeats = YES_OR_NO.contains(e.right()) && (sense == Sense.ASKED || e.truth() == Truth.UNKNOWN);
        boolean pattern = PATTERNS.contains(e.operator()) && e.truth() == Truth.UNKNOWN;
        boolean beside = finding.truth() == Truth.UNMET && e.truth() != Truth.UNMET;
        return !guard && !repeats && !pattern && !beside;
    }

    private String demand(Evidence e, Sense sense) {
        if (!all && PATTERNS.contains(e.operator())) {
            return "";
        }
        boolean equal = e.operator().equals("应为") || e.operator().equals("=");
        String other = equal ? e.right() : e.operator() + " " + e.right();
        if (sense == Sense.REQUIRED) {
            return words.of("  (要求: ", "  (required: ") + other + ")";
        }
        return YES_OR_NO.contains(e.right()) ? "" : words.of("  (" + other + " 才算)", "  (is so if " + other + ")");
    }

    private void review(Page page, int indent, Criterion criterion, Truth truth, String subject) {
        if (truth == Truth.REVIEW) {
            page.line(indent, words.of("由评审人判断,还没有意见", "for a reviewer to judge; no opinion yet"));
        }
        profile.findReview(criterion.id(), subject).ifPresent(r -> page.line(indent, opinion(r)));
    }

    private String opinion(ReviewAnswer review) {
        String decided = review.met() ? words.of("满足", "met") : words.of("不满足", "not met");
        String who = java.util.stream.Stream.of(review.by(), review.at(), review.note())
                .flatMap(java.util.Optional::stream)
                .collect(Collectors.joining(words.of(",", ", ")));
        return words.of("评审意见: ", "reviewer: ") + decided + (who.isEmpty() ? "" : " (" + who + ")");
    }
}
