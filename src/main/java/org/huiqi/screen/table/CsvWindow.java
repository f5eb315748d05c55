package org.huiqi.screen.table;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What of a file of separated text is in memory. What is before {@link #from} was handed out; places called {@code at} and {@code end} are counted from
 * there and outlast {@link #fill}. Not thread-safe.
 */
final class CsvWindow {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x80 * ONES;
    private static final int BUFFER = 1 << 19;
    static final byte MARK = '"';
    private final InputStream in;
    final byte separator;
    byte[] bytes = new byte[BUFFER];
    int from;
    int limit;
    private boolean ended;

    CsvWindow(InputStream in, byte separator) {
        this.in = in;
        this.separator = separator;
    }

    /** False at the end of the file. */
    boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, limit - from);
            limit -= from;
            from = 0;
        } else if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * limit);
        }
        int more = in.readNBytes(bytes, limit, bytes.length - limit);
        limit += more;
        ended = limit < bytes.length;
        return more > 0;
    }

    boolean reaches(int at) throws IOException {
        return from + at < limit || fill();
    }

    /** Can what ends at this index end elsewhere once more has been read? A line end may be two characters. */
    boolean unsure(int end) {
        return end == limit || bytes[end] == '\r' && end + 1 == limit;
    }

    /** Behind the line end at {@code end}. */
    int behind(int end) {
        int at = from + end;
        boolean two = at + 1 < limit && bytes[at] == '\r' && bytes[at + 1] == '\n';
        return Math.min(limit - from, two ? end + 2 : end + 1);
    }

    /** Of the line that begins at {@code at}, marks or not; -1 if there is none, or none in reach. */
    int lineEnd(int at) throws IOException {
        int end = line(from + at);
        while (unsure(end)) {
            if (limit - from - at > CsvBreach.LONGEST) {
                return -1;
            }
            if (!fill()) {
                break;
            }
            end = line(from + at);
        }
        return from + at == limit || end - from - at > CsvBreach.LONGEST ? -1 : end - from;
    }

    /** Leaves the line that begins at {@code from} behind, of whatever length. */
    void skipLine() throws IOException {
        int end = line(from);
        while (unsure(end)) {
            from = end;
            if (!fill()) {
                break;
            }
            end = line(from);
        }
        from += behind(end - from);
    }

    private int line(int start) {
        int at = special(start);
        while (at < limit && bytes[at] == MARK) {
            at = special(at + 1);
        }
        return at;
    }

    int separators(int at, int end) {
        return CsvSuspicion.separators(bytes, from + at, from + end, separator);
    }

    /** Line ends between. */
    int breaks(int at, int end) {
        return CsvSuspicion.lineEnds(bytes, from + at, from + end);
    }

    boolean marked(int at, int end) {
        boolean marked = false;
        for (int i = from + at; i < from + end; i++) {
            marked |= bytes[i] == MARK;
        }
        return marked;
    }

    CsvLine strict(int at, int end) {
        return CsvLine.of(bytes, from + at, from + end, separator);
    }

    /** Index of the next line end or mark. Eight bytes at a time: a byte that is sought becomes 0, and the lowest 0 is certain. */
    int special(int start) {
        int at = start;
        for (; at + Long.BYTES <= limit; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at);
            long found = zero(word ^ '\n' * ONES) | zero(word ^ '\r' * ONES) | zero(word ^ MARK * ONES);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < limit && bytes[at] != '\n' && bytes[at] != '\r' && bytes[at] != MARK) {
            at++;
        }
        return at;
    }

    private static long zero(long word) {
        return (word - ONES) & ~word & HIGHS;
    }

    void close() throws IOException {
        in.close();
    }
}
