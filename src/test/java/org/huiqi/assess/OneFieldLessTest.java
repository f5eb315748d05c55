package org.huiqi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.engine.Law;
import org.huiqi.engine.condition.Ref;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.policy.Stage;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileText;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.Figure;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The sample enterprise, complete, and then without one answer after the other. What depends on an answer is computed from what the rules read. */
final class OneFieldLessTest {
    private static final RuleBook BOOK = RealRules.book();
    private static final Profile WHOLE = sample();
    private static final Assessment BEFORE = assess(WHOLE);

    /** An answered field and the profile without it. */
    private record Removal(FactType type, String element, String field, Profile rest) {
        String path() {
            return Profile.path(type, element, field);
        }
    }

    @TestFactory
    Stream<DynamicTest> exactlyTheVerdictsThatDependOnAnAnswerMissItWhenItIsGone() {
        return removals().stream().map(r -> dynamicTest("without " + r.path(), () -> check(r)));
    }

    @Test
    void mostAnswersOfTheEnterpriseMatterToSomeVerdict() {
        List<String> decisive = removals().stream()
                .filter(r -> r.type().list().isEmpty())
                .filter(r -> !incomplete(r).isEmpty())
                .map(Removal::field)
                .toList();
        assertThat(decisive).hasSizeGreaterThan(40).contains("name", "listYear", "totalSalesExclVat", "applyDate");
    }

    @Test
    void theSampleAnswersEnoughToBeCalledComplete() {
        assertThat(WHOLE.enterprise().answers()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(WHOLE.findList("Product").orElseThrow()).hasSize(3);
        assertThat(WHOLE.findList("TaxPeriod").orElseThrow()).hasSize(12);
        assertThat(verdicts(BEFORE).values())
                .filteredOn(v -> flagships().contains(v.policy()))
                .noneMatch(v -> v.outcome() == Outcome.INCOMPLETE);
    }

    private static void check(Removal removal) {
        Assessment after = assess(removal.rest());
        Map<String, Verdict> now = verdicts(after);
        verdicts(BEFORE).forEach((key, verdict) -> {
            assertThat(now).as("silence never takes a stage away").containsKey(key);
            check(removal, verdict, now.get(key));
        });
        Map<String, Figure> figures = figures(after);
        figures(BEFORE).forEach((key, figure) -> {
            Figure left = figures.get(key);
            if (left.value().isEmpty() && figure.value().isPresent()) {
                assertThat(left.missing()).as(key).contains(removal.path());
            } else {
                assertThat(left.value()).as(key).isEqualTo(figure.value());
            }
        });
    }

    private static void check(Removal removal, Verdict before, Verdict after) {
        String what = after.policy() + " " + after.stage() + " " + after.subject();
        if (!reads(before).contains(removal.path())) {
            assertThat(after).as(what).isEqualTo(before);
        } else if (after.outcome() != before.outcome()) {
            boolean expert = removal.type().get(removal.field()).reviewer();
            assertThat(after.outcome()).as(what).isEqualTo(expert ? Outcome.REVIEW : Outcome.INCOMPLETE);
        }
        if (after.outcome() == Outcome.INCOMPLETE && before.outcome() != Outcome.INCOMPLETE) {
            assertThat(after.missing()).as(what).contains(removal.path());
        }
    }

    private static List<Verdict> incomplete(Removal removal) {
        Map<String, Verdict> before = verdicts(BEFORE);
        return verdicts(assess(removal.rest())).entrySet().stream()
                .filter(e -> e.getValue().outcome() == Outcome.INCOMPLETE
                        && before.get(e.getKey()).outcome() != Outcome.INCOMPLETE)
                .map(Map.Entry::getValue)
                .toList();
    }

    // ---- what a verdict reads

    private static Set<String> reads(Verdict verdict) {
        Policy policy = BOOK.findPolicy(verdict.policy()).orElseThrow();
        Stage stage = policy.stages().get(verdict.stage());
        Set<String> fields = new TreeSet<>();
        for (Edition edition : policy.editionsOf(stage.name())) {
            edition.key().keySet().forEach(k -> fields.addAll(paths(stage, verdict.subject(), k)));
        }
        requirements(stage).forEach(r -> fields.addAll(reads(r, verdict.subject())));
        return fields;
    }

    private static Set<String> reads(Requirement requirement, String subject) {
        Stream<String> tests = requirement
                .criteria()
                .flatMap(c -> Law.atoms(BOOK.getCriterion(c).form()).stream())
                .flatMap(a -> a.reads().stream().flatMap(ref -> paths(a.type(), ref, subject).stream()));
        return Stream.concat(tests, requirement.scores().flatMap(Score::fields)).collect(Collectors.toSet());
    }

    private static Stream<Requirement> requirements(Stage stage) {
        return Stream.of(
                        stage.given().stream(),
                        stage.require().stream(),
                        stage.results().stream().map(Stage.Result::when))
                .flatMap(Function.identity());
    }

    /** The row of a table is found by a field of the fact that looks it up. */
    private static Set<String> paths(String type, Ref ref, String subject) {
        FactType own = BOOK.dictionary().get(type);
        Optional<FactType.Lookup> lookup =
                own.lookups().stream().filter(l -> l.name().equals(ref.owner())).findFirst();
        return lookup.map(l -> paths(own, own.get(l.by()), subject))
                .orElseGet(() ->
                        paths(BOOK.dictionary().get(ref.owner().isEmpty() ? type : ref.type()), ref.field(), subject));
    }

    private static Set<String> paths(Stage stage, String subject, String key) {
        FactType own = BOOK.dictionary().get(stage.subject());
        FactType owner = own.find(key).isPresent() ? own : BOOK.dictionary().enterprise();
        return paths(owner, owner.get(key), subject);
    }

    /** A field that a classification works out stands for whatever the classification reads. */
    private static Set<String> paths(FactType owner, Field field, String subject) {
        if (!field.derived()) {
            return Set.of(Profile.path(owner, subject, field.name()));
        }
        Policy from = BOOK.findPolicy(field.from()).orElseThrow();
        return from.stages().values().stream()
                .flatMap(OneFieldLessTest::requirements)
                .flatMap(r -> reads(r, subject).stream())
                .collect(Collectors.toSet());
    }

    // ---- the removals

    private static List<Removal> removals() {
        List<Removal> removals = new ArrayList<>();
        FactType enterprise = BOOK.dictionary().enterprise();
        WHOLE.enterprise()
                .answers()
                .keySet()
                .forEach(f -> removals.add(new Removal(
                        enterprise,
                        "",
                        f,
                        WHOLE.withEnterprise(WHOLE.enterprise().without(f)))));
        WHOLE.lists().forEach((type, entries) -> {
            for (int i = 0; i < entries.size(); i++) {
                removals.addAll(removals(BOOK.dictionary().get(type), entries, i));
            }
        });
        return removals;
    }

    /** Key fields stay: without them the element would be another one. */
    private static List<Removal> removals(FactType type, List<Entry> entries, int index) {
        Entry entry = entries.get(index);
        return entry.answers().keySet().stream()
                .filter(f -> !type.key().contains(f))
                .map(f -> {
                    List<Entry> fewer = new ArrayList<>(entries);
                    fewer.set(index, entry.without(f));
                    return new Removal(type, entry.key(), f, WHOLE.withList(type.name(), fewer));
                })
                .toList();
    }

    // ---- assessing

    private static Map<String, Verdict> verdicts(Assessment assessment) {
        return assessment.policies().stream()
                .flatMap(p -> p.verdicts().stream())
                .collect(Collectors.toMap(v -> v.policy() + "/" + v.stage() + "/" + v.subject(), v -> v));
    }

    private static Map<String, Figure> figures(Assessment assessment) {
        return assessment.policies().stream()
                .flatMap(p -> p.amount().stream())
                .flatMap(a -> a.sheets().stream().flatMap(s -> figures(a, s)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Figure>> figures(Amount amount, Amount.SheetFigures sheet) {
        return sheet.figures().stream()
                .map(f -> Map.entry(amount.policy() + "/" + sheet.subject() + "/" + f.name(), f));
    }

    private static List<String> flagships() {
        return List.of("advanced-manufacturing-vat", "first-set-equipment-shandong", "high-tech-enterprise");
    }

    private static Assessment assess(Profile profile) {
        return new Assessor(BOOK).assess(profile, Assessor.Request.on(LocalDate.of(2026, 1, 12)));
    }

    private static Profile sample() {
        try {
            byte[] yaml = Files.readAllBytes(Path.of("test-cases/samples/qilin-relay.yaml"));
            return BOOK.profileReader().read(ProfileText.yaml(yaml));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
