package org.huiqi.screen.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts a file at the ends of its records, which may have line ends within quotation marks, and does no more, since one thread does it for all. Takes
 * every encoding in which quotation marks, separators and line ends are the bytes of ASCII and part of nothing else. Not thread-safe.
 */
final class CsvCutter implements Closeable {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x80 * ONES;
    /** Of a record, in bytes. */
    private static final int LONGEST = 1 << 24;
    /** A piece that has become as long as this gets no further record. */
    private static final int ENOUGH = 1 << 23;

    private static final int BUFFER = 1 << 19;
    private static final byte MARK = '"';
    private final InputStream in;
    private final byte separator;
    private final CsvFault fault;
    private byte[] buffer = new byte[BUFFER];
    private int from;
    private int limit;
    private boolean ended;
    private long rows;

    CsvCutter(InputStream in, char separator, CsvFault fault) {
        this.in = in;
        this.separator = (byte) separator;
        this.fault = fault;
    }

    /**
     * Some records on end.
     *
     * @param first number of the first one
     * @param ends where each begins in {@code bytes} and where it ends, in turn; line ends do not belong to them
     */
    record Piece(long first, byte[] bytes, int[] ends) {
        int size() {
            return ends.length / 2;
        }
    }

    boolean hasNext() throws IOException {
        return from < limit || fill();
    }

    /** In bytes: read from the file, and not handed out yet. */
    int ahead() {
        return limit - from;
    }

    /** @throws org.huiqi.problem.InvalidInputException at a record that is longer than anything meant */
    Piece next(int most) throws IOException {
        int[] ends = new int[2 * most];
        int count = 0;
        int at = 0;
        while (count < most && at < ENOUGH && (from + at < limit || fill())) {
            int end = end(at);
            if (end < 0 && count == 0) {
                throw fault.cut(rows + 1, "超过" + LONGEST + "字节", "more than " + LONGEST + " bytes");
            } else if (end < 0) {
                break;
            }
            ends[2 * count] = at;
            ends[2 * count + 1] = end;
            count++;
            at = behind(end);
        }
        Piece piece = new Piece(rows + 1, Arrays.copyOfRange(buffer, from, from + at), Arrays.copyOf(ends, 2 * count));
        from += at;
        rows += count;
        return piece;
    }

    /** Of the record that begins at {@code at}, both counted from where the piece begins; -1 if it has none in reach. */
    private int end(int at) throws IOException {
        int end = find(from + at);
        while (end == limit || buffer[end] == '\r' && end + 1 == limit) {
            if (limit - from - at > LONGEST) {
                return -1;
            }
            if (!fill()) {
                break;
            }
            end = find(from + at);
        }
        return end - from;
    }

    /** A line end may be two characters. */
    private int behind(int end) {
        int at = from + end;
        boolean two = at + 1 < limit && buffer[at] == '\r' && buffer[at + 1] == '\n';
        return Math.min(limit - from, two ? end + 2 : end + 1);
    }

    /** The line end of the record that begins at {@code start}; the end of the buffer if it is not in there. */
    private int find(int start) {
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
        for (int at = start; at < limit; at++) {
            byte c = buffer[at];
            if (c == MARK) {
                within = !within;
            } else if (!within && (c == separator || c == '\n' || c == '\r')) {
                return at;
            }
        }
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
