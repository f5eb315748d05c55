package org.huiqi.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that does not change, sent in pieces and never held in memory. */
final class Download {
    private Download() {}

    static void send(Context ctx, Path file, String type, String name) throws IOException {
        InputStream in = Files.newInputStream(file);
        long size = Files.size(file);
        ctx.header("Cache-Control", "private, no-cache");
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        ctx.header("Content-Length", String.valueOf(size));
        ctx.contentType(type).result(in);
    }
}
