package org.huiqi.screen.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes records apart. Thread-safe. */
final class CsvSplitter {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOWS = 0x7F * ONES;
    private static final int MOST_FIELDS = 20_000;
    private static final byte MARK = '"';
    private final Charset charset;
    private final byte separator;
    private final CsvFault fault;

    CsvSplitter(Charset charset, char separator, CsvFault fault) {
        this.charset = charset;
        this.separator = (byte) separator;
        this.fault = fault;
    }

    /**
     * @param widest how many cells some row before had: a cell with a line of so many has swallowed rows; 0: unknown
     * @throws org.huiqi.problem.InvalidInputException if neither the record nor what follows can be trusted
     */
    Row.Cells split(CsvCutter.Piece piece, int index, int widest) {
        int from = piece.ends()[2 * index];
        int to = piece.ends()[2 * index + 1];
        long number = piece.first() + index;
        if (charset.equals(StandardCharsets.UTF_8)) {
            return new Split(piece.bytes(), from, to, number, widest).cells();
        }
        byte[] bytes = new String(piece.bytes(), from, to - from, charset).getBytes(StandardCharsets.UTF_8);
        return new Split(bytes, 0, bytes.length, number, widest).cells();
    }

    /** One record on its way to be cells. */
    private final class Split {
        private final long number;
        private final int widest;
        private byte[] bytes;
        private int at;
        private int end;
        private int[] places;
        private int count;

        Split(byte[] bytes, int from, int to, long number, int widest) {
            this.number = number;
            this.widest = widest;
            this.bytes = bytes;
            this.at = from;
            this.end = to;
            this.places = new int[2 * Math.max(8, widest)];
        }

        Row.Cells cells() {
            int from = at;
            boolean long_ = end - from > CsvFault.LONGEST_FIELD;
            if (!plain()) {
                bytes = Arrays.copyOfRange(bytes, from, end);
                end -= from;
                at = 0;
                count = 0;
                marked();
            }
            Row.Cells cells = new Row.Cells(number, bytes, places, count);
            return long_ ? bound(cells) : cells;
        }

        private Row.Cells bound(Row.Cells cells) {
            for (int i = 0; i < cells.width(); i++) {
                boolean long_ = cells.to(i) - cells.from(i) > CsvFault.LONGEST_FIELD;
                if (long_ && cells.cell(i).length() > CsvFault.LONGEST_FIELD) {
                    throw fault.cut(number, "第" + (i + 1) + "格过长", "cell " + (i + 1) + " is too long");
                }
            }
            return cells;
        }

        /** False as soon as there is a quotation mark. */
        private boolean plain() {
            int start = at;
            long separators = separator * ONES;
            for (; at + Long.BYTES <= end; at += Long.BYTES) {
                long word = (long) WORDS.get(bytes, at);
                if (zeros(word ^ MARK * ONES) != 0) {
                    return false;
                }
                for (long found = zeros(word ^ separators); found != 0; found &= found - 1) {
                    int place = at + (Long.numberOfTrailingZeros(found) >>> 3);
                    add(start, place);
                    start = place + 1;
                }
            }
            for (; at < end; at++) {
                if (bytes[at] == MARK) {
                    return false;
                }
                if (bytes[at] == separator) {
                    add(start, at);
                    start = at + 1;
                }
            }
            add(start, end);
            return true;
        }

        /** The highest bit of every byte that is 0, and of no other. */
        private static long zeros(long word) {
            return ~((word & LOWS) + LOWS | word | LOWS);
        }

        private void add(int from, int to) {
            if (2 * count == places.length) {
                if (count >= MOST_FIELDS) {
                    throw fault.cut(number, "超过" + MOST_FIELDS + "格", "more than " + MOST_FIELDS + " cells");
                }
                places = Arrays.copyOf(places, 2 * places.length);
            }
            places[2 * count] = from;
            places[2 * count + 1] = to;
            count++;
        }

        private void marked() {
            boolean more = true;
            while (more) {
                if (at < end && bytes[at] == MARK) {
                    quoted();
                } else {
                    int from = at;
                    while (at < end && bytes[at] != separator) {
                        at++;
                    }
                    add(from, at);
                }
                more = at < end;
                at++;
            }
        }

        /** A cell that begins with a mark; what stands behind its second one belongs to it all the same. */
        private void quoted() {
            int from = at + 1;
            boolean within = true;
            boolean odd = false;
            for (at = from; at < end && (within || bytes[at] != separator); at++) {
                boolean mark = bytes[at] == MARK;
                odd |= !within;
                within ^= mark;
            }
            int to = at > from && bytes[at - 1] == MARK ? at - 1 : at;
            add(from, odd ? clean(from, to) : to);
            swallowed(from, places[2 * count - 1]);
        }

        /** Of every two marks the second one stays; returns the new end. */
        private int clean(int from, int to) {
            int kept = from;
            boolean first = false;
            for (int i = from; i < to; i++) {
                first ^= bytes[i] == MARK;
                if (bytes[i] != MARK || !first) {
                    bytes[kept++] = bytes[i];
                }
            }
            return kept;
        }

        /** Has a quotation mark without its pair swallowed a row, or many? Then a line of this cell has as many separators as rows have. */
        private void swallowed(int from, int to) {
            int separators = Integer.MIN_VALUE;
            for (int i = from; i <= to && widest > 1; i++) {
                boolean line = i == to || bytes[i] == '\n';
                if (line && separators >= widest - 1) {
                    throw fault.unpaired(number);
                } else if (line) {
                    separators = 0;
                } else if (bytes[i] == separator) {
                    separators++;
                }
            }
        }
    }
}
