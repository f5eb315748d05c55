package org.huiqi.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answered fields of one fact; a field that is absent was not answered.
 *
 * @param key tells elements of one list apart; empty for the enterprise
 * @param answers by field name, of the field's Java class, in the order given
 */
public record Entry(String key, Map<String, Object> answers) {
    public static final Entry EMPTY = new Entry("", Map.of());

    public Entry {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    public Optional<Object> find(String field) {
        return Optional.ofNullable(answers.get(field));
    }

    public Entry with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(answers);
        more.put(field, value);
        return new Entry(key, more);
    }

    public Entry without(String field) {
        Map<String, Object> fewer = new LinkedHashMap<>(answers);
        fewer.remove(field);
        return new Entry(key, fewer);
    }
}
