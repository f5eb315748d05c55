package org.huiqi.web.pages;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.web.BodyReader;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;
import org.huiqi.web.ServerOptions;

/** The few fields of a short form. What is missing is empty; of a field sent twice the last counts. */
record FormFields(Map<String, String> values) {
    private static final int MOST = 50;

    FormFields {
        values = Map.copyOf(values);
    }

    static FormFields read(Context ctx, ServerOptions.Limits limits) {
        String type = ctx.contentType() == null ? "" : ctx.contentType();
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            throw refused(ProblemKind.WRONG_TYPE);
        }
        String body = new String(new BodyReader(limits).bytes(ctx), StandardCharsets.US_ASCII);
        String[] pairs = body.split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw refused(ProblemKind.BAD_REQUEST);
        }
        Map<String, String> values = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new FormFields(values);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused(ProblemKind.BAD_REQUEST);
        }
    }

    private static ProblemException refused(ProblemKind kind) {
        return new ProblemException(
                kind,
                List.of(new Problem(
                        "form",
                        new Text("这里只接受网页上的表单", "only forms of these pages are accepted here"),
                        new Text("请回到页面重新提交;程序请用 /api/v1/。", "Go back and send it again; programs use /api/v1/."))));
    }

    /** Passwords and the like are not for printing. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
