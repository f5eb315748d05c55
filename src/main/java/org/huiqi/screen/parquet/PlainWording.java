package org.huiqi.screen.parquet;

import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.PrimitiveType;

/** Values that stand in a page one after the other, as they are. */
abstract sealed class PlainWording implements Wording {
    private static final int MOMENT = 12;
    final byte[] bytes;
    final ValueText text;
    private final int end;
    int at;

    private PlainWording(Slice slice, ValueText text) {
        this.bytes = slice.bytes();
        this.at = slice.from();
        this.end = slice.to();
        this.text = text;
    }

    static PlainWording of(PrimitiveType type, ValueText text, Slice slice) {
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> new Bits(slice, text);
            case INT32, FLOAT -> new Fixed(slice, text, Integer.BYTES);
            case INT64, DOUBLE -> new Fixed(slice, text, Long.BYTES);
            case INT96 -> new Fixed(slice, text, MOMENT);
            case FIXED_LEN_BYTE_ARRAY -> new Fixed(slice, text, type.getTypeLength());
            case BINARY -> new Counted(slice, text);
        };
    }

    /** Are there so many bytes? */
    final void require(long count) {
        if (count < 0 || count > end - at) {
            throw new ParquetDecodingException("a page ends before its values");
        }
    }

    /** Values of one length. */
    private static final class Fixed extends PlainWording {
        private final int size;

        Fixed(Slice slice, ValueText text, int size) {
            super(slice, text);
            this.size = size;
        }

        @Override
        public void write(int count, CellBytes to, int[] ends, int first) {
            require((long) count * size);
            for (int i = first; i < first + count; i++) {
                text.write(bytes, at, size, to);
                at += size;
                ends[i] = to.length();
            }
        }
    }

    /** Each behind its length. */
    private static final class Counted extends PlainWording {
        Counted(Slice slice, ValueText text) {
            super(slice, text);
        }

        @Override
        public void write(int count, CellBytes to, int[] ends, int first) {
            for (int i = first; i < first + count; i++) {
                require(Integer.BYTES);
                int length = Slice.number(bytes, at);
                at += Integer.BYTES;
                require(length);
                text.write(bytes, at, length, to);
                at += length;
                ends[i] = to.length();
            }
        }
    }

    /** Yes and no, eight to a byte, the lowest bit first. */
    private static final class Bits extends PlainWording {
        private final byte[] one = new byte[1];
        private int taken;

        Bits(Slice slice, ValueText text) {
            super(slice, text);
        }

        @Override
        public void write(int count, CellBytes to, int[] ends, int first) {
            for (int i = first; i < first + count; i++) {
                require(1);
                one[0] = (byte) (bytes[at] >> taken & 1);
                taken = (taken + 1) % Byte.SIZE;
                at += taken == 0 ? 1 : 0;
                text.write(one, 0, 1, to);
                ends[i] = to.length();
            }
        }
    }
}
