package org.huiqi.report;

import java.util.List;
import java.util.Optional;
import org.huiqi.assess.RuleBook;
import org.huiqi.assess.Wording;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.verdict.Interval;

/** What a stage demands, as the rules say it: nobody's figures. */
final class RequirementText {
    private static final int INSET = 2;
    private final RuleBook book;
    private final Words words;

    RequirementText(RuleBook book, Words words) {
        this.book = book;
        this.words = words;
    }

    void write(Page page, int indent, Requirement requirement) {
        if (requirement instanceof Requirement.One one) {
            criterion(page, indent, one.criterion());
        } else if (requirement instanceof Requirement.Group group) {
            group(page, indent, group);
        } else if (requirement instanceof Requirement.Branch branch) {
            branch(page, indent, branch);
        } else if (requirement instanceof Requirement.Scored scored) {
            score(page, indent, scored.score());
        } else if (requirement instanceof Requirement.Scoped scoped) {
            String editions = words.list(scoped.only().stream());
            page.item(indent, "·", words.of("只在 " + editions + ":", "only in " + editions + ":"));
            write(page, indent + INSET, scoped.inner());
        }
    }

    private void criterion(Page page, int indent, String id) {
        Criterion criterion = book.getCriterion(id);
        String judged = criterion.judged() ? words.of(" (由人评审)", " (for a reviewer)") : "";
        page.item(indent, "·", words.claim(id) + judged, words.cite(criterion));
        if (!criterion.note().isEmpty()) {
            page.line(indent + INSET, criterion.note());
        }
    }

    private void group(Page page, int indent, Requirement.Group group) {
        String how = switch (group.join()) {
            case ALL -> "";
            case ANY -> words.of("满足其一即可", "any one is enough");
            case NONE -> words.of("不得有下列情形", "none of these may be the case");
            case AT_LEAST -> words.of("至少满足" + group.count() + "项", "at least " + group.count() + " of these");
        };
        boolean bare = how.isEmpty() && group.label().isEmpty();
        if (!bare) {
            boolean both = !how.isEmpty() && !group.label().isEmpty();
            page.item(indent, "▸", group.label() + (both ? " — " : "") + how + ":");
        }
        group.parts().forEach(p -> part(page, bare ? indent : indent + INSET, group, p));
    }

    /** Demands that only together are one way must look like one. */
    private void part(Page page, int indent, Requirement.Group group, Requirement part) {
        boolean several = part instanceof Requirement.Group g
                && g.join() == Requirement.Join.ALL
                && g.label().isEmpty()
                && group.join() != Requirement.Join.ALL;
        if (several) {
            page.item(indent, "▸", words.of("同时满足:", "together:"));
        }
        write(page, several ? indent + INSET : indent, part);
    }

    private void branch(Page page, int indent, Requirement.Branch branch) {
        page.item(indent, "▸", (branch.label().isEmpty() ? "" : branch.label() + " — ") + words.of("如果:", "if:"));
        write(page, indent + INSET, branch.condition());
        page.line(indent + INSET, words.of("则要求:", "then required:"));
        write(page, indent + INSET, branch.then());
        branch.otherwise().ifPresent(other -> {
            page.line(indent + INSET, words.of("否则要求:", "otherwise required:"));
            write(page, indent + INSET, other);
        });
    }

    private void score(Page page, int indent, Score score) {
        String threshold = (score.strict() ? "> " : "≥ ") + Wording.number(score.threshold());
        page.item(
                indent,
                "▸",
                score.id() + " " + score.label() + " " + threshold + words.of("分", " points"),
                words.cite(score.document(), score.clause(), score.seen()));
        for (Score.Section section : score.sections()) {
            String cap = section.cap()
                    .map(c -> words.of(" (最多", " (at most ") + Wording.number(c) + words.of("分)", " points)"))
                    .orElse("");
            page.line(indent + INSET, section.label() + cap + ":");
            section.items().forEach(item -> item(page, indent + 2 * INSET, item));
        }
    }

    private void item(Page page, int indent, Score.Item item) {
        if (item instanceof Score.Item.OfField given) {
            Optional.of(book.dictionary().enterprise())
                    .flatMap(t -> t.find(given.field()))
                    .ifPresent(f -> page.item(
                            indent, "·", words.label(f) + ": " + words.points(new Interval(f.min(), f.max()))));
            return;
        }
        Score.Item.Best best = (Score.Item.Best) item;
        best.criteria().forEach(id -> page.item(
                indent,
                "·",
                words.claim(id)
                        + book.getCriterion(id)
                                .points()
                                .map(p -> ": " + words.points(new Interval(p.low(), p.high())))
                                .orElse("")));
        if (best.atLeast().signum() > 0) {
            page.item(indent, "·", words.of("其他: ", "otherwise: ") + words.points(Interval.point(best.atLeast())));
        }
    }
}
