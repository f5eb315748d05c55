package org.huiqi.screen.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiqi.screen.table.CsvBreach.Kind;

/**
 * Cuts a file at the ends of its records, which may have line ends within quotation marks, and does no more, since one thread does it for all. Takes
 * every encoding in which quotation marks, separators and line ends are the bytes of ASCII and part of nothing else. Not thread-safe.
 *
 * <p>A mark without its pair would join rows that have nothing to do with each other. So a record of several lines is believed only if it is written
 * strictly ({@link CsvLine}) and {@link CsvSuspicion} finds nothing against it. Else it becomes one broken record, and nothing is lost:
 *
 * <ul>
 *   <li>Where a mark cannot be paired (another text follows the mark that ends its cell, or the file or {@link CsvBreach#LONGEST} bytes end first), the
 *       row ends with its first line. If that has fewer separators than the heading, lines that follow and cannot be rows belong to it too, up to
 *       {@link #MOST_REMNANTS}. Reading goes on at the line behind.
 *   <li>Where the marks pair and yet it may be several rows, all its lines are the broken record: nobody can tell what belongs where.
 * </ul>
 *
 * <p>None of this depends on how many records are asked for at once.
 */
final class CsvCutter implements Closeable {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x80 * ONES;
    /** A piece that has become as long as this gets no further record. */
    private static final int ENOUGH = 1 << 23;
    /** Lines left over from a broken row; a cell of a spreadsheet has some 250 at most. */
    private static final int MOST_REMNANTS = 1_000;
    /** So much is kept of a line that is too long. */
    private static final int SHOWN = 200;

    private static final int BUFFER = 1 << 19;
    private static final byte MARK = '"';
    private final InputStream in;
    private final byte separator;
    private byte[] buffer = new byte[BUFFER];
    private int from;
    private int limit;
    private boolean ended;
    private long rows;
    /** Line ends within the records so far. */
    private long inner;

    private int width;
    /** Of the record looked at: the first line end within marks, -1 if there is none. */
    private int breaks;
    /** Whether it ends within marks. */
    private boolean open;
    /** Whether its marks cannot be paired. */
    private boolean unpaired;

    CsvCutter(InputStream in, char separator) {
        this.in = in;
        this.separator = (byte) separator;
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
        return from < limit || fill();
    }

    /** In bytes: read from the file, and not handed out yet. */
    int ahead() {
        return limit - from;
    }

    Piece next(int most) throws IOException {
        int[] ends = new int[2 * most];
        Map<Integer, CsvBreach> breaches = new HashMap<>(0);
        int count = 0;
        int at = 0;
        while (count < most && at < ENOUGH && (from + at < limit || fill())) {
            int end = end(at);
            if (end < 0 && count == 0) {
                return tooLong();
            } else if (end < 0) {
                break;
            } else if (unpaired || breaks >= 0) {
                end = doubted(at, end, count, breaches);
            }
            ends[2 * count] = at;
            ends[2 * count + 1] = end;
            count++;
            at = behind(end);
        }
        byte[] bytes = Arrays.copyOfRange(buffer, from, from + at);
        from += at;
        rows += count;
        return new Piece(rows - count + 1, bytes, Arrays.copyOf(ends, 2 * count), breaches);
    }

    /** Of the record that begins at {@code at}, both counted from where the piece begins; -1 if it is one line that is too long. */
    private int end(int at) throws IOException {
        int end = find(from + at);
        while (!unpaired && (end == limit || buffer[end] == '\r' && end + 1 == limit)) {
            boolean far = limit - from - at > CsvBreach.LONGEST;
            if (far && breaks < 0) {
                return -1;
            } else if (far || !fill()) {
                unpaired = far || open;
            } else {
                end = find(from + at);
                continue;
            }
            break;
        }
        return end - from;
    }

    /** A record of several lines, or one that is not closed. Where it ends, or the broken row that it is. */
    private int doubted(int at, int end, int index, Map<Integer, CsvBreach> breaches) throws IOException {
        int first = breaks - from;
        Optional<Kind> kind = unpaired ? Optional.of(Kind.UNPAIRED) : suspicion(at, end);
        int last = end;
        if (kind.isPresent()) {
            boolean cut = first >= 0 && kind.get() == Kind.UNPAIRED;
            last = remnants(at, cut ? first : end, cut);
        }
        long line = rows + index + inner + 1;
        int more = CsvSuspicion.lineEnds(buffer, from + at, from + last);
        kind.ifPresent(k -> breaches.put(index, new CsvBreach(k, line, line + more)));
        inner += more;
        return last;
    }

    private Optional<Kind> suspicion(int at, int end) throws IOException {
        if (width == 0) {
            boolean paired =
                    CsvLine.of(buffer, from + at, from + end, separator).marks() == CsvLine.Marks.PAIRED;
            return paired ? Optional.empty() : Optional.of(Kind.UNPAIRED);
        }
        CsvLine whole = CsvLine.of(buffer, from + at, from + end, separator);
        Optional<Kind> kind = CsvSuspicion.of(whole, buffer, from + at, from + end, separator, width);
        boolean facing = kind.isEmpty() && whole.facing() && !rowBehind(end);
        return facing ? Optional.of(Kind.DOUBTFUL) : kind;
    }

    /**
     * Where what ends at {@code end} ends with all that is left over from it.
     *
     * @param cut whether it was a line of what may be several
     */
    private int remnants(int at, int end, boolean cut) throws IOException {
        boolean missing = cut && separators(at, end) < width - 1;
        int last = end;
        for (int lines = 0; lines < MOST_REMNANTS && last - at < CsvBreach.LONGEST; lines++) {
            int next = behind(last);
            int stop = lineEnd(next);
            if (stop < 0 || !(missing ? !begins(next, stop) : odd(next, stop, lines == 0 && !cut))) {
                break;
            }
            last = stop;
        }
        return last;
    }

    /** Has a line a mark too many, and not the cells of a row if that would help? */
    private boolean odd(int at, int end, boolean anyway) {
        boolean stray = CsvLine.of(buffer, from + at, from + end, separator).marks() == CsvLine.Marks.STRAY;
        return stray && (anyway || separators(at, end) != width - 1);
    }

    private int separators(int at, int end) {
        return CsvSuspicion.separators(buffer, from + at, from + end, separator);
    }

    /** Is what follows the record that ends at {@code end} another, or nothing? */
    private boolean rowBehind(int end) throws IOException {
        int next = behind(end);
        int stop = lineEnd(next);
        for (int left = MOST_REMNANTS; stop == next && left > 0; left--) {
            next = behind(stop);
            stop = lineEnd(next);
        }
        return stop < 0 || begins(next, stop);
    }

    /** Is a line a row, or can one begin in it? */
    private boolean begins(int at, int end) {
        CsvLine line = CsvLine.of(buffer, from + at, from + end, separator);
        return line.fits(width) || line.marks() == CsvLine.Marks.OPEN;
    }

    /** Of the line that begins at {@code at}, marks or not; -1 if there is none, or none in reach. */
    private int lineEnd(int at) throws IOException {
        int end = line(from + at);
        while (end == limit || buffer[end] == '\r' && end + 1 == limit) {
            if (limit - from - at > CsvBreach.LONGEST) {
                return -1;
            }
            if (!fill()) {
                break;
            }
            end = line(from + at);
        }
        return from + at == limit ? -1 : end - from;
    }

    private int line(int start) {
        int at = special(start);
        while (at < limit && buffer[at] == MARK) {
            at = special(at + 1);
        }
        return at;
    }

    /** A record of which only the beginning is kept: what follows up to the end of the line is passed over. */
    private Piece tooLong() throws IOException {
        byte[] head = Arrays.copyOfRange(buffer, from, from + SHOWN);
        long line = rows + inner + 1;
        int end = line(from);
        while (end == limit || buffer[end] == '\r' && end + 1 == limit) {
            from = end;
            if (!fill()) {
                break;
            }
            end = line(from);
        }
        from += behind(end - from);
        rows++;
        return new Piece(rows, head, new int[] {0, SHOWN}, Map.of(0, new CsvBreach(Kind.LONG, line, line)));
    }

    /** A line end may be two characters. */
    private int behind(int end) {
        int at = from + end;
        boolean two = at + 1 < limit && buffer[at] == '\r' && buffer[at + 1] == '\n';
        return Math.min(limit - from, two ? end + 2 : end + 1);
    }

    /** The line end of the record that begins at {@code start}; the end of the buffer if it is not in there, or the marks cannot be paired. */
    private int find(int start) {
        breaks = -1;
        open = false;
        unpaired = false;
        int at = special(start);
        while (at < limit && buffer[at] == MARK) {
            boolean opens = at == start || buffer[at - 1] == separator;
            at = special(opens ? quoted(at + 1) : at + 1);
        }
        return at;
    }

    /** Behind a field that began with a mark. */
    private int quoted(int start) {
        boolean within = true;
        boolean stray = false;
        for (int at = start; at < limit; at++) {
            byte c = buffer[at];
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

    /** The next line end or mark. Eight bytes at a time: a byte that is sought becomes 0, and the lowest 0 is certain. */
    private int special(int start) {
        int at = start;
        for (; at + Long.BYTES <= limit; at += Long.BYTES) {
            long word = (long) WORDS.get(buffer, at);
            long found = zero(word ^ '\n' * ONES) | zero(word ^ '\r' * ONES) | zero(word ^ MARK * ONES);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < limit && buffer[at] != '\n' && buffer[at] != '\r' && buffer[at] != MARK) {
            at++;
        }
        return at;
    }

    private static long zero(long word) {
        return (word - ONES) & ~word & HIGHS;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, limit - from);
            limit -= from;
            from = 0;
        } else if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * limit);
        }
        int more = in.readNBytes(buffer, limit, buffer.length - limit);
        limit += more;
        ended = limit < buffer.length;
        return more > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
