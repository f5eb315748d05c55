package org.huiqi.screen.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook, read as a stream. */
final class XlsxTables implements Tables {
    private static final int MOST_COLUMNS = 16_384;
    /** Spreadsheet programs allow 31; what is longer was written by hand, and would be repeated in every line of a result. */
    private static final int LONGEST_NAME = 100;

    private final ReadableWorkbook workbook;
    private final String file;
    private final long rows;

    /** {@code rows}: of all sheets. */
    private XlsxTables(ReadableWorkbook workbook, String file, long rows) {
        this.rows = Math.max(1, rows);
        this.workbook = workbook;
        this.file = file;
    }

    static Tables open(Path file) {
        long rows = ZipGuard.check(file).entrySet().stream()
                .filter(e -> e.getKey().startsWith("xl/worksheets/"))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
        String name = file.getFileName().toString();
        try {
            return new XlsxTables(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)), name, rows);
        } catch (IOException | RuntimeException e) {
            throw Tables.unreadable(name, e);
        }
    }

    @Override
    public List<Sheet> sheets() {
        return workbook.getSheets().map(s -> (Sheet) new XlsxSheet(s)).toList();
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class XlsxSheet implements Sheet {
        private final org.dhatim.fastexcel.reader.Sheet sheet;

        XlsxSheet(org.dhatim.fastexcel.reader.Sheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public String name() {
            String name = sheet.getName();
            return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        }

        @Override
        public boolean rectangular() {
            return false;
        }

        @Override
        public boolean hidden() {
            return sheet.getVisibility() != SheetVisibility.VISIBLE;
        }

        @Override
        public Rows open() {
            try {
                return new XlsxRows(name(), sheet.openStream());
            } catch (IOException | RuntimeException e) {
                throw Tables.unreadable(file + " " + name(), e);
            }
        }
    }

    private final class XlsxRows implements Rows {
        private final String sheet;
        private final Stream<org.dhatim.fastexcel.reader.Row> stream;
        private final Iterator<org.dhatim.fastexcel.reader.Row> remaining;
        private final CellText text = new CellText(workbook.isDate1904());
        private long number;

        XlsxRows(String sheet, Stream<org.dhatim.fastexcel.reader.Row> stream) {
            this.sheet = sheet;
            this.stream = stream;
            this.remaining = stream.iterator();
        }

        @Override
        public boolean hasNext() {
            try {
                return remaining.hasNext();
            } catch (UncheckedIOException | ExcelReaderException | IllegalArgumentException e) {
                throw cut(e);
            }
        }

        @Override
        public Row next() {
            try {
                org.dhatim.fastexcel.reader.Row row = remaining.next();
                number = row.getRowNum();
                String[] cells = new String[Math.min(row.getCellCount(), MOST_COLUMNS)];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = text.of(row.getCell(i));
                }
                return Row.Cells.of(number, cells);
            } catch (UncheckedIOException | ExcelReaderException | IllegalArgumentException e) {
                throw cut(e);
            }
        }

        @Override
        public double share() {
            return Math.min(1.0, (double) number / rows);
        }

        private RuntimeException cut(Exception e) {
            return Tables.unreadable(sheet + ":" + (number + 1), e);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
