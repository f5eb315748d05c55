package org.huiqi.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.huiqi.report.Json;

/** The description of this API, written by hand in {@code openapi.yaml}; a test holds it against the server. */
final class OpenApi {
    private final byte[] yaml;
    private final byte[] json;

    OpenApi() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            yaml = in == null ? new byte[0] : in.readAllBytes();
            JsonNode tree = new YAMLMapper().readTree(yaml);
            json = Json.bytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml is shipped with the program", e);
        }
    }

    void json(Context ctx) {
        new QueryReader(ctx, Set.of()).finish();
        Answers.revalidated(ctx, "application/json", json);
    }

    void yaml(Context ctx) {
        new QueryReader(ctx, Set.of()).finish();
        Answers.revalidated(ctx, "application/yaml", yaml);
    }
}
