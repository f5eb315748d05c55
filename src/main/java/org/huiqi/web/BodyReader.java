package org.huiqi.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.ProfileText;

/** Reads a JSON body: of the right type, bounded in bytes and in time, declared length or not. */
public final class BodyReader {
    private static final int CHUNK = 16_384;
    private final ServerOptions.Limits limits;

    public BodyReader(ServerOptions.Limits limits) {
        this.limits = limits;
    }

    /** The bytes of a JSON body; text is only made of them where computing is bounded too. */
    byte[] read(Context ctx) {
        checkType(ctx);
        return bytes(ctx);
    }

    /** The bytes, whatever they are. */
    public byte[] bytes(Context ctx) {
        if (ctx.req().getContentLengthLong() > ProfileText.MAX_BYTES) {
            throw tooLarge();
        }
        try {
            return drain(ctx);
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException ? tooSlow(ctx) : aborted(ctx);
        }
    }

    /** @throws ProblemException where it stops being JSON */
    static JsonNode json(byte[] body) {
        if (body.length == 0) {
            throw new ProblemException(
                    ProblemKind.MALFORMED_JSON,
                    List.of(new Problem(
                            "$", new Text("正文是空的", "the body is empty"), new Text("请提交 JSON。", "Send JSON."))));
        }
        try {
            return ProfileText.json(body);
        } catch (InvalidInputException e) {
            throw new ProblemException(ProblemKind.MALFORMED_JSON, e.problems());
        }
    }

    private byte[] drain(Context ctx) throws IOException {
        long end = System.nanoTime() + limits.body().toNanos();
        InputStream in = ctx.req().getInputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            body.write(chunk, 0, read);
            if (body.size() > ProfileText.MAX_BYTES) {
                throw tooLarge();
            }
            if (System.nanoTime() - end > 0) {
                throw tooSlow(ctx);
            }
        }
        Leftover.none(ctx);
        return body.toByteArray();
    }

    private static void checkType(Context ctx) {
        String type = ctx.contentType();
        String encoding = ctx.header("Content-Encoding");
        if (type == null || !json(type) || encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    ProblemKind.WRONG_TYPE,
                    List.of(new Problem(
                            "Content-Type",
                            new Text("正文应是未压缩的 UTF-8 JSON", "the body must be uncompressed JSON in UTF-8"),
                            new Text(
                                    "请加请求头 Content-Type: application/json。", "Send Content-Type: application/json."))));
        }
    }

    private static boolean json(String type) {
        String[] parts = type.toLowerCase(Locale.ROOT).split(";", 2);
        String parameter = parts.length == 1 ? "" : parts[1].replaceAll("[\\s\"]", "");
        return parts[0].strip().equals("application/json")
                && (parameter.isEmpty() || parameter.equals("charset=utf-8"));
    }

    private static ProblemException tooLarge() {
        String most = ProfileText.MAX_BYTES / 1_000_000 + "MB";
        return new ProblemException(
                ProblemKind.TOO_LARGE,
                List.of(new Problem(
                        "$",
                        new Text("正文超过" + most, "the body is larger than " + most),
                        new Text("一次只提交一家企业的档案。", "Send the profile of one enterprise at a time."))));
    }

    private static ProblemException tooSlow(Context ctx) {
        Leftover.abandon(ctx);
        return new ProblemException(ProblemKind.REQUEST_TIMEOUT);
    }

    /** Nobody is left to read this answer, or what they sent is no HTTP. */
    private static ProblemException aborted(Context ctx) {
        Leftover.abandon(ctx);
        return new ProblemException(
                ProblemKind.BAD_REQUEST,
                List.of(new Problem(
                        "$", new Text("正文没有传完", "the body broke off"), new Text("请重新提交。", "Send it again."))));
    }
}
