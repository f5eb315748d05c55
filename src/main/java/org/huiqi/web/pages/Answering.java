package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;

/**
 * Puts the answers of a form into a profile: {@code a:totalSales} and {@code a:products[0].name} are answers, {@code add:products},
 * {@code drop:products[0]} and {@code none:products} are buttons of a list. An answer left blank is no answer. Values stay as written; whether
 * they can be read is decided where every profile is read.
 */
final class Answering {
    static final String ANSWER = "a:";
    /** Sent beside a list of texts to say that there are none. */
    static final String NONE = "\u2205";

    private static final Pattern PATH = Pattern.compile("(\\w{1,80})(?:\\[(\\d{1,4})])?(?:\\.(\\w{1,80}))?");
    private static final String MONTH = "(19|20|21)\\d\\d-(0[1-9]|1[0-2])";
    private static final int MOST_MONTHS = 60;
    private final Dictionary dictionary;
    private final ObjectNode profile;

    Answering(Dictionary dictionary, ObjectNode profile) {
        this.dictionary = dictionary;
        this.profile = profile;
    }

    void take(Submission form) {
        form.values().forEach((name, values) -> {
            if (name.startsWith(ANSWER)) {
                answer(name.substring(ANSWER.length()), values);
            }
        });
        buttons(form, "add:")
                .forEach(list -> list(list).ifPresent(t -> elements(t).addObject()));
        buttons(form, "none:").forEach(list -> list(list).ifPresent(t -> profile.putArray(t.list())));
        buttons(form, "forget:").forEach(list -> list(list).ifPresent(t -> profile.remove(t.list())));
        buttons(form, "drop:").forEach(this::drop);
        named(form);
        dictionary.repeated().forEach(t -> months(t, form));
    }

    private static Stream<String> buttons(Submission form, String prefix) {
        return form.values().keySet().stream().filter(k -> k.startsWith(prefix)).map(k -> k.substring(prefix.length()));
    }

    private Optional<FactType> list(String name) {
        return dictionary.repeated().stream().filter(t -> t.list().equals(name)).findFirst();
    }

    private ArrayNode elements(FactType type) {
        return profile.path(type.list()).isArray()
                ? (ArrayNode) profile.get(type.list())
                : profile.putArray(type.list());
    }

    private void drop(String place) {
        Matcher m = PATH.matcher(place);
        if (m.matches() && m.group(2) != null) {
            list(m.group(1)).ifPresent(t -> {
                ArrayNode elements = elements(t);
                elements.remove(Integer.parseInt(m.group(2)));
                if (elements.isEmpty()) {
                    profile.remove(t.list());
                }
            });
        }
    }

    /** New elements by their names, one a line. */
    private void named(Submission form) {
        form.values().forEach((name, values) -> {
            if (name.startsWith("names:")) {
                list(name.substring(6))
                        .filter(t -> t.key().size() == 1)
                        .ifPresent(t -> values.get(0)
                                .lines()
                                .map(String::strip)
                                .filter(l -> !l.isEmpty())
                                .forEach(
                                        l -> elements(t).addObject().put(t.key().get(0), l)));
            }
        });
    }

    /** New elements month after month, of the other keys chosen once. */
    private void months(FactType type, Submission form) {
        String from = form.one("span:" + type.list() + ".from").strip();
        String to = form.one("span:" + type.list() + ".to").strip();
        Optional<String> month =
                type.key().stream().filter(k -> type.get(k).month()).findFirst();
        if (month.isEmpty() || !from.matches(MONTH) || !to.matches(MONTH)) {
            return;
        }
        YearMonth last = YearMonth.parse(to);
        ArrayNode elements = elements(type);
        for (YearMonth m = YearMonth.parse(from);
                !m.isAfter(last) && elements.size() < MOST_MONTHS;
                m = m.plusMonths(1)) {
            ObjectNode element = elements.addObject().put(month.get(), m.toString());
            type.key().stream()
                    .filter(k -> !form.one("span:" + type.list() + "." + k).isBlank())
                    .forEach(k -> element.put(k, form.one("span:" + type.list() + "." + k)));
        }
    }

    private void answer(String path, List<String> values) {
        Matcher m = PATH.matcher(path);
        if (!m.matches()) {
            return;
        }
        if (m.group(2) == null && m.group(3) == null) {
            Optional<Field> field = dictionary.enterprise().find(path);
            if (field.isPresent() || path.equals("asOf")) {
                put(profile, path, field, values);
            }
        } else if (m.group(2) != null && m.group(3) != null) {
            list(m.group(1))
                    .ifPresent(t -> element(t, Integer.parseInt(m.group(2)))
                            .ifPresent(e -> put(e, m.group(3), t.find(m.group(3)), values)));
        }
    }

    /** Only what is there can be answered: a form shows no others. */
    private Optional<ObjectNode> element(FactType type, int index) {
        return profile.path(type.list()).path(index) instanceof ObjectNode element
                ? Optional.of(element)
                : Optional.empty();
    }

    private static void put(ObjectNode into, String name, Optional<Field> field, List<String> values) {
        boolean several = field.filter(f -> f.type() == FieldType.TEXTS).isPresent();
        List<String> given = values.stream()
                .flatMap(v -> several ? v.lines() : Stream.of(v))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
        if (given.isEmpty()) {
            into.remove(name);
        } else if (several) {
            ArrayNode texts = into.putArray(name);
            given.stream().filter(v -> !v.equals(NONE)).forEach(texts::add);
        } else {
            into.put(name, given.get(0));
        }
    }
}
