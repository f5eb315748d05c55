package org.huiqi.screen.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A text of any encoding as UTF-8. */
final class Utf8Stream extends InputStream {
    private final Reader text;
    private final char[] chars = new char[1 << 13];
    private byte[] bytes = {};
    private int at;

    Utf8Stream(Reader text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (at == bytes.length && !fill()) {
            return -1;
        }
        int n = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, n);
        at += n;
        return n;
    }

    /** A pair of characters that is one stays together. */
    private boolean fill() throws IOException {
        int n = text.read(chars, 0, chars.length - 1);
        if (n > 0 && Character.isHighSurrogate(chars[n - 1])) {
            n += Math.max(0, text.read(chars, n, 1));
        }
        bytes = n <= 0 ? new byte[0] : new String(chars, 0, n).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return n > 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
