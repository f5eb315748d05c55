package org.huiqi.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.huiqi.problem.Text;

/** Writes trees: keys in the order they were put, numbers never as {@code 1.2E+6}. Thread-safe. */
public final class Json {
    private static final ObjectMapper COMPACT = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final ObjectMapper INDENTED = COMPACT.copy().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    public static ObjectNode object() {
        return COMPACT.createObjectNode();
    }

    static ArrayNode array() {
        return COMPACT.createArrayNode();
    }

    /** For people. */
    public static String indented(JsonNode tree) {
        try {
            return INDENTED.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    /** For the wire: UTF-8, no white space. */
    public static byte[] bytes(JsonNode tree) {
        try {
            return COMPACT.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    /** Both languages. */
    public static void text(ObjectNode out, Text text) {
        out.put("zh", text.zh()).put("en", text.en());
    }

    static void texts(ArrayNode out, List<String> texts) {
        texts.forEach(out::add);
    }

    /** Puts a text only if there is one. */
    static void unlessEmpty(ObjectNode out, String key, String text) {
        if (!text.isEmpty()) {
            out.put(key, text);
        }
    }

    static void ifPresent(ObjectNode out, String key, Optional<?> value) {
        value.ifPresent(v -> out.put(key, v.toString()));
    }
}
