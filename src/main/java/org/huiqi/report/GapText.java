package org.huiqi.report;

import org.huiqi.advise.Move;
import org.huiqi.advise.Shortfall;
import org.huiqi.advise.Way;

/** How far a verdict is from a yes, in a few lines: the smallest changes, what only time does, and what stands in the way for good. */
final class GapText {
    private final Words words;
    private final MoveText moves;

    GapText(Words words, MoveText moves) {
        this.words = words;
        this.moves = moves;
    }

    /** Every way that was found, or why there is none; {@code most}: so many obstacles. */
    void write(Page page, Shortfall gap, int most) {
        for (int i = 0; i < gap.ways().size(); i++) {
            way(page, i == 0 ? "" : words.of("或者 ", "or "), gap.ways().get(i));
        }
        obstacles(page, gap, most);
    }

    /** The easiest way alone; where there is none, nothing. */
    void first(Page page, Shortfall gap) {
        gap.ways().stream().limit(1).forEach(w -> way(page, "", w));
    }

    private void way(Page page, String or, Way way) {
        String all = words.list(way.moves().stream().map(m -> kind(m) + moves.say(m)));
        page.item("→", or + all + words.of(" ⇒ ", " => ") + words.of(way.reached()));
    }

    private void obstacles(Page page, Shortfall gap, int most) {
        gap.obstacles().stream().limit(most).forEach(o -> page.item("×", moves.say(o)));
        int more = gap.obstacles().size() - most;
        if (more > 0) {
            page.item("×", words.of("另有 " + more + " 条也是这样", more + " more like these"));
        }
        if (gap.ways().isEmpty()
                && gap.obstacles().isEmpty()
                && gap.verdict().missing().isEmpty()) {
            page.item("×", words.of("需要改变的太多,没有逐一试", "too much would have to change; not every way was tried"));
        }
    }

    private String kind(Move move) {
        return switch (move.kind()) {
            case ACT -> "";
            case TIME -> words.of("[等时间] ", "[time] ");
            case ANSWER -> words.of("[待回答] ", "[answer] ");
        };
    }

    /** Whose verdict it is beside the enterprise's own, and how many more there are like it. */
    String subject(Shortfall gap) {
        String subject = gap.verdict().subject();
        int more = gap.alike().size();
        String alike = more == 0 ? "" : words.of("(另有 " + more + " 个相同)", " (and " + more + " more like it)");
        return subject.isEmpty() ? "" : words.of("“" + subject + "”", " '" + subject + "'") + alike;
    }
}
