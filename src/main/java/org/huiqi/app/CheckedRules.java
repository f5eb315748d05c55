package org.huiqi.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.huiqi.engine.ParsedRules;

/** Rules that were read and cross-checked, as bytes: reading them takes a tenth of parsing the files again. */
final class CheckedRules {
    /** Our own values and what they are made of; a file of the cache cannot bring anything else to life. */
    private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter(
            "maxbytes=100000000;org.huiqi.**;java.util.**;java.math.*;java.time.**;java.lang.*;!*");

    private CheckedRules() {}

    /** {@code digest}: of the files. */
    static String name(String digest) {
        return digest + ".checked";
    }

    /** @throws IOException also for bytes that are no rules of this build */
    static ParsedRules read(InputStream in) throws IOException {
        try (ObjectInputStream objects = new ObjectInputStream(new BufferedInputStream(in))) {
            objects.setObjectInputFilter(OURS);
            return (ParsedRules) objects.readObject();
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IOException("not rules of this build", e);
        }
    }

    static void write(ParsedRules rules, OutputStream out) throws IOException {
        ObjectOutputStream objects = new ObjectOutputStream(out);
        objects.writeObject(rules);
        objects.flush();
    }
}
