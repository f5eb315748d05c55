package org.huiqi.screen.output;

import java.util.List;

/** Writes separated text that no spreadsheet program takes for formulas: what begins like one gets an apostrophe. */
final class Csv {
    static final String MARK = "\uFEFF";
    private static final String STARTS = "=+-@\t\r\n=+-@|%";

    private Csv() {}

    static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",");
            cell(line, cell);
        }
        return line.append("\r\n").toString();
    }

    static void cell(StringBuilder out, String text) {
        boolean formula = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
        boolean quoted = formula || needsQuotes(text);
        if (!quoted) {
            out.append(text);
            return;
        }
        out.append('"');
        if (formula) {
            out.append('\'');
        }
        out.append(text.replace("\"", "\"\"")).append('"');
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t') {
                return true;
            }
        }
        return false;
    }
}
