package org.huiqi.screen.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a text file is encoded: by its byte order mark, else UTF-8 if its beginning is valid UTF-8, else GB18030, in which spreadsheet programs
 * on Chinese systems save.
 *
 * @param mark length of the byte order mark
 */
record TextEncoding(Charset charset, int mark) {
    /** What cannot be decoded further down becomes this, and the row is rejected for it. */
    static final char BROKEN = '\uFFFD';

    private static final int LOOK = 1 << 20;
    /** So much is looked at beyond the first byte that is not ASCII. */
    private static final int BEYOND = 1 << 16;

    static TextEncoding of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(LOOK);
            TextEncoding marked = marked(head);
            if (marked != null) {
                return marked;
            }
            while (ascii(head) && head.length == LOOK) {
                head = in.readNBytes(LOOK);
            }
            return new TextEncoding(utf8(head) ? StandardCharsets.UTF_8 : Charset.forName("GB18030"), 0);
        }
    }

    Reader open(Path file) throws IOException {
        return open(Files.newInputStream(file));
    }

    Reader open(InputStream in) throws IOException {
        in.skipNBytes(mark);
        CharsetDecoder lenient = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new InputStreamReader(in, lenient);
    }

    /** The text with signs below 0x30 as they are in ASCII, and no byte of any other character looking like one: as it is, or turned into UTF-8. */
    InputStream bytes(InputStream in) throws IOException {
        if (wide()) {
            return new Utf8Stream(open(in));
        }
        in.skipNBytes(mark);
        return in;
    }

    /** How {@link #bytes} are to be read. */
    Charset ofBytes() {
        return wide() ? StandardCharsets.UTF_8 : charset;
    }

    private boolean wide() {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    private static @org.jspecify.annotations.Nullable TextEncoding marked(byte[] head) {
        if (head.length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        boolean big = head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF;
        return big ? new TextEncoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    private static boolean ascii(byte[] bytes) {
        return firstForeign(bytes) == bytes.length;
    }

    private static int firstForeign(byte[] bytes) {
        int i = 0;
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /** A character cut in two by the end of the window is no fault. */
    private static boolean utf8(byte[] bytes) {
        int from = firstForeign(bytes);
        int length = Math.min(bytes.length - from, BEYOND);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, length), CharBuffer.allocate(length + 1), false);
        return !result.isError();
    }
}
