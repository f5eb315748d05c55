package org.huiqi.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiqi.advise.Rung;

/**
 * Where the boxes and lines of the ladder are: what rests on nothing on the left, each rung to the right of all it rests on.
 *
 * @param width of the picture, in its own units
 */
record LadderDrawing(int width, int height, List<Box> boxes, List<Line> lines) {
    private static final int BOX_WIDTH = 208;
    private static final int BOX_HEIGHT = 62;
    private static final int GAP_X = 64;
    private static final int GAP_Y = 16;
    private static final int EDGE = 8;
    /** So many units of text fit into a line: a Chinese character takes two, a Latin one about one. */
    private static final int LINE = 24;

    /** Less fits into the first line, which has the mark at its end. */
    private static final int BESIDE_THE_MARK = 22;

    private static final String CLOSING = "\u3001\u3002\uff0c\uff1a\uff1b\uff09\u201d\u300b";
    private static final String OPENING = "\uff08\u201c\u300a";

    private static final int MOST_LINES = 2;

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
    }

    /** {@code path}: as SVG writes it; {@code held}: whether the rung it comes from is reached. */
    record Line(String path, boolean held) {}

    static LadderDrawing of(List<Rung> rungs, Map<String, LadderRoute.Step> steps) {
        Map<Integer, Integer> rows = new HashMap<>();
        Map<String, Box> boxes = new HashMap<>();
        List<Box> all = new ArrayList<>();
        for (Rung rung : tidy(rungs)) {
            int row = rows.merge(rung.height(), 1, Integer::sum) - 1;
            LadderRoute.Step step = steps.get(rung.policy());
            Box box = new Box(
                    EDGE + rung.height() * (BOX_WIDTH + GAP_X),
                    EDGE + row * (BOX_HEIGHT + GAP_Y),
                    step,
                    wrap(Typesetting.chinese(step.name())));
            boxes.put(rung.policy(), box);
            all.add(box);
        }
        List<Line> lines = new ArrayList<>();
        rungs.forEach(r -> r.requires().forEach(below -> lines.add(line(boxes.get(below), boxes.get(r.policy())))));
        int width = all.stream().mapToInt(Box::right).max().orElse(0) + EDGE;
        int height = all.stream().mapToInt(b -> b.y() + BOX_HEIGHT).max().orElse(0) + EDGE;
        return new LadderDrawing(width, height, all, lines);
    }

    /** Rungs of one height beside what they rest on, so that few lines cross. */
    private static List<Rung> tidy(List<Rung> rungs) {
        Map<String, Double> rows = new HashMap<>();
        List<Rung> tidy = new ArrayList<>();
        int heights = rungs.stream().mapToInt(Rung::height).max().orElse(0);
        for (int height = 0; height <= heights; height++) {
            int at = height;
            List<Rung> level = rungs.stream()
                    .filter(r -> r.height() == at)
                    .sorted(Comparator.comparing(r -> mean(r, rungs, rows)))
                    .toList();
            level.forEach(r -> rows.put(r.policy(), (double) level.indexOf(r)));
            tidy.addAll(level);
        }
        return tidy;
    }

    /** Of the rows of what it rests on; what rests on nothing is put where the first that rests on it stands in the book. */
    private static double mean(Rung rung, List<Rung> all, Map<String, Double> rows) {
        if (rung.height() > 0) {
            return rung.requires().stream().mapToDouble(rows::get).average().orElse(0);
        }
        return all.stream()
                .filter(r -> r.requires().contains(rung.policy()))
                .mapToInt(all::indexOf)
                .average()
                .orElse(all.size());
    }

    private static Line line(Box from, Box to) {
        int bend = GAP_X / 2;
        String path = "M%d %dC%d %d %d %d %d %d"
                .formatted(
                        from.right(),
                        from.middle(),
                        from.right() + bend,
                        from.middle(),
                        to.x() - bend,
                        to.middle(),
                        to.x(),
                        to.middle());
        return new Line(path, from.step().state().equals("held"));
    }

    /** SVG does not break lines. As in print, no line begins with a closing sign or ends with an opening one. */
    private static List<String> wrap(String name) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        int used = 0;
        for (int i = 0; i < name.length(); i++) {
            int width = name.charAt(i) < 0x2000 ? 1 : 2;
            if (used + width > (lines.isEmpty() ? BESIDE_THE_MARK : LINE)) {
                int end = end(name, from, i);
                lines.add(name.substring(from, end).strip());
                used = 2 * (i - end);
                from = end;
            }
            used += width;
        }
        lines.add(name.substring(from).strip());
        return lines.size() <= MOST_LINES
                ? lines
                : List.of(lines.get(0), lines.get(1).substring(0, lines.get(1).length() - 1) + "…");
    }

    private static int end(String name, int from, int full) {
        int end = full;
        while (end > from + 1
                && (CLOSING.indexOf(name.charAt(end)) >= 0 || OPENING.indexOf(name.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }
}
