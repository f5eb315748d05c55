package org.huiqi.screen.parquet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huiqi.screen.parquet.ParquetTable.Column;
import org.huiqi.screen.parquet.ParquetTable.Kind;
import org.jspecify.annotations.Nullable;

/** Some rows of a table on their way to it, filled by whoever has them; what is not said is nothing. Not thread-safe. */
public final class Sheaf {
    private final int rows;
    /** By column and row; of a column of numbers there are none. */
    private final @Nullable Word[][] words;
    /** By column and row; of other columns there are none. */
    private final long[][] numbers;
    /** A bit for every number there is. */
    private final long[][] given;

    public Sheaf(List<Column> columns, int rows) {
        this.rows = rows;
        this.words = new Word[columns.size()][];
        this.numbers = new long[columns.size()][];
        this.given = new long[columns.size()][];
        for (int c = 0; c < columns.size(); c++) {
            boolean number = columns.get(c).kind() == Kind.NUMBER;
            words[c] = new Word[number ? 0 : rows];
            numbers[c] = new long[number ? rows : 0];
            given[c] = new long[number ? (rows + Long.SIZE - 1) / Long.SIZE : 0];
        }
    }

    public int rows() {
        return rows;
    }

    /** An empty text is none. */
    public void word(int column, int row, Word word) {
        words[column][row] = word.nothing() ? null : word;
    }

    public void number(int column, int row, long number) {
        numbers[column][row] = number;
        given[column][row / Long.SIZE] |= 1L << row;
    }

    /** A figure beyond all money there is stays out. */
    public void yuan(int column, int row, BigDecimal yuan) {
        Optional<Word> word = Word.yuan(yuan);
        word.ifPresent(w -> word(column, row, w));
    }

    /** What a column of texts or money gets. */
    @Nullable
    Word[] words(int column) {
        return words[column];
    }

    /** What a column of numbers gets; only those that {@link #given} count. */
    long[] numbers(int column) {
        return numbers[column];
    }

    boolean given(int column, int row) {
        return (given[column][row / Long.SIZE] >>> row & 1) != 0;
    }
}
