package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.huiqi.problem.Problem;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.Keys;
import org.huiqi.profile.ValueReader;
import org.huiqi.report.Words;

/** Makes questions of the fields of the dictionary, with what a profile says already. */
final class Inputs {
    private static final int FEW = 4;
    private static final int SHORT = 24;
    private final Words words;
    private final Map<String, Problem> problems;

    /** {@code problems}: by the path they are about. */
    Inputs(Words words, Map<String, Problem> problems) {
        this.words = words;
        this.problems = problems;
    }

    /** {@code at}: the fact's place in the profile, with a dot behind it; empty for the enterprise. */
    Input of(FactType type, Field field, String at, JsonNode fact) {
        String path = at + field.name();
        JsonNode written = fact.path(field.name());
        String problem = problems.containsKey(path) ? told(problems.get(path)) : "";
        Input.Kind kind = kind(field);
        return new Input(
                Answering.ANSWER + path,
                id(path),
                kind,
                words.label(field),
                question(field),
                field.help(),
                field.unit(),
                hint(kind, field),
                options(kind, field, written),
                value(kind, field, written),
                problem);
    }

    /** In English there are labels only: the questions are the words of Chinese forms. */
    private String question(Field field) {
        boolean english = words.lang() == org.huiqi.problem.Lang.EN;
        return english || field.question().isEmpty() ? words.label(field) : field.question();
    }

    String told(Problem problem) {
        return problem.message().in(words.lang())
                + words.of("。", ". ")
                + problem.remedy().in(words.lang());
    }

    static String id(String path) {
        return "q-" + path.replaceAll("[^\\w]", "-");
    }

    private static Input.Kind kind(Field field) {
        boolean offered = !field.choices().isEmpty();
        return switch (field.type()) {
            case BOOLEAN -> Input.Kind.YES_NO;
            case INTEGER, DECIMAL -> Input.Kind.NUMBER;
            case DATE -> field.month() ? Input.Kind.MONTH : Input.Kind.DATE;
            case TEXTS -> offered ? Input.Kind.SEVERAL : Input.Kind.TEXTS;
            case TEXT -> !offered ? Input.Kind.TEXT : few(field) ? Input.Kind.ONE : Input.Kind.LIST;
        };
    }

    private static boolean few(Field field) {
        return field.choices().size() <= FEW && field.choices().stream().allMatch(c -> c.length() <= SHORT);
    }

    private String hint(Input.Kind kind, Field field) {
        return switch (kind) {
            case TEXTS -> words.of("每行一个;没有就写 ∅", "One a line; write ∅ for none");
            case NUMBER -> range(field);
            case DATE -> "2025-03-31";
            case MONTH -> "2025-03";
            case YES_NO, ONE, LIST, SEVERAL, TEXT -> "";
        };
    }

    private static String range(Field field) {
        if (field.min() == null || field.max() == null) {
            return "";
        }
        return field.min().toPlainString() + " – " + field.max().toPlainString();
    }

    private List<Input.Option> options(Input.Kind kind, Field field, JsonNode written) {
        return switch (kind) {
            case YES_NO -> yesNo(field, written);
            case ONE -> one(field, written);
            case LIST -> offered(field, List.of(written.asText("")));
            case SEVERAL -> several(field, written);
            case TEXT, TEXTS, NUMBER, DATE, MONTH -> List.of();
        };
    }

    private List<Input.Option> yesNo(Field field, JsonNode written) {
        String read = read(field, written);
        return List.of(
                new Input.Option("是", words.of("是", "Yes"), read.equals("true")),
                new Input.Option("否", words.of("否", "No"), read.equals("false")),
                new Input.Option("", words.of("不清楚", "Not sure"), read.isEmpty()));
    }

    private List<Input.Option> one(Field field, JsonNode written) {
        List<Input.Option> options = new ArrayList<>(offered(field, List.of(read(field, written))));
        boolean none = options.stream().noneMatch(Input.Option::chosen);
        options.add(new Input.Option("", words.of("不清楚", "Not sure"), none));
        return options;
    }

    private List<Input.Option> several(Field field, JsonNode written) {
        List<String> chosen = StreamSupport.stream(written.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        List<Input.Option> options = new ArrayList<>(offered(field, chosen));
        boolean none = written.isArray() && written.isEmpty();
        options.add(new Input.Option(Answering.NONE, words.of("以上都没有", "None of these"), none));
        return options;
    }

    private static List<Input.Option> offered(Field field, List<String> chosen) {
        return field.choices().stream()
                .map(c -> new Input.Option(c, c, chosen.contains(c)))
                .toList();
    }

    private String value(Input.Kind kind, Field field, JsonNode written) {
        return switch (kind) {
            case YES_NO, ONE, SEVERAL -> "";
            case TEXTS -> texts(written);
            case LIST, TEXT, NUMBER, DATE, MONTH -> read(field, written);
        };
    }

    private static String texts(JsonNode written) {
        if (!written.isArray()) {
            return written.asText("");
        }
        return written.isEmpty()
                ? Answering.NONE
                : String.join(
                        "\n",
                        StreamSupport.stream(written.spliterator(), false)
                                .map(JsonNode::asText)
                                .toList());
    }

    /** What was written in its usual form, or as it was written. */
    private static String read(Field field, JsonNode written) {
        String raw = written.isNumber() ? written.decimalValue().toPlainString() : written.asText("");
        boolean figure = field.type() == FieldType.DECIMAL || field.type() == FieldType.INTEGER;
        if (raw.isBlank() || figure || field.type() == FieldType.TEXTS) {
            return raw;
        }
        return ValueReader.read(field, raw, "")
                .value()
                .map(v -> Keys.show(field, v))
                .orElse(raw);
    }
}
