package org.huiqi.web.pages;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.ProfileText;
import org.huiqi.web.BodyReader;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;
import org.huiqi.web.ServerOptions;

/**
 * What a form sent: bounded in bytes, time and number of fields.
 *
 * @param values by name, in the order sent
 * @param file an uploaded file, if one was chosen
 */
record Submission(Map<String, List<String>> values, Optional<Upload> file) {
    private static final int MAX_FIELDS = 20_000;

    /** A file as its owner calls it. */
    record Upload(String name, byte[] bytes) {}

    static Submission read(Context ctx, ServerOptions.Limits limits) {
        String type = ctx.contentType() == null ? "" : ctx.contentType();
        byte[] body = new BodyReader(limits).bytes(ctx);
        if (type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return urlEncoded(new String(body, StandardCharsets.US_ASCII));
        }
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return parts(type, body);
        }
        throw new ProblemException(
                ProblemKind.WRONG_TYPE,
                List.of(new Problem(
                        "Content-Type",
                        new Text("这里只接受网页上的表单", "only forms of these pages are accepted here"),
                        new Text("程序请用 /api/v1/。", "Programs use /api/v1/."))));
    }

    private static Submission urlEncoded(String body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int fields = 0;
        for (String pair : body.split("&")) {
            if (++fields > MAX_FIELDS) {
                throw malformed();
            }
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decoded(pair.substring(0, equals)), k -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return new Submission(values, Optional.empty());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static Submission parts(String type, byte[] body) {
        int at = type.indexOf("boundary=");
        String boundary = at < 0
                ? ""
                : type.substring(at + 9).split(";")[0].replace("\"", "").strip();
        if (boundary.isEmpty() || boundary.length() > 70) {
            throw malformed();
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(50);
        parser.setMaxLength(ProfileText.MAX_BYTES);
        parser.setMaxMemoryFileSize(ProfileText.MAX_BYTES);
        try (MultiPartFormData.Parts parts =
                parser.parse(new ByteBufferContentSource(ByteBuffer.wrap(body))).join()) {
            return of(parts);
        } catch (CompletionException | IllegalArgumentException | IllegalStateException e) {
            throw malformed();
        }
    }

    private static Submission of(MultiPartFormData.Parts parts) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Upload file = null;
        for (MultiPart.Part part : parts) {
            if (part.getFileName() != null && !part.getFileName().isEmpty()) {
                file = new Upload(part.getFileName(), bytes(part));
            } else if (part.getName() != null && part.getFileName() == null) {
                values.computeIfAbsent(part.getName(), k -> new ArrayList<>())
                        .add(part.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return new Submission(values, Optional.ofNullable(file));
    }

    /** One byte of a file is one character of Latin-1, and back. */
    private static byte[] bytes(MultiPart.Part part) {
        return part.getContentAsString(StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ProblemException malformed() {
        return new ProblemException(
                ProblemKind.BAD_REQUEST,
                List.of(new Problem(
                        "$",
                        new Text("表单内容读不懂", "the form cannot be read"),
                        new Text("请回到上一页,重新提交。", "Go back and send it again."))));
    }

    String one(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }
}
