package org.huiqi.advise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Edition;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Verdict;

/** What the open keys of an edition have to be answered so that the edition a verdict tells is the one that applies. */
final class EditionKeys {
    private static final int MOST = 4;

    private EditionKeys() {}

    /** The start with every open key answered, in a few ways; none if no key is open, or the list that holds it was never answered. */
    static List<Attempt> answered(RuleBook book, Verdict verdict, Attempt start) {
        return book.getPolicy(verdict.policy()).editionsOf(verdict.stage()).stream()
                .filter(e -> verdict.edition().filter(e.name()::equals).isPresent())
                .flatMap(e -> answered(open(book, verdict, e), e, start))
                .limit(MOST)
                .toList();
    }

    private static List<FieldPath> open(RuleBook book, Verdict verdict, Edition edition) {
        return verdict.missing().stream()
                .flatMap(path -> FieldPath.find(book.dictionary(), path).stream())
                .filter(p -> p.field()
                        .filter(f -> edition.key().containsKey(f.name()))
                        .isPresent())
                .toList();
    }

    private static Stream<Attempt> answered(List<FieldPath> open, Edition edition, Attempt start) {
        List<Attempt> attempts = List.of(start);
        for (FieldPath path : open) {
            Field field = path.field().orElseThrow();
            List<Object> values =
                    values(edition.key().get(field.name()), field, start.scene().asOf());
            attempts = attempts.stream()
                    .flatMap(a -> values.stream()
                            .map(v -> a.with(new Move(path, java.util.Optional.empty(), v, Move.Kind.ANSWER))))
                    .toList();
        }
        return open.isEmpty() ? Stream.empty() : attempts.stream();
    }

    /** The year or day of assessment where the edition has it, then the ends of the edition. */
    private static List<Object> values(Edition.Range range, Field field, LocalDate day) {
        Stream<Object> values = switch (field.type()) {
            case INTEGER, DECIMAL ->
                Stream.concat(
                        Stream.of(BigDecimal.valueOf(day.getYear())),
                        range.bounds().map(BigDecimal::new));
            case DATE -> Stream.concat(Stream.of(day), range.bounds().map(LocalDate::parse));
            case BOOLEAN -> range.bounds().map(Boolean::valueOf);
            case TEXT, TEXTS -> range.bounds().map(Object.class::cast);
        };
        return values.filter(range::contains)
                .flatMap(v -> Values.fit(field, v).stream())
                .distinct()
                .toList();
    }
}
