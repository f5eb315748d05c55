package org.huiqi.report;

/** A text under construction: indented lines, broken where they would grow too wide to read. */
final class Page {
    private static final int WIDTH = 112;
    private static final char GLUE = '\u00a0';
    private static final String NEVER_FIRST = GLUE + ")]】〕〉》”’、,。;:?!%…";
    private static final String CLAUSES = " 、,。;:";
    private static final String NEVER_LAST = GLUE + "([【〔〈《“‘";

    private final StringBuilder text;
    private final String margin;

    Page() {
        this(new StringBuilder(), "");
    }

    private Page(StringBuilder text, String margin) {
        this.text = text;
        this.margin = margin;
    }

    /** The same text, written a little further to the right. */
    Page in() {
        return in(2);
    }

    Page in(int columns) {
        return new Page(text, margin + " ".repeat(columns));
    }

    Page line(String line) {
        return broken("", line);
    }

    /** A line behind a mark; what does not fit continues under the text, not under the mark. */
    Page item(String mark, String line) {
        return broken(mark + " ", line);
    }

    /** An item with a citation, which moves to a line of its own if it does not fit. */
    Page item(String mark, String line, String cite) {
        boolean fits = Columns.width(margin + mark + " " + line + "  " + cite) <= WIDTH;
        item(mark, fits ? line + "  " + cite : line);
        return fits ? this : in(Columns.width(mark) + 1).line(cite);
    }

    /** Words that stay on one line where they can: short ones. */
    static String glued(String words) {
        return Columns.width(words) > WIDTH / 4 ? words : words.replace(' ', GLUE);
    }

    /** Lines that are set already, such as a table. */
    Page set(String lines) {
        text.append(lines);
        return this;
    }

    Page blank() {
        return set("\n");
    }

    private Page broken(String mark, String line) {
        String rest = line;
        for (String lead = mark; !rest.isEmpty(); lead = " ".repeat(Columns.width(mark))) {
            int end = end(rest, WIDTH - Columns.width(margin + lead));
            String fitting = rest.substring(0, end).stripTrailing().replace(GLUE, ' ');
            text.append(margin).append(lead).append(fitting).append('\n');
            rest = rest.substring(end).stripLeading();
        }
        return this;
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
