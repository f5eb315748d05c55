package org.huiqi.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.huiqi.assess.CheckedPack;

/** Packs that were read and cross-checked, as bytes: reading them takes a tenth of parsing the files again. */
final class CheckedRules {
    private static final int MAX_BYTES = 100_000_000;

    private CheckedRules() {}

    /** {@code digest}: of the files. */
    static String name(String digest) {
        return digest + ".checked";
    }

    /** @throws IOException also for bytes that are no rules of this build */
    static CheckedPack read(InputStream in) throws IOException {
        try {
            return RecordReader.read(in.readNBytes(MAX_BYTES), CheckedPack.class);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static void write(CheckedPack pack, OutputStream out) throws IOException {
        out.write(RecordWriter.bytes(pack));
    }
}
