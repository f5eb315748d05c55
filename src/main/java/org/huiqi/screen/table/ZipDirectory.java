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
    private static final int LOCATOR = 20;
    private static final int END_64 = 56;
    private static final int END_MARK = 0x06054b50;
    private static final int LOCATOR_MARK = 0x07064b50;

    private ZipDirectory() {}

    /** 0 where there is none to be found, which whoever reads the file will say. */
    static long length(RandomAccessFile file) throws IOException {
        ByteBuffer tail = read(file, file.length() - END - LONGEST_REMARK - LOCATOR, END + LONGEST_REMARK + LOCATOR);
        for (int at = tail.limit() - END; at >= 0; at--) {
            if (tail.getInt(at) == END_MARK) {
                return Math.max(Integer.toUnsignedLong(tail.getInt(at + 12)), large(file, tail, at - LOCATOR));
            }
        }
        return 0;
    }

    /** Of files beyond four gigabytes, and of those who pretend to be. */
    private static long large(RandomAccessFile file, ByteBuffer tail, int at) throws IOException {
        if (at < 0 || tail.getInt(at) != LOCATOR_MARK) {
            return 0;
        }
        ByteBuffer end = read(file, tail.getLong(at + 8), END_64);
        // half of what a number can hold is beyond any file
        return end.limit() < END_64 ? 0 : end.getLong(40) < 0 ? Long.MAX_VALUE : end.getLong(40);
    }

    private static ByteBuffer read(RandomAccessFile file, long from, int most) throws IOException {
        long start = Math.max(0, from);
        byte[] bytes = new byte[(int) Math.max(0, Math.min(most, file.length() - start))];
        file.seek(Math.min(start, file.length()));
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
