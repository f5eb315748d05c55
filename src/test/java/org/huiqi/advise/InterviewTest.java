package org.huiqi.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What an interview promises, on the shipped pack. */
final class InterviewTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 8);
    private static final RuleBook BOOK = RealRules.book();
    private static final Assessor ASSESSOR = new Assessor(BOOK);
    private static final Interview INTERVIEW = new Interview(ASSESSOR);
    private static final Probes PROBES = new Probes(BOOK);
    private static final int TRIES = 12;

    /** What chooses an edition: skipping it leaves several trees open at once, and the interview then rather asks too much than too little. */
    private static final Set<String> KEYS = BOOK.policies().stream()
            .flatMap(p -> p.editions().stream())
            .flatMap(e -> e.key().keySet().stream())
            .collect(Collectors.toSet());

    /** A witness: everything else is answered, the verdict still waits, and the answer ends it. */
    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void everyQuestionAskedCanChangeAVerdict(@ForAll long seed) {
        Random random = new Random(seed);
        Position now = begun(random);
        for (int steps = random.nextInt(4); steps > 0 && !INTERVIEW.next(now).over(); steps--) {
            now = answered(now, random, 0.2);
        }
        for (Question question : INTERVIEW.next(now).questions()) {
            assertThat(witnessed(now, question, random))
                    .as("%s of %s, skipped %s", question.path(), now.profile(), now.skipped())
                    .isTrue();
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void afterTheEndNoAnswerThatWasNotSkippedChangesAVerdict(@ForAll long seed) {
        Random random = new Random(seed);
        Position now = begun(random);
        while (!INTERVIEW.next(now).over()) {
            now = answered(now, random, 0.15);
        }
        Map<String, String> end = outcomes(now);
        for (int i = 0; i < 5; i++) {
            assertThat(outcomes(now.with(completed(now, random)))).isEqualTo(end);
        }
    }

    @Test
    void theQuestionsOfAStepAreFromTheSamePapersAndAtMostSix() {
        Step step = INTERVIEW.next(Position.of(Profile.of(Map.of()), AS_OF));
        assertThat(step.questions()).hasSizeBetween(1, Interview.MOST_QUESTIONS);
        assertThat(step.questions())
                .extracting(q -> q.about().papers())
                .containsOnly(step.questions().get(0).about().papers());
    }

    @Test
    void aListIsAskedForBeforeTheFieldsOfItsElements() {
        Position now = new Position(Profile.of(Map.of()), AS_OF, Set.of("first-set-equipment-shandong"), Set.of());
        Step step = INTERVIEW.next(now);
        assertThat(step.questions()).extracting(Question::path).containsExactly("products");
        FieldPath products = step.questions().get(0).about();
        Profile one = products.answerElements(now.profile(), List.of(Map.of("name", "继电保护装置")));
        Step next = INTERVIEW.next(now.with(one));
        assertThat(INTERVIEW.open(now.with(one)))
                .extracting(FieldPath::path)
                .anyMatch(p -> p.startsWith("products[继电保护装置]."))
                .doesNotContain("products");
        assertThat(next.progress().verdicts()).isEqualTo(1);
    }

    @Test
    void whatTheLastAnswersSettledIsTold() {
        Profile before = Profile.of(Map.of());
        Position now = new Position(
                FieldPath.ofEnterprise(BOOK.dictionary(), "isBranch").answer(before, true),
                AS_OF,
                Set.of("advanced-manufacturing-vat"),
                Set.of());
        Step step = INTERVIEW.next(now, before);
        assertThat(step.settled().findings()).isNotEmpty();
        assertThat(INTERVIEW.next(now).settled()).isEqualTo(Step.Settled.NOTHING);
    }

    /** The list of 2025 is out of reach already, and whether there was an earlier one nobody can say without the year. */
    @Test
    void theYearOfAListIsAskedForEvenWhereTheLikeliestYearSaysNoAndAFieldWasSkipped() {
        Profile profile = Profile.of(Map.of(
                "applyDate",
                LocalDate.of(2025, 6, 1),
                "onPreviousAdvancedManufacturingList",
                true,
                "totalSalesExclVat",
                new BigDecimal("0.01"),
                "manufacturingSalesExclVat",
                new BigDecimal("0.01"),
                "registeredProvince",
                "山东省",
                "isIndependentLegalPerson",
                false));
        Position now = new Position(profile, AS_OF, Set.of("advanced-manufacturing-vat"), Set.of("vatTaxpayerType"));
        assertThat(INTERVIEW.open(now)).extracting(FieldPath::path).contains("listYear", "isHighTechEnterprise");
    }

    @Test
    void aSkippedFieldIsNeverAskedAgainAndTakesAlongWhatIsUselessWithoutIt() {
        Position now = new Position(Profile.of(Map.of()), AS_OF, Set.of("advanced-manufacturing-vat"), Set.of());
        List<String> open = INTERVIEW.open(now).stream().map(FieldPath::path).toList();
        for (String path : open) {
            Position without = new Position(now.profile(), AS_OF, now.policies(), Set.of(path));
            assertThat(INTERVIEW.open(without)).extracting(FieldPath::path).doesNotContain(path);
        }
    }

    // ---- how tests answer

    /** A few policies and nothing answered; lists are empty or have one element. */
    private static Position begun(Random random) {
        List<String> ids =
                new ArrayList<>(BOOK.policies().stream().map(Policy::id).toList());
        Collections.shuffle(ids, random);
        return new Position(Profile.of(Map.of()), AS_OF, Set.copyOf(ids.subList(0, 4)), Set.of());
    }

    private static Position answered(Position now, Random random, double skipping) {
        Position next = now;
        for (Question question : INTERVIEW.next(now).questions()) {
            // a skipped list hides what the enterprise alone could still decide: the assessor names the list only
            boolean skippable = !KEYS.contains(question.path());
            if (random.nextDouble() < skipping && skippable) {
                Set<String> skipped = new HashSet<>(next.skipped());
                skipped.add(question.path());
                next = new Position(next.profile(), AS_OF, next.policies(), skipped);
            } else {
                next = next.with(answer(next, question.about(), random));
            }
        }
        return next;
    }

    private static Profile answer(Position now, FieldPath path, Random random) {
        if (path.isList()) {
            List<Map<String, Object>> one = List.of(Map.of());
            return path.answerElements(now.profile(), random.nextBoolean() ? one : List.of());
        }
        List<Object> values = PROBES.of(path, new Scene(ASSESSOR, now.profile(), AS_OF));
        return path.answer(now.profile(), values.get(random.nextInt(values.size())));
    }

    /** Answers everything else, always so that the verdict goes on waiting for this question. */
    private static boolean witnessed(Position now, Question question, Random random) {
        for (Verdict open : ASSESSOR.headlines(now.profile(), AS_OF, Set.copyOf(question.policies()))) {
            for (int i = 0; i < TRIES && open.missing().contains(question.path()); i++) {
                if (witnessed(now, question, open, random)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean witnessed(Position now, Question question, Verdict verdict, Random random) {
        Profile profile = now.profile();
        Set<String> tried = new HashSet<>(now.skipped());
        tried.add(question.path());
        Optional<String> next = next(verdict, tried, random);
        while (next.isPresent()) {
            tried.add(next.get());
            FieldPath path = FieldPath.find(BOOK.dictionary(), next.get()).orElseThrow();
            Profile before = profile;
            List<Profile> answers = answers(now.with(before), path, random);
            profile = answers.stream()
                    .filter(p -> waits(p, verdict, question))
                    .findFirst()
                    .orElse(before);
            next = find(profile, verdict).flatMap(v -> next(v, tried, random));
        }
        Profile last = profile;
        return waits(last, verdict, question)
                && answers(now.with(last), question.about(), random).stream()
                        .anyMatch(p -> find(p, verdict).filter(Verdicts::open).isEmpty());
    }

    private static Optional<String> next(Verdict verdict, Set<String> tried, Random random) {
        List<String> left =
                verdict.missing().stream().filter(p -> !tried.contains(p)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(left.get(random.nextInt(left.size())));
    }

    private static List<Profile> answers(Position now, FieldPath path, Random random) {
        if (path.isList()) {
            return List.of(
                    path.answerElements(now.profile(), List.of()),
                    path.answerElements(now.profile(), List.of(Map.of())));
        }
        List<Object> values = new ArrayList<>(PROBES.of(path, new Scene(ASSESSOR, now.profile(), AS_OF)));
        Collections.shuffle(values, random);
        return values.stream().map(v -> path.answer(now.profile(), v)).toList();
    }

    private static boolean waits(Profile profile, Verdict verdict, Question question) {
        return find(profile, verdict)
                .filter(v -> v.missing().contains(question.path()))
                .isPresent();
    }

    private static Optional<Verdict> find(Profile profile, Verdict verdict) {
        return ASSESSOR.headlines(profile, AS_OF, Set.of(verdict.policy())).stream()
                .filter(v -> Verdicts.key(v).equals(Verdicts.key(verdict)))
                .findFirst();
    }

    /** Every field of the enterprise that was neither answered nor skipped gets an answer. */
    private static Profile completed(Position now, Random random) {
        FactType enterprise = BOOK.dictionary().enterprise();
        Profile profile = now.profile();
        for (Field field : enterprise.fields()) {
            FieldPath path = new FieldPath(enterprise, "", Optional.of(field));
            if (!field.derived()
                    && field.question().length() > 0
                    && !path.answered(now.profile())
                    && !now.skipped().contains(path.path())) {
                profile = answer(now.with(profile), path, random);
            }
        }
        return profile;
    }

    private static Map<String, String> outcomes(Position now) {
        Map<String, String> outcomes = new TreeMap<>();
        ASSESSOR.headlines(now.profile(), AS_OF, now.policies())
                .forEach(v -> outcomes.put(
                        Verdicts.key(v), no(v) ? "no" : v.outcome() + v.result().orElse("")));
        return outcomes;
    }

    /** No in every edition there is stays no in a year without one. */
    private static boolean no(Verdict verdict) {
        return verdict.outcome() == Outcome.INELIGIBLE || verdict.outcome() == Outcome.NOT_IN_FORCE;
    }
}
