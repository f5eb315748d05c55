package org.huiqi.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A file that does not change, sent in pieces and never held in memory. */
final class Download {
    /** What shrinks on its way: its length there is not known beforehand. */
    private static final Set<String> SHRINKING = Set.of("csv", "ndjson", "json");

    private Download() {}

    static void send(Context ctx, Path file, String type, String name) throws IOException {
        InputStream in = Files.newInputStream(file);
        long size = Files.size(file);
        ctx.header("Cache-Control", "private, no-cache");
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        if (!SHRINKING.contains(ending(name))) {
            ctx.disableCompression();
            ctx.header("Content-Length", String.valueOf(size));
        }
        ctx.contentType(type).result(in);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
