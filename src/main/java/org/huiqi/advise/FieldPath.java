package org.huiqi.advise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Fields;
import org.huiqi.profile.Keys;
import org.huiqi.profile.Profile;

/**
 * Something a user can answer: a field of the enterprise ({@code totalSales}), of one element ({@code products[甲].value}), or a whole list
 * ({@code products}).
 *
 * @param element key of the element, empty for the enterprise and for a list
 * @param field empty for a list
 */
public record FieldPath(FactType type, String element, Optional<Field> field) {
    private static final Pattern OF_ELEMENT = Pattern.compile("(\\w+)\\[(.*)]\\.(\\w+)", Pattern.DOTALL);

    /** A field of the enterprise. */
    public static FieldPath ofEnterprise(Dictionary dictionary, String field) {
        FactType enterprise = dictionary.enterprise();
        return new FieldPath(enterprise, "", Optional.of(enterprise.get(field)));
    }

    /** The date of assessment, which a profile may fix. */
    static FieldPath asOf(Dictionary dictionary) {
        return new FieldPath(dictionary.enterprise(), "", Optional.of(Fields.AS_OF));
    }

    /** Is it the date of assessment? */
    public boolean isAsOf() {
        return field.filter(f -> f.name().equals(Fields.AS_OF.name())).isPresent();
    }

    /** Reads a path as verdicts write it; empty if the dictionary has no such field. */
    public static Optional<FieldPath> find(Dictionary dictionary, String path) {
        Matcher matcher = OF_ELEMENT.matcher(path);
        if (matcher.matches()) {
            return list(dictionary, matcher.group(1))
                    .filter(t -> t.find(matcher.group(3)).isPresent())
                    .map(t -> new FieldPath(t, matcher.group(2), t.find(matcher.group(3))));
        }
        FactType enterprise = dictionary.enterprise();
        return enterprise.find(path).isPresent()
                ? Optional.of(new FieldPath(enterprise, "", enterprise.find(path)))
                : list(dictionary, path).map(t -> new FieldPath(t, "", Optional.empty()));
    }

    private static Optional<FactType> list(Dictionary dictionary, String name) {
        return dictionary.repeated().stream().filter(t -> t.list().equals(name)).findFirst();
    }

    public boolean isList() {
        return field.isEmpty();
    }

    /** As verdicts write it. */
    public String path() {
        return field.map(f -> Profile.path(type, element, f.name())).orElse(type.list());
    }

    /** Where people keep the answer: the group of an enterprise's field, each element by itself. */
    String papers() {
        return isList()
                ? type.list()
                : type.list().isEmpty() ? field.orElseThrow().group() : type.list() + "[" + element + "]";
    }

    /** The answer, empty if the profile has none or no such element; a list has none here. */
    public Optional<Object> find(Profile profile) {
        return field.flatMap(f -> entry(profile).flatMap(e -> e.find(f.name())));
    }

    /** Was it answered? */
    public boolean answered(Profile profile) {
        return isList()
                ? profile.findList(type.name()).isPresent()
                : find(profile).isPresent();
    }

    private Optional<Entry> entry(Profile profile) {
        return type.list().isEmpty()
                ? Optional.of(profile.enterprise())
                : profile.findList(type.name()).orElse(List.of()).stream()
                        .filter(e -> e.key().equals(element))
                        .findFirst();
    }

    /**
     * The profile with this field answered, whatever it said before; another element of that key is not made. Answering a key field renames
     * the element.
     *
     * @param value of the field's Java class
     * @throws java.util.NoSuchElementException for a list
     */
    public Profile answer(Profile profile, Object value) {
        String name = field.orElseThrow().name();
        if (isAsOf()) {
            return profile.asOf((LocalDate) value);
        }
        return edit(profile, e -> e.with(name, value));
    }

    /** The profile without an answer to this field. */
    public Profile silence(Profile profile) {
        return field.map(f -> edit(profile, e -> e.without(f.name())))
                .orElseGet(() -> profile.withoutList(type.name()));
    }

    /** The profile with a list answered by the elements of these names (or other single keys); none: an empty list. */
    public Profile answerElements(Profile profile, List<Map<String, Object>> elements) {
        List<Entry> entries = new ArrayList<>();
        for (Map<String, Object> answers : elements) {
            entries.add(new Entry(Keys.of(type, answers, entries.size()), new LinkedHashMap<>(answers)));
        }
        return profile.withList(type.name(), entries);
    }

    private Profile edit(Profile profile, java.util.function.UnaryOperator<Entry> change) {
        if (type.list().isEmpty()) {
            return profile.withEnterprise(change.apply(profile.enterprise()));
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : profile.findList(type.name()).orElse(List.of())) {
            Entry changed = entry.key().equals(element) ? change.apply(entry) : entry;
            entries.add(new Entry(Keys.of(type, changed.answers(), entries.size()), changed.answers()));
        }
        return profile.withList(type.name(), entries);
    }
}
