package org.huiqi.profile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads untrusted JSON or YAML text into a tree: bounded in size, depth, text and number length, exact decimals, no key twice. */
public final class ProfileText {
    /** Largest document, in bytes. */
    public static final int MAX_BYTES = 5_000_000;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(20)
            .maxStringLength(20_000)
            .maxNumberLength(100)
            .maxNameLength(2_000)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder(new com.fasterxml.jackson.core.JsonFactoryBuilder()
                    .streamReadConstraints(LIMITS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .loaderOptions(yamlLimits())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ProfileText() {}

    private static LoaderOptions yamlLimits() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(MAX_BYTES);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    /** @throws InvalidInputException with the line and column where it stops being JSON */
    public static JsonNode json(byte[] bytes) {
        return read(JSON, bytes, "JSON");
    }

    /** @throws InvalidInputException with the line and column where it stops being YAML */
    public static JsonNode yaml(byte[] bytes) {
        return read(YAML, bytes, "YAML");
    }

    private static JsonNode read(ObjectMapper mapper, byte[] bytes, String format) {
        if (bytes.length > MAX_BYTES) {
            throw refused(
                    "$",
                    "内容过大(" + bytes.length + "字节)",
                    "too large (" + bytes.length + " bytes)",
                    "最大" + MAX_BYTES + "字节。",
                    "At most " + MAX_BYTES + " bytes.");
        }
        try {
            JsonNode node = mapper.readTree(bytes);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "$" : at.getLineNr() + ":" + at.getColumnNr();
            throw refused(
                    place,
                    "不是有效的" + format + ":" + brief(e),
                    "not valid " + format + ": " + brief(e),
                    "请检查此处的括号、引号和逗号。",
                    "Check brackets, quotes and commas here.");
        } catch (NumberFormatException tooLargeAnExponent) {
            throw refused("$", "数值过大", "a number is beyond all bounds", "请核对数值。", "Check the numbers.");
        } catch (IOException | StackOverflowError | org.yaml.snakeyaml.error.YAMLException e) {
            throw refused("$", "不是有效的" + format, "not valid " + format, "", "");
        }
    }

    private static String brief(JsonProcessingException e) {
        String first = e.getOriginalMessage() == null
                ? ""
                : e.getOriginalMessage().lines().findFirst().orElse("");
        return first.length() <= 160 ? first : first.substring(0, 160) + "…";
    }

    private static InvalidInputException refused(String place, String zh, String en, String wayZh, String wayEn) {
        return new InvalidInputException(List.of(new Problem(place, new Text(zh, en), new Text(wayZh, wayEn))));
    }
}
