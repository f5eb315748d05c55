package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;

/**
 * A number for everything that can be missing: a field of a type (of whichever element), or a whole list. Also knows which fields of the
 * enterprise, and which lists, a list of firms can answer at all.
 */
public final class FieldSpace {
    private static final Pattern ELEMENT = Pattern.compile("(\\w+)\\[.*]\\.(\\w+)");
    private final Dictionary dictionary;
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Integer> lists = new HashMap<>();
    private final List<Missing> all = new ArrayList<>();
    private final Optional<Set<String>> answerable;
    private final Optional<Set<String>> given;

    /**
     * Something that can be missing.
     *
     * @param field empty for a whole list
     */
    public record Missing(FactType type, Optional<Field> field) {
        /** As the dictionary spells it: {@code totalSales}, {@code products}, {@code products.ipOwner}. */
        public String name() {
            String list = type.list();
            return field.map(f -> list.isEmpty() ? f.name() : list + "." + f.name())
                    .orElse(list);
        }

        public String label() {
            boolean own = type.list().isEmpty();
            return field.map(f -> own ? f.label() : type.label() + "·" + f.label())
                    .orElse(type.label());
        }
    }

    /**
     * @param answerable fields of the enterprise that some row may answer; empty: all
     * @param given repeated types of which some firm may have a list; empty: all
     */
    FieldSpace(Dictionary dictionary, Optional<Set<String>> answerable, Optional<Set<String>> given) {
        this.dictionary = dictionary;
        this.answerable = answerable;
        this.given = given;
        dictionary.types().stream().filter(t -> t.kind() != FactType.Kind.TABLE).forEach(this::add);
    }

    private void add(FactType type) {
        first.put(type.name(), all.size());
        type.fields().forEach(f -> all.add(new Missing(type, Optional.of(f))));
        if (!type.list().isEmpty()) {
            lists.put(type.name(), all.size());
            all.add(new Missing(type, Optional.empty()));
        }
    }

    public int size() {
        return all.size();
    }

    public Missing get(int index) {
        return all.get(index);
    }

    int field(FactType type, String name) {
        return first.get(type.name()) + type.indexOf(name);
    }

    int list(String type) {
        return lists.get(type);
    }

    /** Makes of fields of elements that nobody listed the list itself. */
    void wholeList(String type, long[] missing) {
        int list = list(type);
        for (int field = first.get(type); field < list; field++) {
            Bits.unset(missing, field);
        }
        Bits.set(missing, list);
    }

    /** The number of a path such as {@code products[甲].value}. */
    public int of(String path) {
        Matcher m = ELEMENT.matcher(path);
        if (m.matches()) {
            return field(type(m.group(1)), m.group(2));
        }
        return dictionary.enterprise().find(path).isPresent()
                ? field(dictionary.enterprise(), path)
                : list(type(path).name());
    }

    private FactType type(String list) {
        return dictionary.repeated().stream()
                .filter(t -> t.list().equals(list))
                .findFirst()
                .orElseThrow();
    }

    boolean answerable(FactType type, Field field) {
        return field.derived()
                || (type.kind() == FactType.Kind.ENTERPRISE
                        ? answerable.map(a -> a.contains(field.name())).orElse(true)
                        : given(type.name()));
    }

    boolean given(String type) {
        return given.map(g -> g.contains(type)).orElse(true);
    }
}
