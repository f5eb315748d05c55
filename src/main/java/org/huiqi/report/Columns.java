package org.huiqi.report;

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

    /** A table, first column to the left, the others to the right. */
    static String table(List<List<String>> rows, String indent) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        });
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            table.append(indent).append(left(row.get(0), widths[0]));
            for (int c = 1; c < columns; c++) {
                table.append("  ").append(right(row.get(c), widths[c]));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static boolean wide(int c) {
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
