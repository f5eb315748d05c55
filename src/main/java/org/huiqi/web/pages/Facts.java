package org.huiqi.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.engine.Criterion;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ReviewAnswer;
import org.huiqi.report.Sense;
import org.huiqi.report.Telling;
import org.huiqi.report.Words;
import org.huiqi.verdict.Evidence;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Truth;

/** The lines below a criterion: both sides of each comparison, what is missing, what a reviewer said. */
final class Facts {
    private final Words words;
    private final Profile profile;
    private final String subject;

    Facts(Words words, Profile profile, String subject) {
        this.words = words;
        this.profile = profile;
        this.subject = subject;
    }

    List<Demand.Line> of(Criterion criterion, Finding finding, Sense sense) {
        List<Demand.Line> lines = new ArrayList<>();
        finding.evidence().stream()
                .filter(e -> Telling.tells(e, finding, sense))
                .forEach(e -> lines.add(new Demand.Line("figure", whose(e) + e.left() + demand(e, sense))));
        review(criterion, finding.truth()).ifPresent(lines::add);
        if (!finding.missing().isEmpty()) {
            String missing = words.list(words.missing(finding.missing()).stream());
            lines.add(new Demand.Line("lack", words.of("缺:", "Missing: ") + missing));
        }
        finding.fault().ifPresent(f -> lines.add(new Demand.Line("lack", words.of("计算出错:", "Failed: ") + f)));
        if (!criterion.note().isEmpty() && sense.against(finding.truth())) {
            lines.add(new Demand.Line("note", Typesetting.chinese(criterion.note())));
        }
        return lines;
    }

    private String whose(Evidence e) {
        return e.subject().isEmpty() || e.subject().equals(subject) ? "" : "[" + e.subject() + "] ";
    }

    private String demand(Evidence e, Sense sense) {
        if (Telling.pattern(e) || sense != Sense.REQUIRED && Telling.yesOrNo(e)) {
            return "";
        }
        String other = Telling.other(e);
        return sense == Sense.REQUIRED
                ? words.of(" — 要求 ", " — required ") + other
                : words.of(" — " + other + " 才算", " — is so if " + other);
    }

    private Optional<Demand.Line> review(Criterion criterion, Truth truth) {
        if (truth == Truth.REVIEW) {
            return Optional.of(
                    new Demand.Line("review", words.of("由评审人判断,还没有意见", "for a reviewer to judge; no opinion yet")));
        }
        return Optional.of(criterion)
                .filter(Criterion::judged)
                .flatMap(c -> profile.findReview(c.id(), subject))
                .map(r -> new Demand.Line("review", opinion(r)));
    }

    private String opinion(ReviewAnswer review) {
        String who = Stream.of(review.by(), review.at(), review.note())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(words.of("、", ", ")));
        String decided = review.met() ? words.of("满足", "met") : words.of("不满足", "not met");
        return words.of("评审意见:", "Reviewer: ") + decided + (who.isEmpty() ? "" : " (" + who + ")");
    }
}
