package org.huiqi.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.huiqi.report.Json;

/** How answers are sent. */
public final class Answers {
    private static final String JSON = "application/json";

    private Answers() {}

    /** An answer to one profile: nobody keeps it. */
    static void once(Context ctx, JsonNode tree) {
        once(ctx, JSON, Json.bytes(tree));
    }

    /** The same of any type. */
    public static void once(Context ctx, String type, byte[] body) {
        ctx.header("Cache-Control", SafetyHeaders.NEVER_KEEP);
        bytes(ctx, type, body);
    }

    /** What the rules say: may be kept, but must be asked for again, which costs little while it is the same. */
    public static void revalidated(Context ctx, String type, byte[] body) {
        ctx.header("Cache-Control", "no-cache");
        ctx.header("ETag", "W/\"" + digest(body) + "\"");
        bytes(ctx, type, body);
    }

    static void revalidated(Context ctx, JsonNode tree) {
        revalidated(ctx, JSON, Json.bytes(tree));
    }

    /** For a program a problem document, for a person a page. */
    static void problem(Context ctx, ProblemDocument document, Site site) {
        ctx.status(document.status());
        ctx.header("Cache-Control", SafetyHeaders.NEVER_KEEP);
        if (document.status() == 503) {
            ctx.header("Retry-After", "1");
        }
        Leftover.discard(ctx);
        if (site.wants(ctx)) {
            site.tell(ctx, document);
        } else {
            bytes(ctx, ProblemDocument.MEDIA_TYPE, document.bytes());
        }
    }

    private static void bytes(Context ctx, String type, byte[] body) {
        ctx.header("Vary", "Accept-Encoding");
        ctx.contentType(type).result(body);
    }

    private static String digest(byte[] body) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(sha, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
