package org.huiqi.report;

import java.util.List;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Truth;

/** A requirement tree as indented text. Unless all is asked for, what cannot matter any more is left out and counted. */
final class TreeText {
    private final Report report;
    private final CriterionText criteria;
    private final ScoreText scores;

    /** {@code subject}: key of the element the verdict is about. */
    TreeText(Report report, String subject) {
        this.report = report;
        this.criteria = new CriterionText(report, subject);
        this.scores = new ScoreText(report, criteria);
    }

    void write(Page page, Node node) {
        write(page, node, Sense.REQUIRED);
    }

    private void write(Page page, Node node, Sense sense) {
        switch (node.kind()) {
            case CRITERION -> node.finding().ifPresent(f -> criteria.write(page, f, sense));
            case SCORE -> node.points().ifPresent(p -> scores.write(page, node, p));
            case IF -> branch(page, node);
            case ALL -> every(page, node, sense);
            case ANY, AT_LEAST -> some(page, node, sense);
            case NONE -> none(page, node, sense);
        }
    }

    private void every(Page page, Node node, Sense sense) {
        if (node.label().isEmpty() && sense == Sense.REQUIRED) {
            parts(page, node, sense);
        } else {
            heading(page, node, sense, node.label().isEmpty() ? report.say("以下都成立", "all of these") : "");
            parts(page.in(), node, sense.within());
        }
    }

    private void parts(Page page, Node node, Sense sense) {
        node.parts().forEach(p -> write(page, p, sense));
    }

    private void none(Page page, Node node, Sense sense) {
        heading(page, node, sense, report.say("不得有下列情形", "none of these may be the case"));
        parts(page.in(), node, sense.excluding());
    }

    private void some(Page page, Node node, Sense sense) {
        heading(page, node, sense, how(node));
        List<Node> shown = report.all() || sense != Sense.REQUIRED ? node.parts() : Relevant.parts(node);
        shown.forEach(p -> alternative(page.in(), p, sense));
        leftOut(page.in(), node.parts().size() - shown.size());
    }

    private String how(Node node) {
        return node.kind() == Node.Kind.ANY
                ? report.say("满足其一即可", "any one is enough")
                : report.say("至少满足" + node.count() + "项", "at least " + node.count() + " of these");
    }

    /** Demands that only together are one way must look like one. */
    private void alternative(Page page, Node node, Sense sense) {
        boolean several = node.kind() == Node.Kind.ALL && node.label().isEmpty() && sense == Sense.REQUIRED;
        if (several) {
            page.item(Words.mark(node.truth()), report.say("同时满足:", "together:"));
        }
        write(several ? page.in() : page, node, sense);
    }

    private void leftOut(Page page, int count) {
        if (count > 0) {
            page.item("·", report.say("另有" + count + "种途径,从略", count + " more ways, not needed"));
        }
    }

    private void heading(Page page, Node node, Sense sense, String how) {
        boolean both = !node.label().isEmpty() && !how.isEmpty();
        String claim = node.label() + (both ? " — " : "") + how;
        page.item(sense.mark(node.truth()), sense.claim(report.words(), claim, node.truth()) + ":");
    }

    private void branch(Page page, Node node) {
        boolean decided = node.parts().get(0).truth().decided();
        if (decided && !report.all()) {
            taken(titled(page, node, ""), node);
        } else {
            bothWays(titled(page, node, report.say("视情况而定", "depends")), node);
        }
    }

    /** Writes the label, or what stands for it, and goes on below it; without either the question speaks for itself. */
    private static Page titled(Page page, Node node, String otherwise) {
        String title = node.label().isEmpty() ? otherwise : node.label();
        return title.isEmpty()
                ? page
                : page.item(Words.mark(node.truth()), title + ":").in();
    }

    private void taken(Page page, Node node) {
        List<Node> shown = Relevant.parts(node);
        write(page, shown.get(0), Sense.ASKED);
        String so = shown.size() > 1
                ? report.say("所以要求:", "so required:")
                : report.say("所以没有另外的要求", "so nothing more is required");
        page.item("·", so);
        shown.stream().skip(1).forEach(p -> write(page, p));
    }

    private void bothWays(Page page, Node node) {
        Truth holds = node.parts().get(0).truth();
        write(page, node.parts().get(0), Sense.ASKED);
        way(
                page,
                report.say("是的话,要求", "if so, required"),
                holds == Truth.UNMET,
                node.parts().get(1));
        node.parts().stream()
                .skip(2)
                .forEach(p -> way(page, report.say("不是的话,要求", "if not, required"), holds == Truth.MET, p));
    }

    private void way(Page page, String when, boolean idle, Node node) {
        page.item("·", when + (idle ? report.say("(不适用)", " (does not apply)") : "") + ":");
        write(page, node);
    }
}
