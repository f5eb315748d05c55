package org.huiqi.screen.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that knows how much of it has been read. */
final class Counted extends FilterInputStream {
    private final long size;
    private volatile long read;

    private Counted(InputStream in, long size) {
        super(in);
        this.size = size;
    }

    static Counted open(Path file) throws IOException {
        return new Counted(Files.newInputStream(file), Math.max(1, Files.size(file)));
    }

    double share() {
        return share(0);
    }

    /** {@code ahead}: bytes that were read and nobody has asked for yet. */
    double share(long ahead) {
        return Math.min(1.0, (double) Math.max(0, read - ahead) / size);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        read += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        read += Math.max(0, n);
        return n;
    }
}
