package org.huiqi.screen.table;

import java.util.Optional;
import org.huiqi.screen.table.CsvBreach.Kind;

/**
 * Whether a record of several lines, whose marks meet a pair each, may have swallowed rows: a mark without its pair finds another one sooner or later.
 */
final class CsvSuspicion {
    /** In narrower tables a cell of two lines may well look like two rows. */
    private static final int NARROWEST = 3;
    /** Separators in lines that are whole rows by themselves: no cell has so many. */
    private static final int CERTAIN = 8;

    private CsvSuspicion() {}

    /**
     * Tells by the cells that rows have. A record of as many cells is doubted if a line within is a row by itself, or if every one of its lines has the
     * separators of a row, its marks taken for letters; with many such lines it is certain. One of another number of cells is no row anyway, and any line
     * within that is a row is one.
     *
     * @param whole the record read strictly
     * @return empty if the record is what it seems
     */
    static Optional<Kind> of(CsvLine whole, byte[] bytes, int from, int to, byte separator, int width) {
        if (whole.marks() != CsvLine.Marks.PAIRED) {
            return Optional.of(Kind.UNPAIRED);
        }
        boolean fits = whole.fits(width);
        boolean alike = width >= NARROWEST;
        boolean complete = false;
        int rows = 0;
        for (int at = from; at <= to; ) {
            int end = lineEnd(bytes, at, to);
            int separators = separators(bytes, at, end, separator);
            alike &= separators == width - 1;
            complete |= at == from && separators >= width - 1;
            boolean enough = at > from && separators >= width - 1;
            rows += enough && row(bytes, at, end, separator, width) ? 1 : 0;
            at = behind(bytes, end, to);
        }
        if (rows * (width - 1) >= CERTAIN || !fits && (complete || rows > 0)) {
            return Optional.of(Kind.UNPAIRED);
        }
        return rows > 0 || alike || !fits ? Optional.of(Kind.DOUBTFUL) : Optional.empty();
    }

    /** Every line is a row of one cell, so that says nothing. */
    private static boolean row(byte[] bytes, int from, int to, byte separator, int width) {
        return width > 1 && CsvLine.of(bytes, from, to, separator).fits(width);
    }

    static int separators(byte[] bytes, int from, int to, byte separator) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] == separator ? 1 : 0;
        }
        return count;
    }

    static int lineEnds(byte[] bytes, int from, int to) {
        int count = 0;
        for (int at = lineEnd(bytes, from, to); at < to; at = lineEnd(bytes, behind(bytes, at, to), to)) {
            count++;
        }
        return count;
    }

    static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !CsvLine.end(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int behind(byte[] bytes, int end, int to) {
        boolean two = end + 1 < to && bytes[end] == '\r' && bytes[end + 1] == '\n';
        return two ? end + 2 : end + 1;
    }
}
