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
import org.huiqi.problem.Text;

/** Reads a profile from a JSON or YAML tree: all problems at once, and no profile at all if there is one. Thread-safe. */
public final class ProfileReader {
    /** Most elements of one list. */
    public static final int MAX_ELEMENTS = 10_000;

    private static final Map<FieldType, Text> KINDS = Map.of(
            FieldType.BOOLEAN, new Text("是或否", "true or false"),
            FieldType.INTEGER, new Text("整数", "a whole number"),
            FieldType.DECIMAL, new Text("数字", "a number"),
            FieldType.TEXT, new Text("文字", "a text"),
            FieldType.DATE, new Text("日期", "a date"),
            FieldType.TEXTS, new Text("文字列表", "a list of texts"));
    private final Dictionary dictionary;
    private final Optional<Set<String>> judged;
    private final Map<String, Map<String, Field>> headers = new HashMap<>();

    /** Knows no criteria, so reviews of any are accepted. */
    public ProfileReader(Dictionary dictionary) {
        this(dictionary, Optional.empty());
    }

    /** {@code judged}: ids of the criteria that reviewers may answer. */
    public ProfileReader(Dictionary dictionary, Set<String> judged) {
        this(dictionary, Optional.of(Set.copyOf(judged)));
    }

    private ProfileReader(Dictionary dictionary, Optional<Set<String>> judged) {
        this.dictionary = dictionary;
        this.judged = judged;
        for (FactType type : dictionary.types()) {
            Map<String, Field> byHeader = new HashMap<>();
            type.fields().forEach(f -> f.headers().forEach(h -> byHeader.putIfAbsent(ValueReader.normal(h), f)));
            headers.put(type.name(), byHeader);
        }
    }

    /** The words it reads. */
    public Dictionary dictionary() {
        return dictionary;
    }

    /**
     * Reads the whole profile.
     *
     * @throws InvalidInputException with every problem and its JSON path
     */
    public Profile read(JsonNode root) {
        Refusals refusals = new Refusals();
        Profile profile = new Reader(refusals).profile(root);
        refusals.check();
        return profile;
    }

    private final class Reader {
        private final Refusals refusals;

        Reader(Refusals refusals) {
            this.refusals = refusals;
        }

        Profile profile(JsonNode root) {
            if (!root.isObject()) {
                refusals.add(
                        "$",
                        "企业档案应是一个对象",
                        "a profile must be an object",
                        "请用 {\"字段\": 值} 的形式。",
                        "Write {\"field\": value}.");
                return Profile.of(Map.of());
            }
            Map<String, Object> answers = new LinkedHashMap<>();
            Map<String, List<Entry>> lists = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> e : root.properties()) {
                member(e.getKey(), e.getValue(), answers, lists);
            }
            Profile profile = new Profile(asOf(root.get("asOf")), new Entry("", answers), lists, List.of());
            Set<String> subjects = new HashSet<>();
            lists.values().forEach(entries -> entries.forEach(e -> subjects.add(e.key())));
            List<ReviewAnswer> reviews = new ReviewReader(refusals, judged, subjects).read(root.get("reviews"));
            return new Profile(profile.asOf(), profile.enterprise(), lists, reviews);
        }

        private void member(String key, JsonNode value, Map<String, Object> answers, Map<String, List<Entry>> lists) {
            if (key.equals("asOf") || key.equals("reviews")) {
                return;
            }
            Optional<FactType> listed = dictionary.repeated().stream()
                    .filter(t -> t.list().equals(key)
                            || ValueReader.normal(t.label()).equals(ValueReader.normal(key)))
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
                refusals.add(
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
                refusals.add(
                        type.list(), type.label() + "出现了两次", type.list() + " is given twice", "请合并。", "Merge them.");
            }
        }

        private Entry element(FactType type, JsonNode node, int index) {
            String place = type.list() + "[" + index + "]";
            Map<String, Object> answers = new LinkedHashMap<>();
            if (node.isObject()) {
                node.properties()
                        .forEach(e -> answer(type, e.getKey(), e.getValue(), place + "." + e.getKey(), answers));
            } else {
                refusals.add(place, "应是一个对象", "must be an object", "请用 {\"字段\": 值} 的形式。", "Write {\"field\": value}.");
            }
            return new Entry(Keys.of(type, answers, index), answers);
        }

        private void checkKeys(FactType type, List<Entry> entries) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < entries.size(); i++) {
                if (!seen.add(entries.get(i).key())) {
                    refusals.add(
                            type.list() + "[" + i + "]",
                            type.label() + "“" + entries.get(i).key() + "”重复",
                            "duplicate " + type.list() + " '" + entries.get(i).key() + "'",
                            "请合并或改名。",
                            "Merge or rename.");
                }
            }
        }

        private void answer(FactType type, String header, JsonNode value, String place, Map<String, Object> answers) {
            Field field = headers.getOrDefault(type.name(), Map.of()).get(ValueReader.normal(header));
            if (field == null) {
                unknown(type, header, place);
            } else if (field.derived()) {
                derived(field, place);
            } else if (!silent(value)) {
                ValueReader.Reading reading = read(field, value, place);
                reading.problem().ifPresent(refusals::add);
                reading.value().ifPresent(v -> put(field, v, place, answers));
            }
        }

        private void derived(Field field, String place) {
            refusals.add(
                    place,
                    "“" + field.label() + "”由程序推算,不用填",
                    "'" + field.name() + "' is worked out, not answered",
                    "请填" + field.from() + "所用的字段(huiqi facts --policy " + field.from() + ")。",
                    "Answer the fields of " + field.from() + " instead (huiqi facts --policy " + field.from() + ").");
        }

        private void put(Field field, Object value, String place, Map<String, Object> answers) {
            if (answers.put(field.name(), value) != null) {
                refusals.add(
                        place,
                        "“" + field.label() + "”填了两次",
                        "'" + field.name() + "' is given twice",
                        "请只留一个。",
                        "Keep one.");
            }
        }

        private ValueReader.Reading read(Field field, JsonNode value, String place) {
            if (value.isArray() && field.type() == FieldType.TEXTS) {
                return texts(field, value, place);
            }
            if (value.isContainerNode() || value.isBoolean() && field.type() != FieldType.BOOLEAN) {
                return notOne(field, place);
            }
            if (value.isNumber() && unbounded(value.decimalValue())) {
                return ValueReader.tooManyDigits(field, place);
            }
            return ValueReader.read(
                    field, value.isNumber() ? value.decimalValue().toPlainString() : value.asText(), place);
        }

        private ValueReader.Reading texts(Field field, JsonNode array, String place) {
            List<String> texts = new ArrayList<>();
            for (JsonNode one : array) {
                if (!one.isTextual() && !one.isNumber()) {
                    return notOne(field, place);
                }
                texts.add(one.asText());
            }
            return ValueReader.readTexts(field, texts, place);
        }

        private ValueReader.Reading notOne(Field field, String place) {
            Text kind = KINDS.get(field.type());
            return ValueReader.Reading.wrong(
                    place,
                    "“" + field.label() + "”应是" + kind.zh(),
                    "'" + field.name() + "' must be " + kind.en(),
                    "请填一个值。",
                    "Give one value.");
        }

        /** Written out in full, such a number would be longer than anything a firm can mean: {@code 1e999999999}. */
        private boolean unbounded(BigDecimal number) {
            return number.precision() > 40 || number.scale() > 30 || number.scale() < -20;
        }

        private boolean silent(JsonNode value) {
            return value.isNull() || value.isTextual() && ValueReader.silent(value.textValue());
        }

        private void unknown(FactType type, String header, String place) {
            Set<String> known =
                    new HashSet<>(headers.getOrDefault(type.name(), Map.of()).keySet());
            if (type.kind() == FactType.Kind.ENTERPRISE) {
                dictionary.repeated().forEach(t -> known.add(t.list()));
            }
            String shown = header.length() <= 60 ? header : header.substring(0, 60) + "…";
            Optional<String> near = Nearest.to(shown, known);
            refusals.add(
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
            reading.problem().ifPresent(refusals::add);
            return reading.value().map(LocalDate.class::cast);
        }
    }
}
