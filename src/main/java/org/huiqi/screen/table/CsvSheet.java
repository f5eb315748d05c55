package org.huiqi.screen.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A file of separated text; the separator is the one that divides its first line most often. */
final class CsvSheet implements Sheet {
    private static final int MOST_FIELDS = 20_000;
    private static final int LONGEST_FIELD = 1 << 20;
    private static final int LONGEST_RECORD = 1 << 23;
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
            StringArrayHandler handler = StringArrayHandler.builder()
                    .maxFields(MOST_FIELDS)
                    .maxFieldSize(LONGEST_FIELD)
                    .maxRecordSize(LONGEST_RECORD)
                    .build();
            Counted in = Counted.open(file);
            char separator = separator(encoding);
            return new CsvRows(
                    in,
                    separator,
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .skipEmptyLines(false)
                            .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                            .allowExtraCharsAfterClosingQuote(true)
                            .maxBufferSize(LONGEST_RECORD)
                            .build(handler, encoding.open(in)));
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

    private final class CsvRows implements Rows {
        private final CsvReader<String[]> reader;
        private final CloseableIterator<String[]> records;
        private final Counted in;
        private final char separator;
        private long number;
        private int widest;

        CsvRows(Counted in, char separator, CsvReader<String[]> reader) {
            this.in = in;
            this.separator = separator;
            this.reader = reader;
            this.records = reader.iterator();
        }

        @Override
        public boolean hasNext() {
            try {
                return records.hasNext();
            } catch (CsvParseException | UncheckedIOException e) {
                throw cut(e);
            }
        }

        @Override
        public Row next() {
            try {
                number++;
                String[] cells = records.next();
                for (String cell : cells) {
                    if (cell.length() >= widest && widest > 1 && holdsRow(cell)) {
                        throw unpaired();
                    }
                }
                widest = Math.max(widest, cells.length);
                return new Row.Cells(number, cells);
            } catch (CsvParseException | UncheckedIOException e) {
                throw cut(e);
            }
        }

        @Override
        public double share() {
            return in.share();
        }

        /** Has a quotation mark without its pair swallowed a row, or many? Then a line of this cell has as many separators as rows have. */
        private boolean holdsRow(String cell) {
            int separators = Integer.MIN_VALUE;
            for (int i = cell.indexOf('\n'); i >= 0 && i < cell.length(); i++) {
                if (cell.charAt(i) == '\n') {
                    if (separators >= widest - 1) {
                        return true;
                    }
                    separators = 0;
                } else if (cell.charAt(i) == separator) {
                    separators++;
                }
            }
            return separators >= widest - 1;
        }

        private RuntimeException unpaired() {
            return Tables.refused(
                    name() + ":" + number,
                    "这一行有一个引号没有配对,把后面的行也吞进来了",
                    "a quotation mark without its pair has swallowed the rows that follow",
                    "给引号配对;值里的引号写两个。",
                    "Give the mark its pair; a mark within a value is written twice.");
        }

        private RuntimeException cut(Exception e) {
            String why = e.getCause() == null
                    ? String.valueOf(e.getMessage())
                    : String.valueOf(e.getCause().getMessage());
            return Tables.refused(
                    name() + ":" + (number + 1),
                    "从这一行起读不下去: " + why,
                    "cannot be read from this row on: " + why,
                    "多半是引号没有配对;每格最多" + LONGEST_FIELD + "字。",
                    "Most likely a quotation mark without its pair; a cell has at most " + LONGEST_FIELD
                            + " characters.");
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
