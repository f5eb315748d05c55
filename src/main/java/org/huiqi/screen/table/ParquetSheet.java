package org.huiqi.screen.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.NoSuchElementException;
import org.huiqi.screen.parquet.Cells;
import org.huiqi.screen.parquet.ParquetCells;
import org.huiqi.screen.parquet.UnreadableException;

/** A Parquet file: the names of its columns are the heading, in row 1. */
final class ParquetSheet implements Sheet {
    /** Rows that are read at once, even where they are asked for one by one. */
    private static final int AHEAD = 100;

    private final Path file;

    ParquetSheet(Path file) {
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
            return new ParquetRows(ParquetCells.open(file));
        } catch (UnreadableException e) {
            throw refused(name(), e);
        }
    }

    private static RuntimeException refused(String place, UnreadableException e) {
        return Tables.refused(
                place,
                "Parquet 读不了," + e.reason().zh(),
                "cannot be read as Parquet: " + e.reason().en(),
                "请重新导出 Parquet,或导出为 CSV。",
                "Export it again, or as CSV.");
    }

    private final class ParquetRows implements Rows {
        private final ParquetCells cells;
        private List<Row> ahead = List.of();
        private long number;

        ParquetRows(ParquetCells cells) {
            this.cells = cells;
        }

        @Override
        public boolean hasNext() {
            return number == 0 || !ahead.isEmpty() || cells.hasNext();
        }

        @Override
        public Row next() {
            return next(1).get(0);
        }

        @Override
        public List<Row> next(int most) {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (number == 0) {
                number = 1;
                return List.of(Row.Cells.of(1, cells.names().toArray(String[]::new)));
            }
            if (ahead.isEmpty()) {
                ahead = lines(Math.max(most, AHEAD));
            }
            int count = Math.min(most, ahead.size());
            List<Row> rows = ahead.subList(0, count);
            ahead = count == ahead.size() ? List.of() : ahead.subList(count, ahead.size());
            return rows;
        }

        @Override
        public int pass(int most) {
            if (number == 0 || !ahead.isEmpty() || most < AHEAD) {
                return next(most).size();
            }
            try {
                int count = cells.pass(most);
                number += count;
                return count;
            } catch (UnreadableException e) {
                throw refused(name() + ":" + (number + 1), e);
            }
        }

        private List<Row> lines(int most) {
            try {
                Cells read = cells.next(most);
                number += read.rows();
                return new Lines(read, number - read.rows() + 1);
            } catch (UnreadableException e) {
                throw refused(name() + ":" + (number + 1), e);
            }
        }

        @Override
        public double share() {
            return cells.rows() == 0 ? 1 : (double) cells.done() / cells.rows();
        }

        @Override
        public void close() {
            try {
                cells.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Cells that become rows when they are asked for. */
    private final class Lines extends AbstractList<Row> {
        private final Cells cells;
        private final long first;

        Lines(Cells cells, long first) {
            this.cells = cells;
            this.first = first;
        }

        @Override
        public Row get(int index) {
            try {
                return new Row.Cells(first + index, cells.bytes(), cells.places(), index, cells.rows() + 1);
            } catch (UnreadableException e) {
                throw refused(name() + ":" + first, e);
            }
        }

        @Override
        public int size() {
            return cells.rows();
        }
    }
}
