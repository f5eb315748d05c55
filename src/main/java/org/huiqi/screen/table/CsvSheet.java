package org.huiqi.screen.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.NoSuchElementException;

/** A file of separated text; the separator is the one that divides its first line most often. */
final class CsvSheet implements Sheet {
    private static final int LOOK = 1 << 16;
    private final Path file;

    CsvSheet(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public boolean rectangular() {
        return true;
    }

    @Override
    public Rows open() {
        try {
            TextEncoding encoding = TextEncoding.of(file);
            return new CsvRows(Counted.open(file), encoding, separator(encoding));
        } catch (IOException e) {
            throw Tables.unreadable(name(), e);
        }
    }

    private char separator(TextEncoding encoding) throws IOException {
        try (Reader reader = new BufferedReader(encoding.open(file))) {
            char[] chars = new char[LOOK];
            int length = Math.max(0, reader.read(chars));
            String line = new String(chars, 0, length).lines().findFirst().orElse("");
            char best = ',';
            for (char candidate : new char[] {'\t', ';'}) {
                best = count(line, candidate) > count(line, best) ? candidate : best;
            }
            return best;
        }
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }

    /** Where it ends and what of it can be trusted is found out here; records are taken apart where they are asked for. */
    private final class CsvRows implements Rows {
        private final Counted in;
        private final CsvCutter cutter;
        private final CsvSplitter splitter;
        /** Cells of the heading, once it is known. */
        private int width;
        /** Of some row before. */
        private int usual;

        CsvRows(Counted in, TextEncoding encoding, char separator) throws IOException {
            this.in = in;
            this.cutter = new CsvCutter(encoding.bytes(in), separator);
            this.splitter = new CsvSplitter(encoding.ofBytes(), separator);
        }

        @Override
        public void heading(int cells) {
            width = cells;
            usual = cells;
            cutter.heading(cells);
        }

        @Override
        public boolean hasNext() {
            try {
                return cutter.hasNext();
            } catch (IOException e) {
                throw Tables.unreadable(name(), e);
            }
        }

        @Override
        public Row next() {
            CsvCutter.Piece piece = cut(1);
            if (piece.size() == 0) {
                throw new NoSuchElementException();
            }
            Row row = splitter.split(piece, 0, width, usual);
            usual = row instanceof Row.Cells cells ? cells.width() : usual;
            return row;
        }

        @Override
        public List<Row> next(int most) {
            return new Lines(cut(most), splitter, width, usual);
        }

        private CsvCutter.Piece cut(int most) {
            try {
                return cutter.next(most);
            } catch (IOException e) {
                throw Tables.unreadable(name(), e);
            }
        }

        @Override
        public double share() {
            return in.share(cutter.ahead());
        }

        @Override
        public void close() {
            try {
                cutter.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Records that become rows when they are asked for. */
    private static final class Lines extends AbstractList<Row> {
        private final CsvCutter.Piece piece;
        private final CsvSplitter splitter;
        private final int width;
        private final int usual;

        Lines(CsvCutter.Piece piece, CsvSplitter splitter, int width, int usual) {
            this.piece = piece;
            this.splitter = splitter;
            this.width = width;
            this.usual = usual;
        }

        @Override
        public Row get(int index) {
            return splitter.split(piece, index, width, usual);
        }

        @Override
        public int size() {
            return piece.size();
        }
    }
}
