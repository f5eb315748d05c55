package org.huiqi.profile;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one enterprise answered. Immutable.
 *
 * @param asOf date of assessment the profile asks for, if it does
 * @param enterprise the enterprise's own fields
 * @param lists elements by fact type name; a type that is absent was never answered, an empty list was answered "none"
 * @param reviews what reviewers decided
 */
public record Profile(
        Optional<LocalDate> asOf, Entry enterprise, Map<String, List<Entry>> lists, List<ReviewAnswer> reviews) {

    public Profile {
        Map<String, List<Entry>> copy = new LinkedHashMap<>();
        lists.forEach((type, entries) -> copy.put(type, List.copyOf(entries)));
        lists = Collections.unmodifiableMap(copy);
        reviews = List.copyOf(reviews);
    }

    public static Profile of(Map<String, Object> answers) {
        return new Profile(Optional.empty(), new Entry("", answers), Map.of(), List.of());
    }

    public Optional<List<Entry>> findList(String type) {
        return Optional.ofNullable(lists.get(type));
    }

    public Profile withEnterprise(Entry other) {
        return new Profile(asOf, other, lists, reviews);
    }

    public Profile withList(String type, List<Entry> entries) {
        Map<String, List<Entry>> more = new LinkedHashMap<>(lists);
        more.put(type, entries);
        return new Profile(asOf, enterprise, more, reviews);
    }

    public Profile withoutList(String type) {
        Map<String, List<Entry>> fewer = new LinkedHashMap<>(lists);
        fewer.remove(type);
        return new Profile(asOf, enterprise, fewer, reviews);
    }

    public Profile asOf(LocalDate date) {
        return new Profile(Optional.of(date), enterprise, lists, reviews);
    }

    /** What was decided of this subject, else what was decided of all. */
    public Optional<ReviewAnswer> findReview(String criterion, String subject) {
        return reviews.stream()
                .filter(r -> r.speaksOf(criterion, subject))
                .max(Comparator.comparing(r -> r.subject().length()));
    }

    /** How users and messages name a field: {@code totalSales} or {@code products[甲].value}. */
    public static String path(FactType type, String key, String field) {
        return type.list().isEmpty() ? field : type.list() + "[" + key + "]." + field;
    }
}
