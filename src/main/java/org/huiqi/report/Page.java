package org.huiqi.report;

/** A text under construction: indented lines, broken where they would grow too wide to read. */
final class Page {
    private static final int WIDTH = 112;
    private static final String NEVER_FIRST = ")]】〕〉》”’、,。;:?!%…";
    private static final String CLAUSES = " 、,。;:";
    private static final String NEVER_LAST = "([【〔〈《“‘";

    private final StringBuilder text = new StringBuilder();

    Page line(int indent, String line) {
        return broken(" ".repeat(indent), " ".repeat(indent), line);
    }

    /** A line behind a mark; what does not fit continues under the text, not under the mark. */
    Page item(int indent, String mark, String line) {
        String margin = " ".repeat(indent);
        return broken(margin + mark + " ", margin + " ".repeat(Columns.width(mark) + 1), line);
    }

    /** An item with a citation, which moves to a line of its own if it does not fit. */
    Page item(int indent, String mark, String line, String cite) {
        if (indent + Columns.width(mark + " " + line + "  " + cite) <= WIDTH) {
            return item(indent, mark, line + "  " + cite);
        }
        return item(indent, mark, line).line(indent + Columns.width(mark) + 1, cite);
    }

    /** Lines that are set already, such as a table. */
    Page set(String lines) {
        text.append(lines);
        return this;
    }

    Page blank() {
        return set("\n");
    }

    private Page broken(String first, String next, String line) {
        String margin = first;
        String rest = line;
        while (true) {
            int end = end(rest, WIDTH - Columns.width(margin));
            text.append(margin).append(rest.substring(0, end).stripTrailing()).append('\n');
            rest = rest.substring(end).stripLeading();
            if (rest.isEmpty()) {
                return this;
            }
            margin = next;
        }
    }

    /** Where to break so that at most {@code width} columns stay: between clauses and terms if that fills the line well, else between words. */
    private static int end(String line, int width) {
        int columns = 0;
        int word = 0;
        int clause = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int c = line.codePointAt(i);
            if (i > 0 && mayBreak(line.codePointBefore(i), c)) {
                word = i;
                clause = CLAUSES.indexOf(line.codePointBefore(i)) >= 0 && columns > width / 2 ? i : clause;
            }
            columns += Columns.wide(c) ? 2 : 1;
            if (columns > width) {
                return clause > 0 ? clause : word > 0 ? word : Math.max(i, 1);
            }
        }
        return line.length();
    }

    private static boolean mayBreak(int before, int after) {
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0 || after == ' ') {
            return false;
        }
        return before == ' ' || Columns.wide(before) || Columns.wide(after);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
