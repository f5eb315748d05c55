package org.huiqi.web;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.huiqi.report.Json;
import org.jspecify.annotations.Nullable;

/** The description of this API, written by hand in {@code openapi.yaml}; a test holds it against the server. Read when first asked for. Thread-safe. */
final class OpenApi {
    private byte @Nullable [] yaml;
    private byte @Nullable [] json;

    void json(Context ctx) {
        new QueryReader(ctx, Set.of()).finish();
        Answers.revalidated(ctx, "application/json", json());
    }

    void yaml(Context ctx) {
        new QueryReader(ctx, Set.of()).finish();
        Answers.revalidated(ctx, "application/yaml", yaml());
    }

    private synchronized byte[] yaml() {
        if (yaml == null) {
            try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
                yaml = in == null ? new byte[0] : in.readAllBytes();
            } catch (IOException e) {
                throw shipped(e);
            }
        }
        return yaml;
    }

    private synchronized byte[] json() {
        if (json == null) {
            try {
                json = Json.bytes(new YAMLMapper().readTree(yaml()));
            } catch (IOException e) {
                throw shipped(e);
            }
        }
        return json;
    }

    private static UncheckedIOException shipped(IOException e) {
        return new UncheckedIOException("openapi.yaml is shipped with the program", e);
    }
}
