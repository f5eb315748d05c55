package org.huiqi.screen.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.ParquetDecodingException;
import org.jspecify.annotations.Nullable;

/** The cells of one column of a row group, row after row. Not thread-safe. */
final class ColumnCells {
    private static final byte[] COMMA = "、".getBytes(StandardCharsets.UTF_8);
    private final ColumnPages pages;
    private final int present;
    private final boolean lists;
    private int[] levels = {};
    private final int[] one = new int[1];
    private ColumnPages.@Nullable Page page;
    /** Of the page, still to be read. */
    private int left;

    private long read;
    private final long all;
    private int room;

    /** Some cells: each ends where it says, and begins where the one before ended. */
    record Part(byte[] bytes, int[] ends) {
        /** Of a column that has none. */
        static Part none(int rows) {
            return new Part(new byte[0], new int[rows]);
        }

        int length() {
            return ends.length == 0 ? 0 : ends[ends.length - 1];
        }
    }

    /** {@code all}: values of the column, those that are not there counted. */
    ColumnCells(ColumnDescriptor column, ColumnPages pages, long all) {
        this.pages = pages;
        this.present = column.getMaxDefinitionLevel();
        this.lists = column.getMaxRepetitionLevel() > 0;
        this.all = all;
    }

    /** Those of the next rows. */
    Part next(int rows) throws IOException {
        CellBytes to = new CellBytes(room);
        int[] ends = new int[rows];
        if (lists) {
            listed(to, ends);
        } else {
            flat(to, ends);
        }
        room = to.length() + to.length() / 8 + 64;
        return new Part(to.bytes(), ends);
    }

    private void flat(CellBytes to, int[] ends) throws IOException {
        if (levels.length < ends.length) {
            levels = new int[ends.length];
        }
        for (int done = 0; done < ends.length; ) {
            ColumnPages.Page open = open();
            int some = Math.min(left, ends.length - done);
            int start = to.length();
            open.definition().read(levels, some);
            int values = values(some);
            open.values().write(values, to, ends, done);
            if (values < some) {
                spread(ends, done, some, values, start);
            }
            left -= some;
            done += some;
        }
    }

    /** The page of the next value. */
    private ColumnPages.Page open() throws IOException {
        ColumnPages.Page open = page;
        while (open == null || left == 0) {
            open = pages.next();
            left = open.count();
        }
        page = open;
        return open;
    }

    /** How many there are in so many levels. */
    private int values(int count) {
        int values = 0;
        int most = 0;
        for (int i = 0; i < count; i++) {
            values += levels[i] == present ? 1 : 0;
            most = Math.max(most, levels[i]);
        }
        if (most > present) {
            throw new ParquetDecodingException("a level of " + most + " where " + present + " is the highest");
        }
        return values;
    }

    /** Ends of values become ends of cells: one without a value ends where the one before does. */
    private void spread(int[] ends, int first, int count, int values, int start) {
        int next = first + values - 1;
        for (int i = count - 1; i >= 0; i--) {
            ends[first + i] = next >= first ? ends[next] : start;
            next -= levels[i] == present ? 1 : 0;
        }
    }

    private void listed(CellBytes to, int[] ends) throws IOException {
        if (page == null) {
            more();
        }
        for (int row = 0; row < ends.length; row++) {
            int from = to.length();
            value(to);
            while (more()) {
                further(to, from);
            }
            ends[row] = to.length();
        }
    }

    /** Does the value to come belong to the row of the one before? */
    private boolean more() throws IOException {
        if (read == all) {
            return false;
        }
        open().repetition().read(one, 1);
        return one[0] > 0;
    }

    private void further(CellBytes to, int from) throws IOException {
        int before = to.length();
        if (before > from) {
            to.write(COMMA, 0, COMMA.length);
        }
        int behind = to.length();
        value(to);
        if (to.length() == behind || before - from > ValueText.LONGEST) {
            to.length(before);
        }
    }

    private void value(CellBytes to) throws IOException {
        ColumnPages.Page open = open();
        open.definition().read(one, 1);
        if (one[0] == present) {
            open.values().write(1, to, one, 0);
        }
        left--;
        read++;
    }
}
