package org.huiqi.screen.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** The cells of one column, row after row. A value that is kept in the dictionary of a page is worded once. Not thread-safe. */
final class ColumnCells extends PrimitiveConverter {
    private static final byte[] COMMA = "、".getBytes(StandardCharsets.UTF_8);
    private final ColumnDescriptor column;
    private final ValueText text;
    private final int present;
    private @Nullable ColumnReader reader;
    private @Nullable Dictionary dictionary;
    private @Nullable byte[][] known = {};
    private final CellBytes to;

    /** {@code to}: where cells go. */
    ColumnCells(ColumnDescriptor column, ValueText text, CellBytes to) {
        this.column = column;
        this.text = text;
        this.to = to;
        this.present = column.getMaxDefinitionLevel();
    }

    /** The column's part of the next row group. */
    void open(PageReader pages, ParsedVersion writer) {
        dictionary = null;
        known = new byte[0][];
        reader = new ColumnReaderImpl(column, pages, this, writer);
    }

    /** Writes the cell of the next row; several values are listed. */
    void next() {
        ColumnReader open = Objects.requireNonNull(reader);
        int from = to.length();
        one(open);
        open.consume();
        while (open.getCurrentRepetitionLevel() > 0) {
            more(open, from);
            open.consume();
        }
    }

    private void more(ColumnReader open, int from) {
        int before = to.length();
        if (before > from) {
            to.write(COMMA, 0, COMMA.length);
        }
        int behind = to.length();
        one(open);
        if (to.length() == behind || before - from > ValueText.LONGEST) {
            to.length(before);
        }
    }

    private void one(ColumnReader open) {
        if (open.getCurrentDefinitionLevel() == present) {
            open.writeCurrentValueToConverter();
        }
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.known = new byte[dictionary.getMaxId() + 1][];
    }

    @Override
    public void addValueFromDictionary(int id) {
        byte[] word = known[id];
        if (word == null) {
            int from = to.length();
            word(Objects.requireNonNull(dictionary), id);
            known[id] = to.copy(from);
        } else {
            to.write(word, 0, word.length);
        }
    }

    private void word(Dictionary words, int id) {
        PrimitiveTypeName stored = column.getPrimitiveType().getPrimitiveTypeName();
        switch (stored) {
            case BOOLEAN -> addBoolean(words.decodeToBoolean(id));
            case INT32 -> addInt(words.decodeToInt(id));
            case INT64 -> addLong(words.decodeToLong(id));
            case FLOAT -> addFloat(words.decodeToFloat(id));
            case DOUBLE -> addDouble(words.decodeToDouble(id));
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> addBinary(words.decodeToBinary(id));
        }
    }

    @Override
    public void addBinary(Binary read) {
        text.bytes().write(read, to);
    }

    @Override
    public void addBoolean(boolean read) {
        text.whole().write(read ? 1 : 0, to);
    }

    @Override
    public void addInt(int read) {
        text.whole().write(read, to);
    }

    @Override
    public void addLong(long read) {
        text.whole().write(read, to);
    }

    @Override
    public void addFloat(float read) {
        to.text(text.real().apply(read));
    }

    @Override
    public void addDouble(double read) {
        to.text(text.real().apply(read));
    }
}
