package org.huiqi.screen.parquet;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.io.ParquetDecodingException;

/** Some bytes of a page. Not copied: nobody changes them. */
record Slice(byte[] bytes, int from, int to) {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static Slice of(BytesInput input) throws IOException {
        return of(input.toByteBuffer());
    }

    private static Slice of(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            int from = buffer.arrayOffset() + buffer.position();
            return new Slice(buffer.array(), from, from + buffer.remaining());
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new Slice(bytes, 0, bytes.length);
    }

    static int number(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    static long number8(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    int length() {
        return to - from;
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, from, length()).slice();
    }

    int first() {
        require(1);
        return bytes[from] & 0xFF;
    }

    /** So many bytes of it. */
    Slice front(int count) {
        require(count);
        return new Slice(bytes, from, from + count);
    }

    /** Without so many bytes. */
    Slice behind(int count) {
        require(count);
        return new Slice(bytes, from + count, to);
    }

    /** As long as the number in its first four bytes says, behind that. */
    Slice counted() {
        Slice rest = behind(Integer.BYTES);
        return rest.front(number(bytes, from));
    }

    private void require(int count) {
        if (count < 0 || count > length()) {
            throw new ParquetDecodingException("a page of " + length() + " bytes declares " + count + " more");
        }
    }
}
