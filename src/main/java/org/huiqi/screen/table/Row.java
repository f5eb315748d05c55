package org.huiqi.screen.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.huiqi.problem.Text;

/** One row of a sheet. */
public sealed interface Row {

    /** As spreadsheets count: the first row, the heading included, is 1. */
    long number();

    /** Is nothing written in it? */
    boolean blank();

    /** Is it the example of a template? Its first cell says so. */
    boolean example();

    /** A row of cells as written, in UTF-8: most of them are numbers, yes or no, and never become texts. A cell nobody wrote is empty. */
    final class Cells implements Row {
        private static final byte[] EXAMPLE = "示例".getBytes(StandardCharsets.UTF_8);
        private static final byte[] BROKEN = String.valueOf(TextEncoding.BROKEN).getBytes(StandardCharsets.UTF_8);
        private final long number;
        private final byte[] bytes;
        private final int[] places;
        private final int first;
        private final int step;
        private final int width;

        /**
         * Cells of a row that stands for itself.
         *
         * @param bytes not copied: nobody changes them
         * @param places where each cell begins and where it ends, in turn; not copied either
         * @param width number of cells
         */
        Cells(long number, byte[] bytes, int[] places, int width) {
            this(number, bytes, places, 0, 2, width);
        }

        /** Cells of a row among others: {@code places} of the first one is {@code first}, of the next one {@code step} further. */
        Cells(long number, byte[] bytes, int[] places, int first, int step) {
            this(number, bytes, places, first, step, places.length / step);
        }

        private Cells(long number, byte[] bytes, int[] places, int first, int step, int width) {
            this.number = number;
            this.bytes = bytes;
            this.places = places;
            this.first = first;
            this.step = step;
            this.width = width;
        }

        /** What is half a character becomes {@link TextEncoding#BROKEN}. */
        static Cells of(long number, String... texts) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            CharsetEncoder encoder = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(BROKEN);
            int[] places = new int[2 * texts.length];
            for (int i = 0; i < texts.length; i++) {
                places[2 * i] = all.size();
                encode(encoder, texts[i], all);
                places[2 * i + 1] = all.size();
            }
            return new Cells(number, all.toByteArray(), places, texts.length);
        }

        private static void encode(CharsetEncoder encoder, String text, ByteArrayOutputStream to) {
            try {
                ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
                to.write(bytes.array(), 0, bytes.limit());
            } catch (CharacterCodingException e) {
                throw new IllegalStateException("what cannot be encoded is replaced", e);
            }
        }

        @Override
        public long number() {
            return number;
        }

        public int width() {
            return width;
        }

        /** Where all cells stand. */
        public byte[] bytes() {
            return bytes;
        }

        /** Where a cell of the row begins. */
        public int from(int index) {
            return places[first + step * index];
        }

        /** Where it ends. */
        public int to(int index) {
            return places[first + step * index + 1];
        }

        /** A cell as a text; empty beyond the last one. */
        public String cell(int index) {
            return index < width ? new String(bytes, from(index), to(index) - from(index), StandardCharsets.UTF_8) : "";
        }

        public String[] cells() {
            String[] cells = new String[width];
            for (int i = 0; i < width; i++) {
                cells[i] = cell(i);
            }
            return cells;
        }

        @Override
        public boolean blank() {
            for (int i = 0; i < width; i++) {
                if (!blank(i)) {
                    return false;
                }
            }
            return true;
        }

        /** Is there nothing but white space in a cell? */
        public boolean blank(int index) {
            int from = from(index);
            boolean written = from < to(index) && bytes[from] > ' ';
            return !written && (from == to(index) || cell(index).isBlank());
        }

        @Override
        public boolean example() {
            if (width == 0 || to(0) - from(0) < EXAMPLE.length) {
                return false;
            }
            int from = from(0);
            return Arrays.equals(bytes, from, from + EXAMPLE.length, EXAMPLE, 0, EXAMPLE.length);
        }
    }

    /**
     * What cannot be taken apart.
     *
     * @param cell index of the one that is at fault, -1 for the row as a whole
     * @param text what stands there, shortened
     */
    record Broken(long number, int cell, String text, Text reason, Text remedy) implements Row {
        @Override
        public boolean blank() {
            return false;
        }

        @Override
        public boolean example() {
            return false;
        }
    }

    /**
     * A line of JSON.
     *
     * @param tree what it says; empty if it is no JSON
     * @param fault why it is none
     */
    record Json(long number, Optional<JsonNode> tree, String text, String fault) implements Row {
        @Override
        public boolean blank() {
            return text.isBlank();
        }

        @Override
        public boolean example() {
            return false;
        }
    }
}
