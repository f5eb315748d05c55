package org.huiqi.screen.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of some rows in UTF-8, column after column; empty where nothing is answered. They are taken apart when they are asked for, by the thread
 * that asks. Not thread-safe, and yet others may take apart others of the same file meanwhile.
 */
public final class Cells {
    private final int rows;
    private final int[] columns;
    private @Nullable RowGroup group;
    private RowGroup.@Nullable Batch batch;
    private byte[] bytes = {};
    private int[] places = {};

    /** {@code columns}: where the cells of each column of {@code group} go; -1: of none. */
    Cells(int[] columns, RowGroup group, RowGroup.Batch batch) {
        this.columns = columns;
        this.group = group;
        this.batch = batch;
        this.rows = batch.rows();
    }

    public int rows() {
        return rows;
    }

    /** @throws UnreadableException if the file breaks off there, or is broken */
    public byte[] bytes() throws UnreadableException {
        read();
        return bytes;
    }

    /**
     * Of each column where the cell of each row begins and, behind the last one, where that ends.
     *
     * @throws UnreadableException if the file breaks off there, or is broken
     */
    public int[] places() throws UnreadableException {
        read();
        return places;
    }

    /** Those of one row. */
    public List<String> texts(int row) throws UnreadableException {
        read();
        List<String> texts = new ArrayList<>();
        for (int at = row; at < places.length; at += rows + 1) {
            texts.add(new String(bytes, places[at], places[at + 1] - places[at], StandardCharsets.UTF_8));
        }
        return texts;
    }

    private void read() throws UnreadableException {
        if (group != null && batch != null) {
            read(group, batch);
            group = null;
            batch = null;
        }
    }

    private void read(RowGroup from, RowGroup.Batch wanted) throws UnreadableException {
        ColumnCells.Part[] parts = new ColumnCells.Part[columns.length];
        int length = 0;
        for (int i = 0; i < columns.length; i++) {
            parts[i] = columns[i] < 0 ? ColumnCells.Part.none(rows) : from.part(wanted, columns[i]);
            length += parts[i].length();
        }
        bytes = new byte[length];
        places = new int[columns.length * (rows + 1)];
        int at = 0;
        for (int i = 0; i < columns.length; i++) {
            put(parts[i], i * (rows + 1), at);
            at += parts[i].length();
        }
    }

    private void put(ColumnCells.Part part, int place, int at) {
        System.arraycopy(part.bytes(), 0, bytes, at, part.length());
        places[place] = at;
        for (int r = 0; r < rows; r++) {
            places[place + 1 + r] = at + part.ends()[r];
        }
    }
}
