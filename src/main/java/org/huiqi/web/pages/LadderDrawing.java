package org.huiqi.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiqi.advise.Rung;
import org.huiqi.web.pages.Columns.Slot;

/**
 * Where the boxes and lines of the ladder are: what rests on nothing on the left, each rung to the right of all it rests on, and every line
 * between the boxes.
 *
 * @param width of the picture, in its own units
 */
record LadderDrawing(int width, int height, List<Box> boxes, List<Line> lines) {
    private static final int BOX_WIDTH = 208;
    private static final int BOX_HEIGHT = 66;
    private static final int GAP_X = 68;
    private static final int GAP_Y = 16;
    /** A lane takes as much as two lines need to be told apart. */
    private static final int LANE = 22;

    private static final int EDGE = 8;
    private static final int PITCH = 20;
    private static final int NARROW_PITCH = 18;
    private static final int BASELINE = 5;
    private static final int HEAD = 6;

    record Box(int x, int y, LadderRoute.Step step, List<String> text) {
        int right() {
            return x + BOX_WIDTH;
        }

        int middle() {
            return y + BOX_HEIGHT / 2;
        }

        int width() {
            return BOX_WIDTH;
        }

        int height() {
            return BOX_HEIGHT;
        }

        /** Where the letters of a line stand, all lines together in the middle. */
        int baseline(int line) {
            int pitch = text.size() > 2 ? NARROW_PITCH : PITCH;
            return middle() + BASELINE + line * pitch - (text.size() - 1) * pitch / 2;
        }
    }

    /**
     * From the right of a box to the left of one that rests on it.
     *
     * @param path as SVG writes it
     * @param head of the arrow
     * @param held whether the rung it comes from is reached
     */
    record Line(String from, String to, String path, String head, boolean held) {}

    static LadderDrawing of(List<Rung> rungs, Map<String, LadderRoute.Step> steps) {
        Columns columns = Columns.of(rungs);
        Map<Slot, Integer> levels = Levels.of(columns, (BOX_HEIGHT + GAP_Y) / 2, LANE / 2);
        Map<String, Box> boxes = new LinkedHashMap<>();
        columns.columns()
                .forEach(c -> c.stream()
                        .filter(s -> !s.lane())
                        .forEach(s -> boxes.put(s.policy(), box(s, levels.get(s), steps.get(s.policy())))));
        List<Line> lines = new ArrayList<>();
        rungs.forEach(r ->
                r.requires().forEach(below -> lines.add(line(boxes.get(below), boxes.get(r.policy()), levels))));
        int width = boxes.values().stream().mapToInt(Box::right).max().orElse(0) + EDGE;
        int lowest = levels.values().stream().mapToInt(l -> l).max().orElse(0);
        return new LadderDrawing(width, lowest + BOX_HEIGHT / 2 + 2 * EDGE, List.copyOf(boxes.values()), lines);
    }

    private static Box box(Slot slot, int level, LadderRoute.Step step) {
        List<String> text = Caption.lines(Typesetting.chinese(step.name()));
        return new Box(left(slot.column()), level + EDGE - BOX_HEIGHT / 2, step, text);
    }

    private static int left(int column) {
        return EDGE + column * (BOX_WIDTH + GAP_X);
    }

    private static int column(Box box) {
        return (box.x() - EDGE) / (BOX_WIDTH + GAP_X);
    }

    private static Line line(Box from, Box to, Map<Slot, Integer> levels) {
        Slot start = new Slot(from.step().id(), column(from), false);
        StringBuilder path = new StringBuilder("M%d %d".formatted(from.right(), from.middle()));
        int y = from.middle();
        for (int column = start.column() + 1; column < column(to); column++) {
            int lane = levels.get(new Slot(start.policy(), column, true)) + EDGE;
            path.append(curve(left(column) - GAP_X, y, lane)).append("H").append(left(column) + BOX_WIDTH);
            y = lane;
        }
        path.append(curve(to.x() - GAP_X, y, to.middle()));
        String head =
                "M%d %dl%d %dl%d %d".formatted(to.x() - HEAD, to.middle() - HEAD + 2, HEAD, HEAD - 2, -HEAD, HEAD - 2);
        return new Line(
                start.policy(),
                to.step().id(),
                path.toString(),
                head,
                from.step().state().equals("held"));
    }

    /** Through the gap between two columns; it leaves and arrives level. */
    private static String curve(int x, int y, int end) {
        int bend = x + GAP_X / 2;
        return "C%d %d %d %d %d %d".formatted(bend, y, bend, end, x + GAP_X, end);
    }
}
