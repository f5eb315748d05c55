package org.huiqi.screen.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiqi.screen.table.CsvBreach.Kind;
import org.huiqi.screen.table.CsvLine.Marks;

/**
 * Cuts a file at the ends of its records, which may have line ends within quotation marks, and does no more, since one thread does it for all. Takes
 * every encoding in which quotation marks, separators and line ends are the bytes of ASCII and part of nothing else. Not thread-safe.
 *
 * <p>A mark without its pair would join rows that have nothing to do with each other. So a record of several lines is believed only if it is written
 * strictly ({@link CsvLine}) and {@link CsvSuspicion} finds nothing against it. Else it becomes one broken record, whose lines are named, and nothing is
 * lost unsaid:
 *
 * <ul>
 *   <li>Where a mark cannot be paired (a text follows the mark that ends its cell, or the file or {@link CsvBreach#LONGEST} bytes end first), the row
 *       ends with its first line. If that has fewer separators than the heading, the lines that follow and cannot be rows belong to it too. Reading
 *       goes on at the line behind.
 *   <li>Where the marks pair and yet it may be several rows, all its lines are the broken record: nobody can tell what belongs where.
 *   <li>A line with too few separators whose marks pair only if it is the rest of a cell belongs to the row before, which ended too early.
 * </ul>
 *
 * <p>None of this depends on how many records are asked for at once. What cannot be told: a line within a cell of a broken row that has the cells of a
 * row itself is taken for one.
 */
final class CsvCutter implements Closeable {
    /** A piece that has become as long as this gets no further record. */
    private static final int ENOUGH = 1 << 23;
    /** Lines left over from a broken row; a cell of a spreadsheet has some 250 at most. */
    private static final int MOST_REMNANTS = 1_000;
    /** In bytes: so much is kept of a line that is too long. */
    private static final int SHOWN = 200;

    private static final byte MARK = CsvWindow.MARK;
    private final CsvWindow window;
    private final byte separator;
    private long rows;
    /** Line ends within the records so far. */
    private long inner;

    private int width;
    /** Of the record looked at: index of the first line end within marks, -1 if there is none. */
    private int breaks;
    /** Whether it ends within marks. */
    private boolean open;
    /** Whether its marks cannot be paired. */
    private boolean unpaired;
    /** Whether a cell that does not begin with a mark has one. */
    private boolean letters;

    CsvCutter(InputStream in, char separator) {
        this.separator = (byte) separator;
        this.window = new CsvWindow(in, this.separator);
    }

    /**
     * Some records on end.
     *
     * @param first number of the first one
     * @param ends where each begins in {@code bytes} and where it ends, in turn; line ends do not belong to them
     * @param breaches what is wrong with some, by index
     */
    record Piece(long first, byte[] bytes, int[] ends, Map<Integer, CsvBreach> breaches) {
        int size() {
            return ends.length / 2;
        }
    }

    /** The heading has been read: the rows that follow have so many cells. */
    void heading(int cells) {
        this.width = cells;
    }

    boolean hasNext() throws IOException {
        return window.reaches(0);
    }

    /** In bytes: read from the file, and not handed out yet. */
    int ahead() {
        return window.limit - window.from;
    }

    Piece next(int most) throws IOException {
        Records records = new Records(most);
        int at = 0;
        while ((records.count < most && at < ENOUGH || restFollows(at)) && window.reaches(at)) {
            int end = end(at);
            if (end < 0 && records.count == 0) {
                return tooLong();
            } else if (end < 0) {
                break;
            } else if (unpaired || breaks >= 0) {
                end = doubted(at, end, records);
            }
            records.add(at, end);
            if (letters && width > 0 && rest(at, window.lineEnd(at))) {
                records.join();
            }
            at = window.behind(end);
        }
        return records.piece(at);
    }

    /** Of the record that begins at {@code at}; -1 if it is one line that is too long. */
    private int end(int at) throws IOException {
        int end = find(window.from + at);
        while (!unpaired && window.unsure(end)) {
            boolean far = window.limit - window.from - at > CsvBreach.LONGEST;
            if (far && breaks < 0) {
                return -1;
            }
            if (far || !window.fill()) {
                unpaired = far || open;
                break;
            }
            end = find(window.from + at);
        }
        return end - window.from;
    }

    /** A record of several lines, or one that is not closed. Where it ends, or the broken row that it is. */
    private int doubted(int at, int end, Records records) throws IOException {
        int first = breaks - window.from;
        Optional<Kind> kind = unpaired ? Optional.of(Kind.UNPAIRED) : suspicion(at, end);
        int last = end;
        if (kind.isPresent()) {
            boolean cut = first >= 0 && kind.get() == Kind.UNPAIRED;
            last = remnants(at, cut ? first : end, cut);
        }
        long line = rows + records.count + inner + 1;
        inner += window.breaks(at, last);
        long to = rows + records.count + inner + 1;
        kind.ifPresent(k -> records.breaches.put(records.count, new CsvBreach(k, line, to)));
        return last;
    }

    private Optional<Kind> suspicion(int at, int end) throws IOException {
        CsvLine whole = window.strict(at, end);
        if (width == 0) {
            return whole.marks() == Marks.PAIRED ? Optional.empty() : Optional.of(Kind.UNPAIRED);
        }
        int from = window.from;
        Optional<Kind> kind = CsvSuspicion.of(whole, window.bytes, from + at, from + end, separator, width);
        boolean facing = kind.isEmpty() && whole.facing() && !rowBehind(end);
        return facing ? Optional.of(Kind.DOUBTFUL) : kind;
    }

    /**
     * Where what ends at {@code end} ends with all that is left over from it.
     *
     * @param cut whether it was a line of what may be several
     */
    private int remnants(int at, int end, boolean cut) throws IOException {
        boolean missing = cut && window.separators(at, end) < width - 1;
        int last = end;
        for (int lines = 0; lines < MOST_REMNANTS && last - at < CsvBreach.LONGEST; lines++) {
            int next = window.behind(last);
            int stop = window.lineEnd(next);
            if (stop < 0 || !(missing ? !begins(next, stop) : odd(next, stop, lines == 0 && !cut))) {
                break;
            }
            last = stop;
        }
        return last;
    }

    /** Has a line a mark too many, and not the cells of a row if that would help? */
    private boolean odd(int at, int end, boolean anyway) {
        return window.strict(at, end).marks() == Marks.STRAY && (anyway || window.separators(at, end) != width - 1);
    }

    /** Is what follows the record that ends at {@code end} another, or nothing? */
    private boolean rowBehind(int end) throws IOException {
        int next = window.behind(end);
        int stop = window.lineEnd(next);
        for (int left = MOST_REMNANTS; stop == next && left > 0; left--) {
            next = window.behind(stop);
            stop = window.lineEnd(next);
        }
        return stop < 0 || begins(next, stop);
    }

    /** Is a line a row, or can one begin in it? */
    private boolean begins(int at, int end) {
        CsvLine line = window.strict(at, end);
        return line.fits(width) || line.marks() == Marks.OPEN;
    }

    /** Is a line the rest of a cell, and of its row, that must have begun before? */
    private boolean rest(int at, int end) {
        return short_(at, end)
                && window.strict(at, end).marks() == Marks.STRAY
                && CsvLine.rest(window.bytes, window.from + at, window.from + end, separator)
                                .marks()
                        != Marks.STRAY;
    }

    private boolean short_(int at, int end) {
        return window.separators(at, end) < width - 1;
    }

    /** Cannot a line be a row, though it has no marks? It may stand within a cell. */
    private boolean bare(int at, int end) {
        return short_(at, end) && !window.marked(at, end);
    }

    /** Is the rest of a cell still to come behind some bare lines? What was handed out cannot be taken back. */
    private boolean restFollows(int at) throws IOException {
        int next = at;
        for (int left = width > 0 ? MOST_REMNANTS : 0; left > 0; left--) {
            int stop = window.lineEnd(next);
            if (stop < 0 || rest(next, stop)) {
                return stop >= 0;
            }
            if (!bare(next, stop)) {
                return false;
            }
            next = window.behind(stop);
        }
        return false;
    }

    /** A record of which only the beginning is kept: what follows up to the end of the line is passed over. */
    private Piece tooLong() throws IOException {
        byte[] head = Arrays.copyOfRange(window.bytes, window.from, window.from + SHOWN);
        long line = rows + inner + 1;
        window.skipLine();
        rows++;
        return new Piece(rows, head, new int[] {0, SHOWN}, Map.of(0, new CsvBreach(Kind.LONG, line, line)));
    }

    /** The line end of the record that begins at {@code start}; the end of the buffer if it is not in there, or the marks cannot be paired. */
    private int find(int start) {
        breaks = -1;
        open = false;
        unpaired = false;
        letters = false;
        int at = window.special(start);
        while (at < window.limit && window.bytes[at] == MARK) {
            boolean opens = at == start || window.bytes[at - 1] == separator;
            letters |= !opens;
            at = window.special(opens ? quoted(at + 1) : at + 1);
        }
        return at;
    }

    /** Behind a field that began with a mark. */
    private int quoted(int start) {
        byte[] bytes = window.bytes;
        int limit = window.limit;
        boolean within = true;
        boolean stray = false;
        for (int at = start; at < limit; at++) {
            byte c = bytes[at];
            if (c == MARK) {
                within = !within;
            } else if (within) {
                breaks = breaks < 0 && CsvLine.end(c) ? at : breaks;
            } else if (c == separator || CsvLine.end(c)) {
                return at;
            } else {
                stray |= !CsvLine.blank(c);
            }
            if (stray && breaks >= 0) {
                unpaired = true;
                return limit;
            }
        }
        open = within;
        return limit;
    }

    /** Those of a piece. */
    private final class Records {
        private final Map<Integer, CsvBreach> breaches = new HashMap<>(0);
        private int[] ends;
        private int count;

        Records(int most) {
            this.ends = new int[2 * most];
        }

        void add(int at, int end) {
            if (2 * count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            ends[2 * count] = at;
            ends[2 * count + 1] = end;
            count++;
        }

        /** The last one is the rest of the row before, and so are bare lines between. */
        void join() {
            int last = count - 1;
            int row = last - 1;
            while (row > 0 && last - row < MOST_REMNANTS && bare(ends[2 * row], ends[2 * row + 1])) {
                row--;
            }
            if (row < 0) {
                return;
            }
            int first = row;
            long to = rows + count + inner;
            breaches.keySet().removeIf(i -> i > first);
            ends[2 * row + 1] = ends[2 * last + 1];
            breaches.put(row, new CsvBreach(Kind.UNPAIRED, to - window.breaks(ends[2 * row], ends[2 * row + 1]), to));
            inner += last - row;
            count = row + 1;
        }

        Piece piece(int length) {
            byte[] bytes = Arrays.copyOfRange(window.bytes, window.from, window.from + length);
            window.from += length;
            rows += count;
            return new Piece(rows - count + 1, bytes, Arrays.copyOf(ends, 2 * count), breaches);
        }
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
