package org.huiqi.profile;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** Reads untrusted JSON or YAML text into a tree: UTF-8, bounded in size, depth, text and number length, exact decimals, no key twice. */
public final class ProfileText {
    /** Largest document, in bytes. */
    public static final int MAX_BYTES = 5_000_000;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(20)
            .maxStringLength(20_000)
            .maxNumberLength(100)
            .maxNameLength(2_000)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder(
                    new JsonFactoryBuilder().streamReadConstraints(LIMITS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProfileText() {}

    /** @throws InvalidInputException with the line and column where it stops being JSON */
    public static JsonNode json(byte[] bytes) {
        String text = text(bytes);
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "$" : at.getLineNr() + ":" + at.getColumnNr();
            throw refused(malformed(place, "JSON", brief(e)));
        } catch (NumberFormatException e) {
            throw refused(malformed("$", "JSON", "a number with such an exponent"));
        }
    }

    /** @throws InvalidInputException with the line and column where it stops being YAML */
    public static JsonNode yaml(byte[] bytes) {
        return YamlTree.read(text(bytes));
    }

    private static String text(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw refused(new Problem(
                    "$",
                    new Text("内容过大(" + bytes.length + "字节)", "too large (" + bytes.length + " bytes)"),
                    new Text("最大" + MAX_BYTES + "字节。", "At most " + MAX_BYTES + " bytes.")));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(
                    new Problem("$", new Text("不是UTF-8编码", "not UTF-8"), new Text("请另存为UTF-8。", "Save it as UTF-8.")));
        }
    }

    static Problem malformed(String place, String format, String why) {
        String brief = why.length() <= 160 ? why : why.substring(0, 160) + "…";
        return new Problem(
                place,
                new Text("不是有效的" + format + ":" + brief, "not valid " + format + ": " + brief),
                new Text("请检查此处的括号、引号和逗号。", "Check brackets, quotes and commas here."));
    }

    /** Jackson's first line without its remarks on Jackson. */
    private static String brief(JsonProcessingException e) {
        String all = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        return all.lines().findFirst().orElse("").replaceAll("\\s*\\((bound as|start marker|Feature|for Parser).*", "");
    }

    private static InvalidInputException refused(Problem problem) {
        return new InvalidInputException(List.of(problem));
    }
}
