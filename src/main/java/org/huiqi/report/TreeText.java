package org.huiqi.report;

import java.util.List;
import org.huiqi.assess.RuleBook;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Truth;

/** A requirement tree as indented text. Unless all is asked for, what cannot matter any more is left out and counted. */
final class TreeText {
    private static final int INSET = 2;
    private final Words words;
    private final boolean all;
    private final CriterionText criteria;
    private final ScoreText scores;

    TreeText(RuleBook book, Words words, Detail detail, Profile profile) {
        this.words = words;
        this.all = detail.all();
        this.criteria = new CriterionText(book, words, detail, profile);
        this.scores = new ScoreText(book, words, detail, profile, criteria);
    }

    /** {@code subject}: key of the element the verdict is about. */
    void write(Page page, int indent, Node node, String subject) {
        write(page, indent, node, Sense.REQUIRED, subject);
    }

    private void write(Page page, int indent, Node node, Sense sense, String subject) {
        switch (node.kind()) {
            case CRITERION -> node.finding().ifPresent(f -> criteria.write(page, indent, f, sense, "", subject));
            case SCORE -> node.points().ifPresent(p -> scores.write(page, indent, node, p, subject));
            case IF -> branch(page, indent, node, subject);
            case ALL -> every(page, indent, node, sense, subject);
            case ANY, AT_LEAST -> some(page, indent, node, sense, subject);
            case NONE -> none(page, indent, node, sense, subject);
        }
    }

    private void every(Page page, int indent, Node node, Sense sense, String subject) {
        boolean bare = node.label().isEmpty() && sense == Sense.REQUIRED;
        Sense within = sense == Sense.EXCLUDED ? Sense.ASKED : sense;
        if (!bare) {
            boolean named = !node.label().isEmpty();
            heading(page, indent, node, sense, named ? "" : words.of("以下都成立", "all of these"));
        }
        node.parts().forEach(p -> write(page, bare ? indent : indent + INSET, p, within, subject));
    }

    private void some(Page page, int indent, Node node, Sense sense, String subject) {
        String how = node.kind() == Node.Kind.ANY
                ? words.of("满足其一即可", "any one is enough")
                : words.of("至少满足" + node.count() + "项", "at least " + node.count() + " of these");
        heading(page, indent, node, sense, how);
        List<Node> shown = all || sense != Sense.REQUIRED ? node.parts() : Relevant.parts(node);
        shown.forEach(p -> alternative(page, indent + INSET, p, sense, subject));
        leftOut(page, indent + INSET, node.parts().size() - shown.size());
    }

    /** Demands that only together are one way must look like one. */
    private void alternative(Page page, int indent, Node node, Sense sense, String subject) {
        boolean several = node.kind() == Node.Kind.ALL && node.label().isEmpty() && sense == Sense.REQUIRED;
        if (several) {
            page.item(indent, Words.mark(node.truth()), words.of("同时满足:", "together:"));
        }
        write(page, several ? indent + INSET : indent, node, sense, subject);
    }

    private void leftOut(Page page, int indent, int count) {
        if (count > 0) {
            page.item(indent, "·", words.of("另有" + count + "种途径,从略", count + " more ways, not needed"));
        }
    }

    private void none(Page page, int indent, Node node, Sense sense, String subject) {
        heading(page, indent, node, sense, words.of("不得有下列情形", "none of these may be the case"));
        Sense within = sense == Sense.REQUIRED ? Sense.EXCLUDED : Sense.ASKED;
        node.parts().forEach(p -> write(page, indent + INSET, p, within, subject));
    }

    private void heading(Page page, int indent, Node node, Sense sense, String how) {
        boolean both = !node.label().isEmpty() && !how.isEmpty();
        String claim = node.label() + (both ? " — " : "") + how;
        page.item(indent, sense.mark(node.truth()), sense.claim(words, claim, node.truth()) + ":");
    }

    /** A nameless branch that is decided needs no heading: the question and what follows speak for themselves. */
    private void branch(Page page, int indent, Node node, String subject) {
        Node condition = node.parts().get(0);
        boolean plain = !all && condition.truth().decided();
        boolean bare = plain && node.label().isEmpty();
        int inner = bare ? indent : indent + INSET;
        if (!bare) {
            String title = node.label().isEmpty() ? words.of("视情况而定", "depends") : node.label();
            page.item(indent, Words.mark(node.truth()), title + ":");
        }
        write(page, inner, condition, Sense.ASKED, subject);
        if (plain) {
            taken(page, inner, node, subject);
        } else {
            bothWays(page, inner, node, subject);
        }
    }

    private void taken(Page page, int indent, Node node, String subject) {
        List<Node> shown = Relevant.parts(node);
        boolean more = shown.size() > 1;
        page.item(
                indent,
                "·",
                more ? words.of("所以要求:", "so required:") : words.of("所以没有另外的要求", "so nothing more is required"));
        shown.stream().skip(1).forEach(p -> write(page, indent, p, Sense.REQUIRED, subject));
    }

    private void bothWays(Page page, int indent, Node node, String subject) {
        Truth holds = node.parts().get(0).truth();
        String idle = words.of("(不适用)", " (does not apply)");
        page.item(indent, "·", words.of("是的话,要求", "if so, required") + (holds == Truth.UNMET ? idle : "") + ":");
        write(page, indent, node.parts().get(1), Sense.REQUIRED, subject);
        if (node.parts().size() > 2) {
            page.item(indent, "·", words.of("不是的话,要求", "if not, required") + (holds == Truth.MET ? idle : "") + ":");
            write(page, indent, node.parts().get(2), Sense.REQUIRED, subject);
        }
    }
}
