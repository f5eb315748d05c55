package org.huiqi.screen.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Parquet file row by row: say the cells of a row, then {@link #next}; what is not said is null. The same rows give the same bytes:
 * row groups end after so many rows or bytes, never by the clock or by the memory there is. Not thread-safe.
 */
public final class ParquetTable implements Closeable {
    private static final int GROUP_ROWS = 100_000;
    private static final long GROUP_BYTES = 64L << 20;
    private static final int CENTS = 2;
    private static final int YUAN_DIGITS = 38;
    private static final int YUAN_BYTES = 16;
    private final ParquetWriter<Object[]> writer;
    private final @Nullable Object[] row;

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
                            .length(YUAN_BYTES)
                            .as(LogicalTypeAnnotation.decimalType(CENTS, YUAN_DIGITS))
                            .named(name);
            };
        }
    }

    /** A text ready to be written; worth keeping where it comes again and again. */
    public static final class Word {
        private final @Nullable Binary bytes;

        /** An empty text is none. */
        public Word(String text) {
            this.bytes = text.isEmpty() ? null : Binary.fromConstantByteArray(utf8(text));
        }

        private static byte[] utf8(String text) {
            return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** {@code notes}: kept in the file beside its columns. Does not close {@code out}. */
    public ParquetTable(OutputStream out, List<Column> columns, Map<String, String> notes) throws IOException {
        MessageType schema =
                new MessageType("huiqi", columns.stream().map(Column::type).toList());
        this.row = new Object[columns.size()];
        this.writer = new Builder(new StreamFile(out), new Rows(schema, notes))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupRowCountLimit(GROUP_ROWS)
                .withRowGroupSize(GROUP_BYTES)
                .build();
    }

    public void text(int column, String text) {
        word(column, new Word(text));
    }

    public void word(int column, Word word) {
        row[column] = word.bytes;
    }

    public void number(int column, long number) {
        row[column] = number;
    }

    /** A figure beyond all money there is stays out. */
    public void yuan(int column, BigDecimal yuan) {
        byte[] digits =
                yuan.setScale(CENTS, RoundingMode.HALF_UP).unscaledValue().toByteArray();
        if (digits.length < YUAN_BYTES) {
            byte[] bytes = new byte[YUAN_BYTES];
            Arrays.fill(bytes, (byte) (digits[0] >> 7));
            System.arraycopy(digits, 0, bytes, YUAN_BYTES - digits.length, digits.length);
            row[column] = Binary.fromConstantByteArray(bytes);
        }
    }

    /** Writes the row, and begins the next one. */
    public void next() throws IOException {
        writer.write(row);
        Arrays.fill(row, null);
    }

    /** Only now can the file be read. */
    @Override
    public void close() throws IOException {
        writer.close();
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
