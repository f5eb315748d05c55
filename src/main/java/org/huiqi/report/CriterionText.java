package org.huiqi.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.engine.Criterion;
import org.huiqi.profile.ReviewAnswer;
import org.huiqi.verdict.Evidence;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Truth;

/** One criterion: its mark and claim, clause and source status, the figures on both sides, what is missing. */
final class CriterionText {
    private static final int INSET = 4;
    private final Report report;
    private final String subject;

    /** {@code subject}: key of the element the verdict is about. */
    CriterionText(Report report, String subject) {
        this.report = report;
        this.subject = subject;
    }

    void write(Page page, Finding finding, Sense sense) {
        write(page, finding, sense, "");
    }

    /** {@code worth}: what is said of it besides, such as the points it gives. */
    void write(Page page, Finding finding, Sense sense, String worth) {
        Criterion criterion = report.criterion(finding.criterion());
        String claim = sense.claim(report.words(), report.words().claim(criterion), finding.truth());
        String line = criterion.id() + " " + claim + worth;
        page.item(sense.mark(finding.truth()), line, report.words().cite(criterion));
        evidence(page.in(INSET), finding, sense);
        review(page.in(INSET), criterion, finding.truth());
        open(page.in(INSET), finding);
        note(page.in(INSET), criterion, sense.against(finding.truth()));
    }

    private void evidence(Page page, Finding finding, Sense sense) {
        List<Evidence> shown = finding.evidence().stream()
                .filter(e -> report.all() || Telling.tells(e, finding, sense))
                .toList();
        boolean marked = shown.size() > 1 && sense == Sense.REQUIRED;
        shown.forEach(
                e -> page.line(whose(e) + e.left() + demand(e, sense) + (marked ? "  " + Words.mark(e.truth()) : "")));
    }

    private String whose(Evidence e) {
        return e.subject().isEmpty() || e.subject().equals(subject) ? "" : "[" + e.subject() + "] ";
    }

    private String demand(Evidence e, Sense sense) {
        boolean untold = !report.all() && Telling.pattern(e);
        String demand =
                sense == Sense.REQUIRED ? report.say("(要求: ", "(required: ") + Telling.other(e) + ")" : bound(e);
        return untold || demand.isEmpty() ? "" : "  " + Page.glued(demand);
    }

    /** Where what is asked or excluded begins. */
    private String bound(Evidence e) {
        String other = Telling.other(e);
        return Telling.yesOrNo(e) ? "" : report.say("(" + other + " 才算)", "(is so if " + other + ")");
    }

    private void review(Page page, Criterion criterion, Truth truth) {
        if (truth == Truth.REVIEW) {
            page.line(report.say("由评审人判断,还没有意见", "for a reviewer to judge; no opinion yet"));
        } else if (criterion.judged()) {
            report.profile().findReview(criterion.id(), subject).ifPresent(r -> page.line(opinion(r)));
        }
    }

    private String opinion(ReviewAnswer review) {
        String decided = review.met() ? report.say("满足", "met") : report.say("不满足", "not met");
        String who = who(review);
        return report.say("评审意见: ", "reviewer: ") + decided + (who.isEmpty() ? "" : " (" + who + ")");
    }

    private String who(ReviewAnswer review) {
        return Stream.of(review.by(), review.at(), review.note())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(report.say(",", ", ")));
    }

    private void open(Page page, Finding finding) {
        if (!finding.missing().isEmpty()) {
            page.line(report.say("缺: ", "missing: ") + report.words().named(finding.missing(), subject));
        }
        finding.fault().ifPresent(f -> page.line(report.say("计算出错: ", "failed: ") + f));
    }

    private void note(Page page, Criterion criterion, boolean wanted) {
        if (!criterion.note().isEmpty() && (wanted || report.all())) {
            page.line(report.say("说明: ", "note: ") + criterion.note());
        }
    }
}
