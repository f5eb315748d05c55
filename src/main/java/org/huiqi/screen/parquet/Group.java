package org.huiqi.screen.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/**
 * One row group in memory, column by column. Written by the library as if it were a file of its own that stands where the group will stand: what is
 * between that file's beginning and its footer is the group, and the footer says where its columns are. Not thread-safe.
 */
final class Group {
    static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final int MOST_ROWS = 1 << 17;
    private static final long MOST_BYTES = 64L << 20;
    /** How often its size is asked for, in rows. */
    private static final int LOOK = 1_000;

    private static final long ENDLESS = 1L << 40;
    private final MessageType schema;
    private final Map<String, String> notes;
    private final long position;
    private final Chunk[] chunks;
    private int rows;
    private int looked;

    /** {@code position}: of the group's first byte in the file. */
    Group(MessageType schema, Map<String, String> notes, long position) {
        this.schema = schema;
        this.notes = notes;
        this.position = position;
        this.chunks = schema.getColumns().stream().map(Chunk::new).toArray(Chunk[]::new);
    }

    /** A group, and what the end of the file has to say of it. */
    record Ended(byte[] file, int end, byte[] footer) {
        int length() {
            return end - MAGIC.length;
        }

        void write(OutputStream out) throws IOException {
            out.write(file, MAGIC.length, length());
        }
    }

    /** Of the row to come: one value of a column at most. */
    void word(int column, Word word) {
        upTo(column, rows).add(word);
    }

    void number(int column, long number) {
        upTo(column, rows).add(number);
    }

    /** A column that has so many rows: what was not said is nothing. */
    private Chunk upTo(int column, int count) {
        Chunk chunk = chunks[column];
        while (chunk.rows() < count) {
            chunk.skip();
        }
        if (chunk.rows() > count) {
            throw new IllegalStateException("column " + column + " was written already");
        }
        return chunk;
    }

    void complete() {
        complete(1);
    }

    void add(Sheaf sheaf) {
        for (int column = 0; column < chunks.length; column++) {
            upTo(column, rows).add(sheaf, column);
        }
        complete(sheaf.rows());
    }

    private void complete(int more) {
        rows += more;
        for (int column = 0; column < chunks.length; column++) {
            upTo(column, rows);
        }
    }

    /** By rows and bytes, never by the clock or by the memory there is. */
    boolean full() {
        boolean look = rows - looked >= LOOK;
        looked = look ? rows : looked;
        return rows >= MOST_ROWS || look && size() >= MOST_BYTES;
    }

    private long size() {
        return Arrays.stream(chunks).mapToLong(Chunk::size).sum();
    }

    Ended end() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ParquetFileWriter file = new ParquetFileWriter(
                new StreamFile(bytes, position - MAGIC.length),
                schema,
                ParquetFileWriter.Mode.CREATE,
                ENDLESS,
                0,
                ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
                ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
                ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED)) {
            file.start();
            if (rows > 0) {
                write(file);
            }
            file.end(notes);
        }
        byte[] all = bytes.toByteArray();
        int end = all.length - MAGIC.length - Integer.BYTES;
        int footer = end - ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
        return new Ended(all, footer, Arrays.copyOfRange(all, footer, end));
    }

    /** Columns are packed by all processors there are, and yet always alike. */
    private void write(ParquetFileWriter file) throws IOException {
        List<Chunk.Packed> columns =
                Arrays.stream(chunks).parallel().map(Chunk::pack).toList();
        file.startBlock(rows);
        for (Chunk.Packed column : columns) {
            column.write(file);
        }
        file.endBlock();
    }
}
