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
 *   <li>Where a mark cannot be paired (a text follows the mark that ends its cell, or the file or {@link CsvBreach#LONGEST} bytes end first, or far
 *       fewer bytes where many such rows follow each other), the row ends with its first line. If that has fewer separators than the heading, the lines
 *       that follow and cannot be rows belong to it too. Reading goes on at the line behind.
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
    /**
     * Bytes that may be looked at in vain for every byte handed out. Where marks were lost, line after line seems to begin a cell that never ends; to
     * search the file for each would take hours.
     */
    private static final int PATIENCE = 128;
    /** In bytes: so much is kept of a line that is too long. */
    private static final int SHOWN = 200;

    private static final byte MARK = CsvWindow.MARK;
    private final CsvWindow window;
    private final byte separator;
    private long rows;
    /** Line ends within the records so far. */
    private long inner;

    private int width;
    /** In bytes: so far behind its first line a record is searched for its end. Earned by what is handed out, spent on what is searched in vain. */
    private long reach = CsvBreach.LONGEST;
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
        while ((records.count < most && at < ENOUGH || restFollows(at, records)) && window.reaches(at)) {
            int end = end(at);
            if (end < 0 && records.count == 0) {
                return tooLong();
            } else if (end < 0) {
                break;
            } else if (unpaired || breaks >= 0) {
                end = doubted(at, end, records);
            }
            reach = Math.min(CsvBreach.LONGEST, reach + PATIENCE * (long) (end - at));
            records.add(at, end);
            if (letters && width > 0) {
                records.join(window.lineEnd(at));
            }
            at = window.behind(end);
        }
        return records.piece(at);
    }

    /** Of the record that begins at {@code at}, or how far it was searched for; -1 if it is one line that is too long. */
    private int end(int at) throws IOException {
        int end = find(window.from + at);
        while (!unpaired && window.unsure(end) && end - window.from - at <= CsvBreach.LONGEST) {
            if (!window.fill()) {
                unpaired = open;
                break;
            }
            end = find(window.from + at);
        }
        boolean far = end - window.from - at > CsvBreach.LONGEST;
        unpaired |= far;
        return far && (breaks < 0 || breaks - window.from - at > CsvBreach.LONGEST) ? -1 : end - window.from;
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
        reach -= Math.max(0, Math.min(end - at, CsvBreach.LONGEST) - (last - at));
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

    /**
     * Is the rest of the row before {@code at} still to come, perhaps behind bare lines? What was handed out cannot be taken back. Lines with as many
     * separators as a row has are one of their own.
     */
    private boolean restFollows(int at, Records records) throws IOException {
        int next = at;
        int separators = 0;
        for (int left = width > 0 ? MOST_REMNANTS : 0; left > 0; left--) {
            int stop = window.lineEnd(next);
            separators += stop < 0 ? width : window.separators(next, stop);
            if (separators >= width - 1) {
                return false;
            } else if (rest(next, stop)) {
                int rest = records.count + MOST_REMNANTS - left;
                return records.owner(rest, records.count, stop, separators) >= 0;
            } else if (!bare(next, stop)) {
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

    /** The line end of the record that begins at {@code start}; how far the search went if it is not in reach or the marks cannot be paired. */
    private int find(int start) {
        breaks = -1;
        open = false;
        unpaired = false;
        letters = false;
        int at = window.special(start);
        while (!unpaired && at < window.limit && window.bytes[at] == MARK) {
            boolean opens = at == start || window.bytes[at - 1] == separator;
            letters |= !opens;
            at = opens ? quoted(at + 1) : at + 1;
            at = unpaired ? at : window.special(at);
        }
        return at;
    }

    /** Behind a field that began with a mark. */
    private int quoted(int start) {
        byte[] bytes = window.bytes;
        long limit = stop();
        boolean within = true;
        boolean stray = false;
        int at = start;
        for (; at < limit; at++) {
            byte c = bytes[at];
            if (c == MARK) {
                within = !within;
            } else if (within && breaks < 0 && CsvLine.end(c)) {
                breaks = at;
                limit = stop();
            } else if (!within && (c == separator || CsvLine.end(c))) {
                return at;
            } else {
                stray |= !within && !CsvLine.blank(c);
            }
            letters |= stray;
            if (stray && breaks >= 0) {
                unpaired = true;
                return at;
            }
        }
        open = within;
        unpaired = at < window.limit;
        return at;
    }

    /** Where the search ends: with what is in memory, or, once a line end was seen within marks, out of reach. */
    private int stop() {
        return breaks < 0 ? window.limit : (int) Math.min(window.limit, breaks + Math.max(0, reach));
    }

    /** Those of a piece. */
    private final class Records {
        private final Map<Integer, CsvBreach> breaches = new HashMap<>(0);
        private int[] ends;
        private int count;
        /** The last row that got its rest back, -1 if there is none. It has marks, so no other rest reaches beyond it. */
        private int joined = -1;

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

        /** If the last one is the rest of a row before, it belongs there, and so do the bare lines between; {@code stop}: where its first line ends. */
        void join(int stop) {
            int last = count - 1;
            int at = ends[2 * last];
            int row = rest(at, stop) ? owner(last, last, stop, window.separators(at, stop)) : -1;
            if (row < 0) {
                return;
            }
            long to = rows + count + inner;
            CsvBreach known = breaches.get(row);
            int end = ends[2 * last + 1];
            long from = known == null ? to - window.breaks(ends[2 * row], end) : known.first();
            for (int i = row + 1; i <= last; i++) {
                breaches.remove(i);
            }
            joined = row;
            ends[2 * row + 1] = end;
            breaches.put(row, new CsvBreach(Kind.UNPAIRED, from, to));
            inner += last - row;
            count = row + 1;
        }

        /**
         * The row to which a rest belongs: the one before, or the one before bare lines, until there are as many separators as in a row.
         *
         * @param rest index that the rest has or would have
         * @param behind index of the record behind those looked at
         * @param stop where the first line of the rest ends
         * @param some separators of that line and of what lies between and is not looked at
         * @return -1 if there is none, or it would become too long
         */
        int owner(int rest, int behind, int stop, int some) {
            int separators = some;
            int row = behind;
            do {
                row--;
                separators += row < 0 || row == joined ? width : separators(row);
            } while (row > 0
                    && separators < width - 1
                    && rest - row < MOST_REMNANTS
                    && bare(ends[2 * row], ends[2 * row + 1]));
            if (row < 0) {
                return -1;
            }
            CsvBreach known = breaches.get(row);
            long lines = rest - row + (known == null ? 1 : known.last() - known.first() + 1);
            return lines <= MOST_REMNANTS && stop - ends[2 * row] <= CsvBreach.LONGEST ? row : -1;
        }

        private int separators(int record) {
            return window.separators(ends[2 * record], ends[2 * record + 1]);
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
