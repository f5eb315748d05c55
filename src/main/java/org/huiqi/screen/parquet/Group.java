package org.huiqi.screen.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * One row group in memory, written by the library as if it were a file of its own that stands where the group will stand: what is between that
 * file's beginning and its footer is the group, and the footer says where its columns are. Not thread-safe.
 */
final class Group {
    static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final int MOST_ROWS = 1 << 17;
    private static final long MOST_BYTES = 64L << 20;
    /** How often its size is asked for, in rows. */
    private static final int LOOK = 1_000;

    private static final long ENDLESS = 1L << 40;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ParquetWriter<Object[]> writer;
    private final long before;
    private int rows;

    /** {@code position}: of the group's first byte in the file. */
    Group(MessageType schema, Map<String, String> notes, long position) throws IOException {
        writer = new Builder(new StreamFile(bytes, position - MAGIC.length), new Rows(schema, notes))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupRowCountLimit(Integer.MAX_VALUE)
                .withRowGroupSize(ENDLESS)
                .build();
        before = writer.getDataSize();
    }

    /** What goes into the file, and what its end has to say of it. */
    record Ended(byte[] bytes, byte[] footer) {}

    void write(Object[] row) throws IOException {
        writer.write(row);
        rows++;
    }

    /** By rows and bytes, never by the clock or by the memory there is. */
    boolean full() {
        return rows >= MOST_ROWS || rows % LOOK == 0 && writer.getDataSize() - before >= MOST_BYTES;
    }

    Ended end() throws IOException {
        writer.close();
        byte[] all = bytes.toByteArray();
        int end = all.length - MAGIC.length - Integer.BYTES;
        int footer = end - ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
        return new Ended(Arrays.copyOfRange(all, MAGIC.length, footer), Arrays.copyOfRange(all, footer, end));
    }

    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        private final WriteSupport<Object[]> rows;

        Builder(OutputFile file, WriteSupport<Object[]> rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @Deprecated
        protected WriteSupport<Object[]> getWriteSupport(org.apache.hadoop.conf.Configuration unused) {
            return rows;
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration unused) {
            return rows;
        }
    }
}
