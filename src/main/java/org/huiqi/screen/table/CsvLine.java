package org.huiqi.screen.table;

/**
 * Some separated text read strictly (RFC 4180): a cell that begins with a quotation mark ends with one, within it a mark is written twice, and no
 * other cell has any. Blanks behind the mark that ends a cell do no harm. What is read is a whole record or one line of a file as if it were one.
 *
 * @param cells how many; meaningless unless the marks are paired
 * @param written how many up to the last one that is not blank
 * @param facing whether the mark that ends a cell of several lines stands behind a separator or a line end, where one that begins a cell could
 */
record CsvLine(Marks marks, int cells, int written, boolean facing) {
    enum Marks {
        PAIRED,
        /** Paired so far; the last cell goes on. */
        OPEN,
        STRAY
    }

    private static final byte MARK = '"';

    static CsvLine of(byte[] bytes, int from, int to, byte separator) {
        return new Reader(bytes, to, separator).read(from, false);
    }

    /** What begins within a cell that began with a mark. */
    static CsvLine rest(byte[] bytes, int from, int to, byte separator) {
        return new Reader(bytes, to, separator).read(from - 1, true);
    }

    /** Is it a row below a heading of so many cells? Blank cells may follow. */
    boolean fits(int width) {
        return marks == Marks.PAIRED && cells >= width && written <= width;
    }

    private static final class Reader {
        private final byte[] bytes;
        private final int to;
        private final byte separator;
        private int at;
        private boolean facing;
        private boolean blank;

        Reader(byte[] bytes, int to, byte separator) {
            this.bytes = bytes;
            this.to = to;
            this.separator = separator;
        }

        CsvLine read(int from, boolean within) {
            int cells = 0;
            int written = 0;
            for (at = from; cells == 0 || at <= to; at++) {
                blank = true;
                boolean quoted = within && at == from || at < to && bytes[at] == MARK;
                Marks marks = quoted ? quoted() : plain();
                if (marks != Marks.PAIRED) {
                    return new CsvLine(marks, cells, written, facing);
                }
                cells++;
                written = blank ? written : cells;
            }
            return new CsvLine(Marks.PAIRED, cells, written, facing);
        }

        private Marks plain() {
            for (; at < to && bytes[at] != separator; at++) {
                if (bytes[at] == MARK) {
                    return Marks.STRAY;
                }
                blank &= blank(bytes[at]);
            }
            return Marks.PAIRED;
        }

        private Marks quoted() {
            boolean lines = false;
            int from = ++at;
            while (at < to && (bytes[at] != MARK || at + 1 < to && bytes[at + 1] == MARK)) {
                lines |= end(bytes[at]);
                blank &= blank(bytes[at]);
                at += bytes[at] == MARK ? 2 : 1;
            }
            if (at >= to) {
                return Marks.OPEN;
            }
            facing |= lines && at > from && (bytes[at - 1] == separator || end(bytes[at - 1]));
            at++;
            while (at < to && blank(bytes[at]) && bytes[at] != separator) {
                at++;
            }
            return at >= to || bytes[at] == separator ? Marks.PAIRED : Marks.STRAY;
        }
    }

    static boolean end(byte c) {
        return c == '\n' || c == '\r';
    }

    /** White space of ASCII: letters of other scripts are negative bytes. */
    static boolean blank(byte c) {
        return c >= 0 && c <= ' ';
    }
}
