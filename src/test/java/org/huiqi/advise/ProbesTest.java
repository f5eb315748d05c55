package org.huiqi.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.Profile;
import org.junit.jupiter.api.Test;

/** Answers that stand for all answers. */
final class ProbesTest {
    private static final RuleBook BOOK = RealRules.book();
    private static final Probes PROBES = new Probes(BOOK);
    private static final Scene NOTHING = new Scene(new Assessor(BOOK), Profile.of(Map.of()), LocalDate.of(2025, 10, 8));

    @Test
    void everyYearThatAnEditionBeginsOrEndsWithIsTried() {
        for (Field field : BOOK.dictionary().enterprise().fields()) {
            if (field.type() == FieldType.INTEGER) {
                Set<Object> years = bounds(field);
                FieldPath path = FieldPath.ofEnterprise(BOOK.dictionary(), field.name());
                assertThat(PROBES.of(path, NOTHING)).as(field.name()).containsAll(years);
            }
        }
    }

    private static Set<Object> bounds(Field field) {
        return BOOK.policies().stream()
                .flatMap(p -> p.editions().stream())
                .flatMap(e -> java.util.stream.Stream.ofNullable(e.key().get(field.name())))
                .flatMap(r -> r.bounds())
                .flatMap(b -> Values.fit(field, new BigDecimal(b)).stream())
                .collect(Collectors.toSet());
    }

    @Test
    void ofManyFiguresAFewAreTakenInOrder() {
        FieldPath revenue = FieldPath.ofEnterprise(BOOK.dictionary(), "operatingRevenue");
        List<BigDecimal> some = PROBES.of(revenue, NOTHING).stream()
                .map(v -> new BigDecimal(v.toString()))
                .toList();
        assertThat(some).isSorted().hasSizeLessThanOrEqualTo(6);
    }
}
