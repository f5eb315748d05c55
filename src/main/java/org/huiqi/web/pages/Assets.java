package org.huiqi.web.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;

/** Style sheet and scripts, all from this server, at addresses that change with the content and so may be kept forever. Thread-safe. */
final class Assets {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, Asset> KNOWN = Map.of(
            "huiqi.css", new Asset("huiqi.css", "text/css; charset=utf-8"),
            "huiqi.js", new Asset("huiqi.js", SCRIPT),
            "chart.js", new Asset("chart.js", SCRIPT),
            "screening.js", new Asset("screening.js", SCRIPT),
            "mark.svg", new Asset("mark.svg", "image/svg+xml"),
            "htmx.js", new Asset("/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js", SCRIPT),
            "echarts.js", new Asset("/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js", SCRIPT));
    private static final Map<String, Loaded> LOADED = new ConcurrentHashMap<>();

    private record Asset(String resource, String type) {}

    private record Loaded(String digest, String type, byte[] bytes) {}

    private Assets() {}

    static String address(String name) {
        return "/assets/" + find(name).orElseThrow().digest() + "/" + name;
    }

    static void send(Context ctx) {
        Loaded asset = find(ctx.pathParam("name"))
                .filter(a -> a.digest().equals(ctx.pathParam("digest")))
                .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
        ctx.header("Cache-Control", FOREVER);
        ctx.header("Vary", "Accept-Encoding");
        ctx.contentType(asset.type()).result(asset.bytes());
    }

    private static Optional<Loaded> find(String name) {
        return KNOWN.containsKey(name)
                ? Optional.of(LOADED.computeIfAbsent(name, n -> load(KNOWN.get(n))))
                : Optional.empty();
    }

    private static Loaded load(Asset asset) {
        try (InputStream in = Assets.class.getResourceAsStream(asset.resource())) {
            if (in == null) {
                throw new IllegalStateException("the program comes without " + asset.resource());
            }
            byte[] bytes = in.readAllBytes();
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Loaded(HexFormat.of().formatHex(sha, 0, 8), asset.type(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(asset.resource(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
