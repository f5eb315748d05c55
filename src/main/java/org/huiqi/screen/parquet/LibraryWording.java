package org.huiqi.screen.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Values in one of the encodings that few writers use: taken apart by the library. */
final class LibraryWording implements Wording {
    /** A value may repeat the beginning of the one before: a small page can be very long. In bytes. */
    private static final long MOST_BEYOND = 1L << 28;

    private final PrimitiveTypeName stored;
    private final ValueText text;
    private final ValuesReader values;
    private final byte[] number = new byte[Long.BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(number).order(ByteOrder.LITTLE_ENDIAN);

    /** Length of all values that are longer than a cell can be. */
    private long beyond;

    LibraryWording(PrimitiveTypeName stored, ValueText text, ValuesReader values) {
        this.stored = stored;
        this.text = text;
        this.values = values;
    }

    @Override
    public void write(int count, CellBytes to, int[] ends, int first) {
        for (int i = first; i < first + count; i++) {
            one(to);
            ends[i] = to.length();
        }
    }

    private void one(CellBytes to) {
        switch (stored) {
            case BOOLEAN -> number(buffer.put(0, (byte) (values.readBoolean() ? 1 : 0)), 1, to);
            case INT32 -> number(buffer.putInt(0, values.readInteger()), Integer.BYTES, to);
            case INT64 -> number(buffer.putLong(0, values.readLong()), Long.BYTES, to);
            case FLOAT -> number(buffer.putFloat(0, values.readFloat()), Float.BYTES, to);
            case DOUBLE -> number(buffer.putDouble(0, values.readDouble()), Double.BYTES, to);
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> bytes(values.readBytes(), to);
        }
    }

    private void number(ByteBuffer written, int size, CellBytes to) {
        text.write(written.array(), 0, size, to);
    }

    private void bytes(Binary value, CellBytes to) {
        byte[] bytes = value.getBytesUnsafe();
        beyond += bytes.length > ValueText.LONGEST ? bytes.length : 0;
        if (beyond > MOST_BEYOND) {
            throw new ParquetDecodingException("values of hundreds of thousands of bytes");
        }
        text.write(bytes, 0, bytes.length, to);
    }
}
