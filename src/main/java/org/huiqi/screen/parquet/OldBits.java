package org.huiqi.screen.parquet;

/** Numbers packed bit by bit, the highest bit first: levels of writers from before 2013. Not thread-safe. */
final class OldBits implements Numbers {
    private final Slice slice;
    private final int width;
    private long bit;

    OldBits(Slice slice, int width) {
        this.slice = slice;
        this.width = width;
    }

    /** {@code slice} is as long as all of them take. */
    @Override
    public void read(int[] to, int count) {
        for (int i = 0; i < count; i++) {
            int number = 0;
            for (int b = 0; b < width; b++) {
                int octet = slice.bytes()[slice.from() + (int) (bit >>> 3)];
                number = number << 1 | octet >> 7 - (int) (bit & 7) & 1;
                bit++;
            }
            to[i] = number;
        }
    }
}
