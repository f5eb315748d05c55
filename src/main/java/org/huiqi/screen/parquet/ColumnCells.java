package org.huiqi.screen.parquet;

import java.util.Arrays;
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
    private static final String COMMA = "、";
    private final ColumnDescriptor column;
    private final ValueText text;
    private final int present;
    private @Nullable ColumnReader reader;
    private @Nullable Dictionary dictionary;
    private @Nullable String[] known = {};
    private String value = "";

    ColumnCells(ColumnDescriptor column, ValueText text) {
        this.column = column;
        this.text = text;
        this.present = column.getMaxDefinitionLevel();
    }

    /** The column's part of the next row group. */
    void open(PageReader pages, ParsedVersion writer) {
        dictionary = null;
        known = new String[0];
        reader = new ColumnReaderImpl(column, pages, this, writer);
    }

    /** The cell of the next row; several values are listed. */
    String next() {
        ColumnReader open = java.util.Objects.requireNonNull(reader);
        String cell = one(open);
        open.consume();
        while (open.getCurrentRepetitionLevel() > 0) {
            String more = one(open);
            cell = more.isEmpty() || cell.length() > ValueText.LONGEST
                    ? cell
                    : cell.isEmpty() ? more : cell + COMMA + more;
            open.consume();
        }
        return cell;
    }

    private String one(ColumnReader open) {
        if (open.getCurrentDefinitionLevel() < present) {
            return "";
        }
        open.writeCurrentValueToConverter();
        return value;
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.known = new String[dictionary.getMaxId() + 1];
        Arrays.fill(known, null);
    }

    @Override
    public void addValueFromDictionary(int id) {
        String word = known[id];
        if (word == null) {
            word = word(java.util.Objects.requireNonNull(dictionary), id);
            known[id] = word;
        }
        value = word;
    }

    private String word(Dictionary words, int id) {
        PrimitiveTypeName stored = column.getPrimitiveType().getPrimitiveTypeName();
        return switch (stored) {
            case BOOLEAN -> text.whole().apply(words.decodeToBoolean(id) ? 1 : 0);
            case INT32 -> text.whole().apply(words.decodeToInt(id));
            case INT64 -> text.whole().apply(words.decodeToLong(id));
            case FLOAT -> text.real().apply(words.decodeToFloat(id));
            case DOUBLE -> text.real().apply(words.decodeToDouble(id));
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> text.bytes().apply(words.decodeToBinary(id));
        };
    }

    @Override
    public void addBinary(Binary read) {
        value = text.bytes().apply(read);
    }

    @Override
    public void addBoolean(boolean read) {
        value = text.whole().apply(read ? 1 : 0);
    }

    @Override
    public void addInt(int read) {
        value = text.whole().apply(read);
    }

    @Override
    public void addLong(long read) {
        value = text.whole().apply(read);
    }

    @Override
    public void addFloat(float read) {
        value = text.real().apply(read);
    }

    @Override
    public void addDouble(double read) {
        value = text.real().apply(read);
    }
}
