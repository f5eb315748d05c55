package org.huiqi.screen.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How long the table of contents of a ZIP file says it is. Java reads all of it into memory before anybody can count its entries, so a file that
 * is nothing but a table of contents would fill the memory of a server.
 */
final class ZipDirectory {
    /** A workbook of the most parts that are read has one of about a megabyte. */
    static final long MOST = 16L << 20;

    private static final int END = 22;
    private static final int LONGEST_REMARK = 0xFFFF;
    /** Java looks somewhat further than the longest remark is long. */
    private static final int SLACK = 128;

    private static final int LOCATOR = 20;
    private static final int END_64 = 56;
    private static final int END_MARK = 0x06054b50;
    private static final int LOCATOR_MARK = 0x07064b50;

    private ZipDirectory() {}

    /**
     * The greatest length that any of its ends declares: a remark may hold what looks like an end, and readers differ in which of them they believe. 0
     * where there is none to be found, which whoever reads the file will say.
     */
    static long length(RandomAccessFile file) throws IOException {
        int most = LOCATOR + SLACK + END + LONGEST_REMARK;
        ByteBuffer tail = read(file, file.length() - most, most);
        long start = file.length() - tail.limit();
        long length = 0;
        boolean last = true;
        for (int at = tail.limit() - END; at >= 0; at--) {
            if (tail.getInt(at) == END_MARK) {
                length = Math.max(length, Integer.toUnsignedLong(tail.getInt(at + 12)));
                length = Math.max(length, last ? start + at - Integer.toUnsignedLong(tail.getInt(at + 16)) : 0);
                length = Math.max(length, large(file, tail, at - LOCATOR, last ? start + at : 0));
                last = false;
            }
        }
        return length;
    }

    /**
     * Of files beyond four gigabytes, and of those who pretend to be.
     *
     * @param end of the last table of contents, as far as a reader goes who asks only where it begins; 0: of another
     */
    private static long large(RandomAccessFile file, ByteBuffer tail, int at, long end) throws IOException {
        if (at < 0 || tail.getInt(at) != LOCATOR_MARK) {
            return 0;
        }
        ByteBuffer large = read(file, tail.getLong(at + 8), END_64);
        if (large.limit() < END_64) {
            return 0;
        }
        // half of what a number can hold is beyond any file
        long declared = large.getLong(40) < 0 ? Long.MAX_VALUE : large.getLong(40);
        return Math.max(declared, large.getLong(48) < 0 ? 0 : end - large.getLong(48));
    }

    private static ByteBuffer read(RandomAccessFile file, long from, int most) throws IOException {
        long start = Math.max(0, from);
        byte[] bytes = new byte[(int) Math.max(0, Math.min(most, file.length() - start))];
        file.seek(Math.min(start, file.length()));
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
