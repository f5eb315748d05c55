package org.huiqi.report;

import java.util.List;
import org.huiqi.assess.RuleBook;
import org.huiqi.assess.Wording;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.verdict.Interval;

/** What a stage demands, as the rules say it: nobody's figures. */
final class RequirementText {
    private final RuleBook book;
    private final Words words;

    RequirementText(RuleBook book, Words words) {
        this.book = book;
        this.words = words;
    }

    void write(Page page, Requirement requirement) {
        if (requirement instanceof Requirement.One one) {
            criterion(page, one.criterion());
        } else if (requirement instanceof Requirement.Group group) {
            group(page, group);
        } else if (requirement instanceof Requirement.Branch branch) {
            branch(page, branch);
        } else if (requirement instanceof Requirement.Scored scored) {
            score(page, scored.score());
        } else if (requirement instanceof Requirement.Scoped scoped) {
            String editions = words.list(scoped.only().stream());
            page.item("·", words.of("只在 ", "only in ") + editions + ":");
            write(page.in(), scoped.inner());
        }
    }

    private void criterion(Page page, String id) {
        Criterion criterion = book.getCriterion(id);
        String judged = criterion.judged() ? words.of(" (由人评审)", " (for a reviewer)") : "";
        page.item("·", words.claim(id) + judged, words.cite(criterion));
        page.in().line(criterion.note());
    }

    private void group(Page page, Requirement.Group group) {
        String how = how(group);
        boolean both = !how.isEmpty() && !group.label().isEmpty();
        String heading = group.label() + (both ? " — " : "") + how;
        Page inner = heading.isEmpty() ? page : page.item("▸", heading + ":").in();
        group.parts().forEach(p -> part(inner, group, p));
    }

    private String how(Requirement.Group group) {
        return switch (group.join()) {
            case ALL -> "";
            case ANY -> words.of("满足其一即可", "any one is enough");
            case NONE -> words.of("不得有下列情形", "none of these may be the case");
            case AT_LEAST -> words.of("至少满足" + group.count() + "项", "at least " + group.count() + " of these");
        };
    }

    /** Demands that only together are one way must look like one. */
    private void part(Page page, Requirement.Group group, Requirement part) {
        boolean together = part instanceof Requirement.Group g
                && how(g).isEmpty()
                && g.label().isEmpty();
        boolean several = together && group.join() != Requirement.Join.ALL;
        write(several ? page.item("▸", words.of("同时满足:", "together:")).in() : page, part);
    }

    private void branch(Page page, Requirement.Branch branch) {
        String label = branch.label().isEmpty() ? "" : branch.label() + " — ";
        Page inner = page.item("▸", label + words.of("如果:", "if:")).in();
        write(inner, branch.condition());
        write(inner.line(words.of("则要求:", "then required:")), branch.then());
        branch.otherwise().ifPresent(o -> write(inner.line(words.of("否则要求:", "otherwise required:")), o));
    }

    private void score(Page page, Score score) {
        String threshold = (score.strict() ? "> " : "≥ ") + words.points(Interval.point(score.threshold()));
        String cite = words.cite(score.document(), score.clause(), score.seen());
        page.item("▸", score.id() + " " + score.label() + " " + threshold, cite);
        score.sections().forEach(s -> section(page.in(), s));
    }

    private void section(Page page, Score.Section section) {
        String cap = section.cap()
                .map(Wording::number)
                .map(c -> words.of(" (最多" + c + "分)", " (at most " + c + " points)"))
                .orElse("");
        page.line(section.label() + cap + ":");
        section.items().forEach(i -> item(page.in(), i));
    }

    private void item(Page page, Score.Item item) {
        if (item instanceof Score.Item.Best best) {
            bands(page, best.criteria());
            if (best.atLeast().signum() > 0) {
                page.item("·", words.of("其他: ", "otherwise: ") + words.points(Interval.point(best.atLeast())));
            }
        } else if (item instanceof Score.Item.OfField given) {
            field(page, given.field());
        }
    }

    private void field(Page page, String name) {
        book.dictionary()
                .enterprise()
                .find(name)
                .ifPresent(f -> page.item("·", words.label(f) + ": " + words.points(new Interval(f.min(), f.max()))));
    }

    private void bands(Page page, List<String> bands) {
        bands.forEach(id -> page.item("·", words.claim(id) + worth(book.getCriterion(id))));
    }

    private String worth(Criterion criterion) {
        return criterion
                .points()
                .map(p -> ": " + words.points(new Interval(p.low(), p.high())))
                .orElse("");
    }
}
