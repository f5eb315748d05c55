package org.huiqi.screen.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Parquet file row by row: say the cells of a row, then {@link #next}; what is not said is null. The same rows give the same bytes, row
 * groups that were ended before their time at the same rows provided. A file that was left between two groups can be gone on with. Not thread-safe.
 */
public final class ParquetTable implements Closeable {
    private static final int YUAN_DIGITS = 38;
    private final OutputStream out;
    private final MessageType schema;
    private final Map<String, String> notes;
    private final Footer footer;
    private long position;
    private @Nullable Group group;

    /** What a column holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** Money, to the cent. */
        YUAN
    }

    /** A column of the file. */
    public record Column(String name, Kind kind) {
        private Type type() {
            return switch (kind) {
                case TEXT ->
                    Types.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(name);
                case NUMBER -> Types.optional(PrimitiveTypeName.INT64).named(name);
                case YUAN ->
                    Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                            .length(Word.YUAN_BYTES)
                            .as(LogicalTypeAnnotation.decimalType(Word.CENTS, YUAN_DIGITS))
                            .named(name);
            };
        }
    }

    /** {@code notes}: kept in the file beside its columns. Does not close {@code out}. */
    public ParquetTable(OutputStream out, List<Column> columns, Map<String, String> notes) throws IOException {
        this(out, columns, notes, OutputStream.nullOutputStream());
    }

    /** {@code kept}: gets what another process must know of the groups that have ended. */
    public ParquetTable(OutputStream out, List<Column> columns, Map<String, String> notes, OutputStream kept)
            throws IOException {
        this(out, columns, notes, new Footer(kept), Group.MAGIC.length);
        out.write(Group.MAGIC);
    }

    private ParquetTable(
            OutputStream out, List<Column> columns, Map<String, String> notes, Footer footer, long position) {
        this.out = out;
        this.schema =
                new MessageType("huiqi", columns.stream().map(Column::type).toList());
        this.notes = new TreeMap<>(notes);
        this.footer = footer;
        this.position = position;
    }

    /**
     * Goes on with a table of the same columns and notes.
     *
     * @param length of what is in {@code out}
     * @param before everything that was kept of it; more is written to {@code kept}
     */
    public static ParquetTable resumed(
            OutputStream out,
            List<Column> columns,
            Map<String, String> notes,
            OutputStream kept,
            long length,
            InputStream before)
            throws IOException {
        Footer footer = new Footer(kept);
        footer.read(before);
        return new ParquetTable(out, columns, notes, footer, length);
    }

    /** Of the row to come; an empty text is none. */
    public void text(int column, String text) {
        Word word = new Word(text);
        if (!word.nothing()) {
            group().word(column, word);
        }
    }

    public void number(int column, long number) {
        group().number(column, number);
    }

    /** A figure beyond all money there is stays out. */
    public void yuan(int column, BigDecimal yuan) {
        Word.yuan(yuan).ifPresent(word -> group().word(column, word));
    }

    private Group group() {
        Group open = group == null ? new Group(schema, notes, position) : group;
        group = open;
        return open;
    }

    /** Writes the row, and begins the next one. */
    public void next() throws IOException {
        group().complete();
        endFull();
    }

    /** Writes many rows at once, behind those that are complete: the values of a column lie together. */
    public void add(Sheaf rows) throws IOException {
        if (rows.rows() > 0) {
            group().add(rows);
            endFull();
        }
    }

    private void endFull() throws IOException {
        if (group != null && group.full()) {
            endGroup();
        }
    }

    /** All rows so far are in {@code out}, and what must be known of them in {@code kept}. */
    public void endGroup() throws IOException {
        if (group != null) {
            end(group);
            group = null;
        }
    }

    private void end(Group last) throws IOException {
        Group.Ended ended = last.end();
        ended.write(out);
        position += ended.length();
        footer.add(ended.footer());
    }

    /** Only now can the file be read. */
    @Override
    public void close() throws IOException {
        endGroup();
        if (footer.empty()) {
            end(new Group(schema, notes, position));
        }
        footer.write(out);
    }
}
