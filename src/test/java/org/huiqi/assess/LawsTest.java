package org.huiqi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Entitlement;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Form;
import org.huiqi.engine.Law;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.SheetFiller;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.Profile;
import org.huiqi.profile.RandomProfiles;
import org.huiqi.report.AssessmentJson;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** What must hold of every answer, on random profiles of the shipped pack. */
final class LawsTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 8);
    private static final RuleBook BOOK = RealRules.book();
    private static final Assessor ASSESSOR = new Assessor(BOOK);
    private static final List<Outcome> DECIDED =
            List.of(Outcome.ELIGIBLE, Outcome.INELIGIBLE, Outcome.NOT_IN_FORCE, Outcome.RESULT);

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void oneMoreAnswerNeverTurnsADecidedVerdictAround(@ForAll long seed) {
        Profile more = profile(seed);
        Profile less = lessOne(more, new Random(seed));
        Map<String, Verdict> after = verdicts(more);
        verdicts(less).forEach((key, before) -> {
            if (DECIDED.contains(before.outcome()) && after.containsKey(key)) {
                assertThat(side(after.get(key).outcome()))
                        .as("%s of %s", key, more)
                        .isEqualTo(side(before.outcome()));
                assertThat(after.get(key).result()).as(key).isEqualTo(before.result());
            }
        });
    }

    /** No in every list year there is, and no list that year, are the same no. */
    private static Outcome side(Outcome outcome) {
        return outcome == Outcome.NOT_IN_FORCE ? Outcome.INELIGIBLE : outcome;
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void oneMoreAnswerNeverTurnsACriterionAround(@ForAll long seed) {
        Profile more = profile(seed);
        Map<String, Truth> after = truths(more);
        truths(lessOne(more, new Random(seed))).forEach((id, before) -> {
            if (before.decided()) {
                assertThat(after.get(id)).as("%s of %s", id, more).isEqualTo(before);
            }
        });
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void assessingTwiceGivesTheSameBytes(@ForAll long seed) {
        Profile profile = profile(seed);
        assertThat(json(profile)).isEqualTo(json(profile));
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void theOrderOfAnswersAndElementsDoesNotMatter(@ForAll long seed) {
        Profile profile = profile(seed);
        Map<String, List<Entry>> lists = new LinkedHashMap<>();
        profile.lists().forEach((type, entries) -> lists.put(type, reversed(entries)));
        Profile turned = new Profile(profile.asOf(), turned(profile.enterprise()), lists, profile.reviews());
        assertThat(gist(turned)).isEqualTo(gist(profile));
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void bothEnginesGiveTheSameAssessment(@ForAll long seed) {
        Profile profile = profile(seed);
        Assessor.Request request = Assessor.Request.on(AS_OF);
        assertThat(ASSESSOR.assess(profile, request, BOOK.reference())).isEqualTo(ASSESSOR.assess(profile, request));
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void bothEnginesFillTheSameFigures(@ForAll long seed) {
        Facts facts = Facts.of(BOOK.compiled(), profile(seed), AS_OF);
        for (Sheet sheet : BOOK.rules().sheets()) {
            List<Fact> plain = filler(facts, sheet).blank();
            BOOK.reference().fill(plain);
            List<SheetFiller.FilledSheet> direct = filler(facts, sheet).fill();
            for (int i = 0; i < plain.size(); i++) {
                Fact reference = plain.get(i);
                direct.get(i).figures().forEach(f -> same(sheet, f, reference));
            }
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void answeringWhatIsMissingEndsInAnAnswer(@ForAll long seed) {
        Profile profile = Profile.of(Map.of());
        for (FactType type : BOOK.dictionary().repeated()) {
            profile = profile.withList(type.name(), List.of());
        }
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<String> missing = verdicts(profile).values().stream()
                    .flatMap(v -> v.missing().stream())
                    .distinct()
                    .toList();
            if (missing.isEmpty()) {
                break;
            }
            Entry enterprise = profile.enterprise();
            for (String name : missing) {
                Field field = BOOK.dictionary().enterprise().get(name);
                enterprise = enterprise.with(name, answer(field, random));
            }
            profile = profile.withEnterprise(enterprise);
        }
        assertThat(verdicts(profile).values()).noneMatch(v -> v.outcome() == Outcome.INCOMPLETE);
    }

    private static Object answer(Field field, Random random) {
        BigDecimal low = field.min() == null ? BigDecimal.ZERO : field.min();
        return switch (field.type()) {
            case BOOLEAN -> random.nextBoolean();
            case INTEGER ->
                field.unit().equals("年") || field.name().endsWith("Year")
                        ? within(field, new BigDecimal(2022 + random.nextInt(5)))
                                .intValue()
                        : within(field, low.add(new BigDecimal(random.nextInt(50))))
                                .intValue();
            case DECIMAL -> within(field, low.add(new BigDecimal(random.nextInt(30_000))));
            case TEXT ->
                field.choices().isEmpty()
                        ? "C3823"
                        : field.choices().get(random.nextInt(field.choices().size()));
            case DATE -> LocalDate.of(2020 + random.nextInt(7), 1 + random.nextInt(12), 1);
            case TEXTS -> field.choices().subList(0, Math.min(field.choices().size(), random.nextInt(3)));
        };
    }

    private static void same(Sheet sheet, SheetFiller.Filled filled, Fact reference) {
        Object plain = reference.get(sheet.type().indexOf(filled.figure().name()));
        String what = sheet.type().name() + "." + filled.figure().name() + " of " + reference.key();
        if (filled.value().isPresent() || plain != null) {
            assertThat(plain).as(what).isNotNull();
            assertThat(filled.value())
                    .as(what + ", plain " + plain + ", " + filled.fault())
                    .isPresent();
            assertThat(new BigDecimal(plain.toString()))
                    .as(what)
                    .isEqualByComparingTo(filled.value().get());
        }
    }

    private static SheetFiller filler(Facts facts, Sheet sheet) {
        return new SheetFiller(BOOK.compiled(), facts, sheet, key -> Entitlement.ASSUMED);
    }

    private static Profile profile(long seed) {
        Profile raw = new RandomProfiles(BOOK.dictionary(), seed).one();
        Map<String, List<Entry>> lists = new LinkedHashMap<>();
        raw.lists().forEach((type, entries) -> {
            Map<String, Entry> byKey = new LinkedHashMap<>();
            entries.forEach(
                    e -> byKey.putIfAbsent(e.key(), within(BOOK.dictionary().get(type), e)));
            lists.put(type, new ArrayList<>(byKey.values()));
        });
        Entry enterprise = within(BOOK.dictionary().enterprise(), raw.enterprise());
        return new Profile(raw.asOf(), enterprise, lists, raw.reviews());
    }

    /** A profile that a reader would accept: every number inside its declared bounds. */
    private static Entry within(FactType type, Entry entry) {
        Map<String, Object> answers = new LinkedHashMap<>();
        entry.answers().forEach((name, value) -> answers.put(name, within(type.get(name), value)));
        return new Entry(entry.key(), answers);
    }

    private static Object within(Field field, Object value) {
        if (!field.type().numeric()) {
            return value;
        }
        BigDecimal bounded = within(field, new BigDecimal(value.toString()));
        return field.type() == FieldType.INTEGER ? (Object) bounded.intValue() : bounded;
    }

    private static BigDecimal within(Field field, BigDecimal number) {
        BigDecimal low = field.min() == null ? number : number.max(field.min());
        return field.max() == null ? low : low.min(field.max());
    }

    private static Profile lessOne(Profile profile, Random random) {
        List<String> answered = new ArrayList<>(profile.enterprise().answers().keySet());
        return profile.withEnterprise(profile.enterprise().without(answered.get(random.nextInt(answered.size()))));
    }

    private static Map<String, Verdict> verdicts(Profile profile) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (PolicyAssessment policy :
                ASSESSOR.assess(profile, Assessor.Request.on(AS_OF)).policies()) {
            policy.verdicts().forEach(v -> verdicts.put(v.policy() + "/" + v.stage() + "@" + v.subject(), v));
        }
        return verdicts;
    }

    private static Map<String, String> gist(Profile profile) {
        Map<String, String> gist = new TreeMap<>();
        verdicts(profile)
                .forEach((key, v) -> gist.put(key, v.outcome() + " " + new TreeSet<>(v.missing()) + v.result()));
        return gist;
    }

    private static Map<String, Truth> truths(Profile profile) {
        Facts facts = Facts.of(BOOK.compiled(), profile, AS_OF);
        AtomTruths atoms = BOOK.direct().evaluate(facts);
        Law law = new Law(BOOK.rules(), facts, atoms);
        Map<String, Truth> truths = new LinkedHashMap<>();
        for (Criterion c : BOOK.rules().criteria()) {
            if (!(c.form() instanceof Form.OnFact f) || f.type().equals(Dictionary.ENTERPRISE)) {
                truths.put(c.id(), law.truth(c, Law.Subject.ENTERPRISE));
            }
        }
        return truths;
    }

    private static String json(Profile profile) {
        return AssessmentJson.write(BOOK, ASSESSOR.assess(profile, Assessor.Request.on(AS_OF)));
    }

    private static Entry turned(Entry entry) {
        Map<String, Object> answers = new LinkedHashMap<>();
        reversed(new ArrayList<>(entry.answers().keySet()))
                .forEach(k -> answers.put(k, entry.answers().get(k)));
        return new Entry(entry.key(), answers);
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
