package org.huiqi.report;

import java.util.ArrayList;
import java.util.List;

/** Aligns text in which Chinese characters are two columns wide. */
final class Columns {
    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** A table of words: every column to the left. */
    static String words(List<List<String>> rows, String indent) {
        return table(rows, indent, widths(rows), 0);
    }

    /** A table of figures: first column to the left, the others to the right; a heading wider than {@code most} takes several lines. */
    static String figures(List<String> heading, List<List<String>> rows, int most, String indent) {
        List<List<String>> all = new ArrayList<>(heading(heading, most));
        all.addAll(rows);
        return table(all, indent, widths(all), 1);
    }

    /** The heading's lines, aligned at the bottom. */
    private static List<List<String>> heading(List<String> heading, int most) {
        List<List<String>> cells = heading.stream().map(h -> split(h, most)).toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            int line = i;
            lines.add(cells.stream()
                    .map(c -> line < height - c.size() ? "" : c.get(line - height + c.size()))
                    .toList());
        }
        return lines;
    }

    /** Lines of about equal width, none wider than {@code most} unless a single word is. */
    static List<String> split(String text, int most) {
        int lines = Math.max(1, (width(text) + most - 1) / most);
        int target = Math.min(most, (width(text) + lines - 1) / lines + 1);
        List<String> split = new ArrayList<>();
        String line = "";
        for (String piece : text.split(text.indexOf(' ') < 0 ? "" : "(?<= )")) {
            if (!line.isEmpty() && width(line + piece.stripTrailing()) > target) {
                split.add(line.stripTrailing());
                line = "";
            }
            line += piece;
        }
        split.add(line);
        return split;
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        rows.forEach(row -> {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        });
        return widths;
    }

    private static String table(List<List<String>> rows, String indent, int[] widths, int firstFigure) {
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int c = 0; c < row.size(); c++) {
                boolean figure = firstFigure > 0 && c >= firstFigure;
                line.append(c == 0 ? "" : "  ")
                        .append(figure ? right(row.get(c), widths[c]) : left(row.get(c), widths[c]));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    static boolean wide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || c >= 0x2E80 && c <= 0xA4CF
                        || c >= 0xAC00 && c <= 0xD7A3
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0xFE30 && c <= 0xFE6F
                        || c >= 0xFF00 && c <= 0xFF60
                        || c >= 0xFFE0 && c <= 0xFFE6
                        || c >= 0x20000);
    }
}
