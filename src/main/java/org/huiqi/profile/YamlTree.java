package org.huiqi.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Reads YAML the way an accountant means it: {@code 0112} is the industry code 0112 and not 74, one document, and no aliases, anchors or tags,
 * whose value would not be what stands there.
 */
final class YamlTree {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_LENGTH = 20_000;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(0|[1-9]\\d{0,60})(\\.\\d{1,40})?");

    private final Iterator<Event> events;
    private Event event;

    private YamlTree(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(ProfileText.MAX_BYTES);
        events = new Yaml(limits).parse(new StringReader(text)).iterator();
        event = events.next();
    }

    /** @throws InvalidInputException with the line and column of what is not permitted */
    static JsonNode read(String text) {
        try {
            return new YamlTree(text).document();
        } catch (MarkedYAMLException e) {
            Problem problem = ProfileText.malformed(
                    e.getProblemMark() == null
                            ? "$"
                            : (e.getProblemMark().getLine() + 1) + ":"
                                    + (e.getProblemMark().getColumn() + 1),
                    "YAML",
                    String.valueOf(e.getProblem()));
            throw new InvalidInputException(List.of(problem));
        } catch (YAMLException e) {
            throw new InvalidInputException(
                    List.of(ProfileText.malformed("$", "YAML", String.valueOf(e.getMessage()))));
        }
    }

    private JsonNode document() {
        advance();
        if (event.is(Event.ID.StreamEnd)) {
            return MissingNode.getInstance();
        }
        advance();
        JsonNode node = node(1);
        advance();
        advance();
        if (!event.is(Event.ID.StreamEnd)) {
            throw refused("第二个文档", "a second document", "每个文件只写一份,去掉“---”。", "One document a file: remove '---'.");
        }
        return node;
    }

    private void advance() {
        event = events.next();
    }

    /** The node that begins with the current event, which afterwards is its last one. */
    private JsonNode node(int depth) {
        if (depth > MAX_DEPTH) {
            throw refused("嵌套过深", "nesting this deep", "最多" + MAX_DEPTH + "层。", "At most " + MAX_DEPTH + " levels.");
        }
        refuseIndirection();
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        return event instanceof SequenceStartEvent ? sequence(depth) : mapping(depth);
    }

    private void refuseIndirection() {
        boolean tagged = event instanceof ScalarEvent s && s.getTag() != null
                || event instanceof SequenceStartEvent q && q.getTag() != null
                || event instanceof MappingStartEvent m && m.getTag() != null;
        if (tagged) {
            throw refused("标签(!…)", "a tag (!…)", "请直接写值。", "Write the value itself.");
        }
        if (event instanceof AliasEvent || event instanceof NodeEvent n && n.getAnchor() != null) {
            throw refused(
                    "锚点或引用(& *)",
                    "an anchor or alias (& *)",
                    "请直接写值;以&或*开头的文字加引号。",
                    "Write the value itself; quote texts that begin with & or *.");
        }
    }

    private JsonNode scalar(ScalarEvent scalar) {
        String value = scalar.getValue();
        if (value.length() > MAX_LENGTH) {
            throw refused(
                    "过长的文字", "a text this long", "最多" + MAX_LENGTH + "字。", "At most " + MAX_LENGTH + " characters.");
        }
        if (!scalar.isPlain()) {
            return TextNode.valueOf(value);
        }
        return switch (value) {
            case "", "~", "null", "Null", "NULL" -> NullNode.getInstance();
            case "true", "True", "TRUE" -> BooleanNode.TRUE;
            case "false", "False", "FALSE" -> BooleanNode.FALSE;
            default ->
                NUMBER.matcher(value).matches() ? DecimalNode.valueOf(new BigDecimal(value)) : TextNode.valueOf(value);
        };
    }

    private ArrayNode sequence(int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (advance(); !(event instanceof SequenceEndEvent); advance()) {
            array.add(node(depth + 1));
        }
        return array;
    }

    private ObjectNode mapping(int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (advance(); !(event instanceof MappingEndEvent); advance()) {
            String key = key();
            if (object.has(key)) {
                throw refused("重复的键“" + key + "”", "the key '" + key + "' standing twice", "请只留一个。", "Keep one.");
            }
            advance();
            object.set(key, node(depth + 1));
        }
        return object;
    }

    private String key() {
        refuseIndirection();
        if (!(event instanceof ScalarEvent scalar)) {
            throw refused("不是文字的键", "a key that is no text", "请写 字段: 值。", "Write field: value.");
        }
        return scalar.getValue();
    }

    private InvalidInputException refused(String zh, String en, String wayZh, String wayEn) {
        String place = (event.getStartMark().getLine() + 1) + ":"
                + (event.getStartMark().getColumn() + 1);
        return new InvalidInputException(
                List.of(new Problem(place, new Text("不接受" + zh, en + " is not permitted"), new Text(wayZh, wayEn))));
    }
}
