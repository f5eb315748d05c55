package org.huiqi.report;

import java.util.List;
import org.huiqi.assess.RuleBook;
import org.huiqi.assess.Wording;
import org.huiqi.engine.Criterion;
import org.huiqi.verdict.Evidence;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.PointsTotal;

/** A requirement tree as indented text: each criterion with its mark, both sides of its tests, clause and source status. */
final class TreeText {
    private final RuleBook book;
    private final Words words;

    TreeText(RuleBook book, Words words) {
        this.book = book;
        this.words = words;
    }

    void write(StringBuilder out, Node node, String indent) {
        switch (node.kind()) {
            case CRITERION -> node.finding().ifPresent(f -> criterion(out, f, indent));
            case ALL -> all(out, node, indent);
            case ANY -> group(out, node, indent, words.of("满足其一即可", "any of"));
            case NONE ->
                group(out, node, indent, words.of("不得有下列情形(下面的 ✗ 表示没有该情形)", "none of (✗ below means: not the case)"));
            case AT_LEAST ->
                group(out, node, indent, words.of("至少满足" + node.count() + "项", "at least " + node.count() + " of"));
            case IF -> branch(out, node, indent);
            case SCORE -> node.points().ifPresent(p -> score(out, node, p, indent));
        }
    }

    private void all(StringBuilder out, Node node, String indent) {
        if (node.label().isEmpty()) {
            node.parts().forEach(p -> write(out, p, indent));
        } else {
            group(out, node, indent, words.of("全部满足", "all of"));
        }
    }

    private void group(StringBuilder out, Node node, String indent, String how) {
        out.append(indent)
                .append(Words.mark(node.truth()))
                .append(' ')
                .append(node.label().isEmpty() ? "" : node.label() + " — ")
                .append(how)
                .append(":\n");
        node.parts().forEach(p -> write(out, p, indent + "  "));
    }

    private void branch(StringBuilder out, Node node, String indent) {
        out.append(indent)
                .append(Words.mark(node.truth()))
                .append(' ')
                .append(node.label().isEmpty() ? "" : node.label() + " — ")
                .append(words.of("如果:\n", "if:\n"));
        write(out, node.parts().get(0), indent + "  ");
        out.append(indent).append(words.of("  则须:\n", "  then:\n"));
        write(out, node.parts().get(1), indent + "    ");
        if (node.parts().size() > 2) {
            out.append(indent).append(words.of("  否则须:\n", "  else:\n"));
            write(out, node.parts().get(2), indent + "    ");
        }
    }

    private void criterion(StringBuilder out, Finding finding, String indent) {
        Criterion criterion = book.getCriterion(finding.criterion());
        out.append(indent)
                .append(Words.mark(finding.truth()))
                .append(' ')
                .append(criterion.id())
                .append(' ')
                .append(words.claim(criterion));
        out.append("  〔")
                .append(criterion.document())
                .append(' ')
                .append(criterion.clause())
                .append(" · ")
                .append(words.of(criterion.seen()))
                .append("〕\n");
        finding.evidence().forEach(e -> evidence(out, e, indent + "    "));
        if (!finding.missing().isEmpty()) {
            out.append(indent)
                    .append(words.of("    缺: ", "    missing: "))
                    .append(words.missing(finding.missing()))
                    .append('\n');
        }
        finding.fault()
                .ifPresent(f -> out.append(indent)
                        .append(words.of("    计算出错: ", "    failed: "))
                        .append(f)
                        .append('\n'));
    }

    private static void evidence(StringBuilder out, Evidence e, String indent) {
        out.append(indent)
                .append(e.subject().isEmpty() ? "" : "[" + e.subject() + "] ")
                .append(e.left())
                .append("  ")
                .append(e.operator())
                .append("  ")
                .append(e.right());
        out.append("  ").append(Words.mark(e.truth())).append('\n');
    }

    private void score(StringBuilder out, Node node, PointsTotal points, String indent) {
        out.append(indent)
                .append(Words.mark(node.truth()))
                .append(' ')
                .append(points.id())
                .append(' ')
                .append(points.label())
                .append(": ")
                .append(range(points.total()));
        out.append(words.of("分, 要求", " points, required "))
                .append(points.strict() ? "> " : "≥ ")
                .append(Wording.number(points.threshold()))
                .append("  〔")
                .append(words.of(points.seen()))
                .append("〕\n");
        List<PointsTotal.SectionPoints> sections = points.sections();
        sections.forEach(s -> out.append(indent)
                .append("    ")
                .append(s.label())
                .append(": ")
                .append(range(s.points()))
                .append('\n'));
        node.parts().forEach(p -> write(out, p, indent + "    "));
    }

    private static String range(Interval interval) {
        String low = interval.low() == null ? "?" : Wording.number(interval.low());
        String high = interval.high() == null ? "?" : Wording.number(interval.high());
        return low.equals(high) ? low : low + "–" + high;
    }
}
