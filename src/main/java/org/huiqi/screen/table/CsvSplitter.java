package org.huiqi.screen.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes records apart. In a cell that does not begin with a quotation mark marks are letters, as in {@code 5" screen}, if the row has as many cells as
 * the heading. Every other that is not written strictly ({@link CsvLine}) makes a broken row. Thread-safe.
 */
final class CsvSplitter {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOWS = 0x7F * ONES;
    /** In bytes: so much of a broken cell is told. */
    private static final int TOLD = 240;

    private static final byte MARK = '"';
    private final Charset charset;
    private final byte separator;

    CsvSplitter(Charset charset, char separator) {
        this.charset = charset;
        this.separator = (byte) separator;
    }

    /** {@code width}: cells of the heading, 0 as long as nobody knows; {@code usual}: a guess. */
    Row split(CsvCutter.Piece piece, int index, int width, int usual) {
        CsvBreach breach = piece.breaches().isEmpty() ? null : piece.breaches().get(index);
        return new Split(piece, index, width, usual).row(breach);
    }

    /** One record on its way to be cells. */
    private final class Split {
        private final long number;
        private final int width;
        /** How {@link #bytes} are to be read. */
        private Charset code = charset;

        private byte[] bytes;
        private int at;
        private int end;
        private int[] places;
        private int count;
        /** The last cell begins here, its mark included. */
        private int start;
        /** The first cell whose marks are not written strictly; -1 if there is none. */
        private int loose = -1;
        /** Whether there is a text behind the end of a cell's marks: it may as well belong to the next one. */
        private boolean stray;

        Split(CsvCutter.Piece piece, int index, int width, int usual) {
            this.number = piece.first() + index;
            this.width = width;
            this.bytes = piece.bytes();
            this.at = piece.ends()[2 * index];
            this.end = piece.ends()[2 * index + 1];
            this.places = new int[2 * Math.max(8, usual)];
        }

        Row row(@Nullable CsvBreach breach) {
            if (breach != null) {
                return breached(breach);
            }
            recode();
            int length = end - at;
            if (!plain()) {
                own(end - length);
                marked();
            }
            if (count > CsvBreach.MOST_CELLS) {
                return broken(CsvBreach.manyCells(), -1, places[0], end);
            }
            if (stray || loose >= 0 && width > 0 && count != width) {
                return broken(CsvBreach.unpaired(), loose, places[2 * loose], places[2 * loose + 1]);
            }
            return length > CsvBreach.LONGEST_CELL ? bound() : cells();
        }

        /** Works on a copy from here on. */
        private void own(int from) {
            bytes = Arrays.copyOfRange(bytes, from, end);
            end -= from;
            at = 0;
            count = 0;
        }

        private Row breached(CsvBreach breach) {
            end = CsvSuspicion.lineEnd(bytes, at, end);
            own(at);
            if (breach.kind() == CsvBreach.Kind.LONG) {
                return broken(breach, -1, 0, end);
            }
            marked();
            return broken(breach, count - 1, start, end);
        }

        private Row broken(CsvBreach breach, int cell, int from, int to) {
            String text = new String(bytes, from, Math.min(TOLD, to - from), code);
            return new Row.Broken(number, cell, text, breach.reason(), breach.remedy());
        }

        /** A row so long that it may be longer than anything meant. */
        private Row bound() {
            for (int i = 0; i < count; i++) {
                int from = places[2 * i];
                int to = places[2 * i + 1];
                if (to - from > CsvBreach.LONGEST_CELL
                        && new String(bytes, from, to - from, code).length() > CsvBreach.LONGEST_CELL) {
                    return broken(CsvBreach.longCell(), i, from, to);
                }
            }
            return cells();
        }

        private Row cells() {
            boolean done = code.equals(StandardCharsets.UTF_8) || ascii(places[0], places[2 * count - 1]);
            return done ? new Row.Cells(number, bytes, places, count) : recoded();
        }

        private boolean ascii(int from, int to) {
            int signs = 0;
            for (int i = from; i < to; i++) {
                signs |= bytes[i];
            }
            return signs >= 0;
        }

        /** All at once, unless something cannot be decoded: that might take a separator with it. */
        private void recode() {
            if (code.equals(StandardCharsets.UTF_8) || ascii(at, end)) {
                return;
            }
            String text = new String(bytes, at, end - at, code);
            if (text.indexOf(TextEncoding.BROKEN) < 0) {
                code = StandardCharsets.UTF_8;
                bytes = text.getBytes(code);
                at = 0;
                end = bytes.length;
            }
        }

        private Row recoded() {
            String[] cells = new String[count];
            for (int i = 0; i < count; i++) {
                cells[i] = new String(bytes, places[2 * i], places[2 * i + 1] - places[2 * i], code);
            }
            return Row.Cells.of(number, cells);
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

        /** One more than are allowed is enough to tell. */
        private void add(int from, int to) {
            if (count > CsvBreach.MOST_CELLS) {
                return;
            }
            if (2 * count == places.length) {
                places = Arrays.copyOf(places, 2 * places.length);
            }
            places[2 * count] = from;
            places[2 * count + 1] = to;
            count++;
        }

        private void marked() {
            boolean more = true;
            while (more) {
                start = at;
                if (at < end && bytes[at] == MARK) {
                    quoted();
                } else {
                    letters();
                }
                more = at < end;
                at++;
            }
        }

        /** A cell that does not begin with a mark. */
        private void letters() {
            int from = at;
            for (; at < end && bytes[at] != separator; at++) {
                loose = bytes[at] == MARK && loose < 0 ? count : loose;
            }
            add(from, at);
        }

        /** A cell that begins with a mark. */
        private void quoted() {
            int from = at + 1;
            boolean within = true;
            boolean odd = false;
            boolean follows = false;
            for (at = from; at < end && (within || bytes[at] != separator); at++) {
                boolean mark = bytes[at] == MARK;
                odd |= !within;
                follows |= !within && !mark && !CsvLine.blank(bytes[at]);
                within ^= mark;
            }
            loose = follows && loose < 0 ? count : loose;
            stray |= follows;
            int to = at > from && bytes[at - 1] == MARK ? at - 1 : at;
            add(from, odd ? clean(from, to) : to);
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
    }
}
