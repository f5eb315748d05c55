package org.huiqi.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** Reads a profile from a JSON or YAML tree: all problems at once, and no profile at all if there is one. Thread-safe. */
public final class ProfileReader {
    /** Most elements of one list. */
    public static final int MAX_ELEMENTS = 10_000;

    private static final int MAX_PROBLEMS = 200;
    private final Dictionary dictionary;
    private final Map<String, Map<String, Field>> headers = new HashMap<>();

    public ProfileReader(Dictionary dictionary) {
        this.dictionary = dictionary;
        for (FactType type : dictionary.types()) {
            Map<String, Field> byHeader = new HashMap<>();
            type.fields().forEach(f -> f.headers().forEach(h -> byHeader.putIfAbsent(h, f)));
            headers.put(type.name(), byHeader);
        }
    }

    /**
     * Reads the whole profile.
     *
     * @throws InvalidInputException with every problem and its JSON path
     */
    public Profile read(JsonNode root) {
        List<Problem> problems = new ArrayList<>();
        Profile profile = new Reader(problems).profile(root);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(shown(problems));
        }
        return profile;
    }

    private static List<Problem> shown(List<Problem> problems) {
        if (problems.size() <= MAX_PROBLEMS) {
            return problems;
        }
        int more = problems.size() - MAX_PROBLEMS;
        List<Problem> shown = new ArrayList<>(problems.subList(0, MAX_PROBLEMS));
        shown.add(new Problem(
                "$",
                new Text("另有" + more + "个问题未列出", more + " more problems are not listed"),
                new Text("请先改正以上问题。", "Correct those above first.")));
        return shown;
    }

    private final class Reader {
        private final List<Problem> problems;

        Reader(List<Problem> problems) {
            this.problems = problems;
        }

        Profile profile(JsonNode root) {
            if (!root.isObject()) {
                wrong(
                        "$",
                        "企业档案应是一个对象",
                        "a profile must be an object",
                        "请用 {\"字段\": 值} 的形式。",
                        "Write {\"field\": value}.");
                return Profile.of(Map.of());
            }
            Map<String, Object> answers = new LinkedHashMap<>();
            Map<String, List<Entry>> lists = new LinkedHashMap<>();
            root.fields().forEachRemaining(e -> member(e.getKey(), e.getValue(), answers, lists));
            return new Profile(asOf(root.get("asOf")), new Entry("", answers), lists, reviews(root.get("reviews")));
        }

        private void member(String key, JsonNode value, Map<String, Object> answers, Map<String, List<Entry>> lists) {
            if (key.equals("asOf") || key.equals("reviews")) {
                return;
            }
            Optional<FactType> listed = dictionary.repeated().stream()
                    .filter(t -> t.list().equals(key) || t.label().equals(key))
                    .findFirst();
            if (listed.isPresent()) {
                list(listed.get(), value, lists);
            } else {
                answer(dictionary.enterprise(), key, value, key, answers);
            }
        }

        private void list(FactType type, JsonNode value, Map<String, List<Entry>> lists) {
            if (value.isNull()) {
                return;
            }
            if (!value.isArray() || value.size() > MAX_ELEMENTS) {
                wrong(
                        type.list(),
                        type.label() + "应是列表,最多" + MAX_ELEMENTS + "项",
                        type.list() + " must be a list of at most " + MAX_ELEMENTS,
                        "请用 [ … ],没有就写 []。",
                        "Write [ … ], or [] for none.");
                return;
            }
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                entries.add(element(type, value.get(i), i));
            }
            checkKeys(type, entries);
            if (lists.put(type.name(), entries) != null) {
                wrong(type.list(), type.label() + "出现了两次", type.list() + " is given twice", "请合并。", "Merge them.");
            }
        }

        private Entry element(FactType type, JsonNode node, int index) {
            String place = type.list() + "[" + index + "]";
            Map<String, Object> answers = new LinkedHashMap<>();
            if (node.isObject()) {
                node.fields()
                        .forEachRemaining(
                                e -> answer(type, e.getKey(), e.getValue(), place + "." + e.getKey(), answers));
            } else {
                wrong(place, "应是一个对象", "must be an object", "请用 {\"字段\": 值} 的形式。", "Write {\"field\": value}.");
            }
            return new Entry(Keys.of(type, answers, index), answers);
        }

        private void checkKeys(FactType type, List<Entry> entries) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < entries.size(); i++) {
                if (!seen.add(entries.get(i).key())) {
                    wrong(
                            type.list() + "[" + i + "]",
                            type.label() + "“" + entries.get(i).key() + "”重复",
                            "duplicate " + type.list() + " '" + entries.get(i).key() + "'",
                            "请合并或改名。",
                            "Merge or rename.");
                }
            }
        }

        private void answer(FactType type, String header, JsonNode value, String place, Map<String, Object> answers) {
            Field field = headers.getOrDefault(type.name(), Map.of()).get(header);
            if (field == null) {
                unknown(type, header, place);
            } else if (field.derived()) {
                derived(field, place);
            } else if (!silent(value)) {
                ValueReader.Reading reading = read(field, value, place);
                reading.problem().ifPresent(problems::add);
                reading.value().ifPresent(v -> put(field, v, place, answers));
            }
        }

        private void derived(Field field, String place) {
            wrong(
                    place,
                    "“" + field.label() + "”由程序推算,不用填",
                    "'" + field.name() + "' is worked out, not answered",
                    "请填" + field.from() + "所用的字段(huiqi facts --policy " + field.from() + ")。",
                    "Answer the fields of " + field.from() + " instead (huiqi facts --policy " + field.from() + ").");
        }

        private void put(Field field, Object value, String place, Map<String, Object> answers) {
            if (answers.put(field.name(), value) != null) {
                wrong(
                        place,
                        "“" + field.label() + "”填了两次",
                        "'" + field.name() + "' is given twice",
                        "请只留一个。",
                        "Keep one.");
            }
        }

        private ValueReader.Reading read(Field field, JsonNode value, String place) {
            if (value.isArray() && field.type() == FieldType.TEXTS) {
                List<String> texts = new ArrayList<>();
                value.forEach(v -> texts.add(v.asText()));
                return ValueReader.readTexts(field, texts, place);
            }
            if (value.isContainerNode()) {
                return ValueReader.Reading.wrong(
                        place,
                        "“" + field.label() + "”应是单个值",
                        "'" + field.name() + "' must be a single value",
                        "请填一个值。",
                        "Give one value.");
            }
            if (value.isNumber() && unbounded(value.decimalValue())) {
                return ValueReader.Reading.wrong(
                        place,
                        "数值位数过多",
                        "number has too many digits",
                        "最多17位数字,其中小数不超过6位。",
                        "At most 17 digits, 6 of them decimals.");
            }
            return ValueReader.read(
                    field, value.isNumber() ? value.decimalValue().toPlainString() : value.asText(), place);
        }

        /** Written out in full, such a number would be longer than anything a firm can mean: {@code 1e999999999}. */
        private boolean unbounded(BigDecimal number) {
            return number.precision() > 40 || number.scale() > 30 || number.scale() < -20;
        }

        private boolean silent(JsonNode value) {
            return value.isNull() || value.isTextual() && ValueReader.silent(value.textValue());
        }

        private void unknown(FactType type, String header, String place) {
            if (problems.size() >= MAX_PROBLEMS) {
                // looking for the nearest of all names takes long, and this one is only counted
                wrong(place, "没有这个字段", "unknown field", "", "");
                return;
            }
            Set<String> known =
                    new HashSet<>(headers.getOrDefault(type.name(), Map.of()).keySet());
            if (type.kind() == FactType.Kind.ENTERPRISE) {
                dictionary.repeated().forEach(t -> known.add(t.list()));
            }
            String shown = header.length() <= 60 ? header : header.substring(0, 60) + "…";
            Optional<String> near = Nearest.to(shown, known);
            wrong(
                    place,
                    "没有“" + shown + "”这个字段",
                    "unknown field '" + shown + "'",
                    near.map(n -> "是不是“" + n + "”?").orElse("字段表见 huiqi facts。"),
                    near.map(n -> "Maybe '" + n + "'?").orElse("See huiqi facts."));
        }

        private Optional<LocalDate> asOf(JsonNode node) {
            if (node == null || node.isNull()) {
                return Optional.empty();
            }
            ValueReader.Reading reading = ValueReader.read(Fields.AS_OF, node.asText(), "asOf");
            reading.problem().ifPresent(problems::add);
            return reading.value().map(LocalDate.class::cast);
        }

        private List<ReviewAnswer> reviews(JsonNode node) {
            List<ReviewAnswer> reviews = new ArrayList<>();
            if (node == null || node.isNull()) {
                return reviews;
            }
            if (!node.isArray() || node.size() > MAX_ELEMENTS) {
                wrong("reviews", "评审意见应是列表", "reviews must be a list", "请用 [ … ]。", "Write [ … ].");
                return reviews;
            }
            for (int i = 0; i < node.size(); i++) {
                review(node.get(i), "reviews[" + i + "]").ifPresent(reviews::add);
            }
            return reviews;
        }

        private Optional<ReviewAnswer> review(JsonNode node, String place) {
            if (!node.path("criterion").isTextual() || !node.path("met").isBoolean()) {
                wrong(
                        place,
                        "评审意见要有 criterion 和 met",
                        "a review needs criterion and met",
                        "例:{\"criterion\": \"HTE-03\", \"met\": true}。",
                        "E.g. {\"criterion\": \"HTE-03\", \"met\": true}.");
                return Optional.empty();
            }
            return Optional.of(new ReviewAnswer(
                    node.get("criterion").asText(),
                    node.path("subject").asText(""),
                    node.get("met").asBoolean(),
                    text(node, "by"),
                    text(node, "at"),
                    text(node, "note")));
        }

        private Optional<String> text(JsonNode node, String name) {
            return node.path(name).isTextual() ? Optional.of(node.get(name).asText()) : Optional.empty();
        }

        private void wrong(String place, String zh, String en, String wayZh, String wayEn) {
            problems.add(new Problem(place, new Text(zh, en), new Text(wayZh, wayEn)));
        }
    }
}
