package org.huiqi.screen.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.engine.TinyPack;
import org.huiqi.profile.Entry;
import org.huiqi.profile.Profile;
import org.huiqi.profile.RandomProfiles;
import org.huiqi.verdict.Outcome;

/** The judge without words says what the assessor says: every stage of every policy, decisive criteria and missing fields included. */
final class JudgeTest {
    private static final RuleBook BOOK = RealRules.book();
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 20);
    private static final Assessor ASSESSOR = new Assessor(BOOK);
    private static final Judge JUDGE = Judge.ofAllStages(BOOK, AS_OF, Judge.Answerable.ALL);

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void agreesWithTheAssessorOnEveryStage(@ForAll long seed) {
        agree(JUDGE, new RandomProfiles(BOOK.dictionary(), seed).one());
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void agreesWhateverColumnsAListHas(@ForAll long seed) {
        Random random = new Random(seed);
        Profile full = new RandomProfiles(BOOK.dictionary(), seed).one();
        Set<String> columns = columns(random, random.nextDouble());
        Set<String> lists = new HashSet<>(full.lists().keySet());
        lists.removeIf(l -> random.nextBoolean());
        Judge judge = Judge.ofAllStages(BOOK, AS_OF, new Judge.Answerable(Optional.of(columns), Optional.of(lists)));
        agree(judge, restricted(full, columns, lists));
    }

    /** Firms of one sitting, as many as come at a time and then a few more: what one answers must not show in what another is told. */
    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void firmsJudgedTogetherAreJudgedAsIfTheyWereAlone(@ForAll long seed) {
        Random random = new Random(seed);
        Profile one = new RandomProfiles(BOOK.dictionary(), seed).one();
        Profile other = new RandomProfiles(BOOK.dictionary(), seed + 1).one();
        Set<String> columns = columns(random, 0.3 + random.nextDouble() * 0.7);
        boolean listed = random.nextBoolean();
        Set<String> lists = listed ? one.lists().keySet() : Set.of();
        Judge judge = Judge.ofAllStages(BOOK, AS_OF, new Judge.Answerable(Optional.of(columns), Optional.of(lists)));
        Judge.Sitting sitting = judge.sitting();
        for (int firms : new int[] {Judge.MOST, 3}) {
            agree(
                    judge,
                    sitting,
                    Stream.generate(() ->
                                    mixed(restricted(one, columns, lists), restricted(other, columns, lists), random))
                            .limit(firms)
                            .toList());
        }
    }

    /** Mostly the one, with a few answers of the other, and a few fallen silent. */
    private static Profile mixed(Profile one, Profile other, Random random) {
        Map<String, Object> answers = new LinkedHashMap<>(one.enterprise().answers());
        other.enterprise().answers().forEach((field, value) -> {
            if (random.nextInt(12) == 0) {
                answers.put(field, value);
            }
        });
        answers.keySet().removeIf(f -> random.nextInt(20) == 0);
        Profile mixed = one.withEnterprise(new Entry("", answers));
        for (String type : one.lists().keySet()) {
            mixed = random.nextInt(4) == 0 ? mixed.withoutList(type) : mixed;
        }
        return mixed;
    }

    private static Set<String> columns(Random random, double share) {
        Set<String> columns = new HashSet<>();
        BOOK.dictionary().enterprise().fields().stream()
                .filter(f -> random.nextDouble() < share)
                .forEach(f -> columns.add(f.name()));
        return columns;
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void aConditionThatAloneStopsAFirmLetsItPassWhenItIsMet(@ForAll long seed) {
        Profile profile = new RandomProfiles(BOOK.dictionary(), seed).one();
        for (Answer answer :
                JUDGE.sitting().judge(List.of(applicant(BOOK, profile))).answers()[0]) {
            if (answer.subjects() > 1) {
                continue;
            }
            boolean ineligible = answer.outcome().equals(Optional.of(Outcome.INELIGIBLE));
            assertThat(ineligible || Bits.empty(answer.passing())).isTrue();
            Bits.each(
                    answer.passing(),
                    i -> assertThat(Bits.has(answer.decisive(), i)).isTrue());
            if (ineligible && Bits.count(answer.decisive()) == 1) {
                assertThat(Bits.count(answer.passing()) + Bits.count(answer.opening()))
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    /** What a score demands belongs to where it stands, not to its name. */
    @Example
    void scoresOfOneNameKeepTheirOwnThresholds() {
        String score = "{score: {id: T-S, label: 分, document: 文, clause: 一, seen: full, atLeast: %d,"
                + " sections: [{label: 甲, items: [T-1]}]}}";
        RuleBook book = new TinyPack()
                .rule("T-1", "@points(\"5\")", "Enterprise( sales > 5 )")
                .policy("stages:\n  apply:\n    any: [" + score.formatted(6) + ", " + score.formatted(5) + "]\n")
                .book();
        Profile profile = Profile.of(Map.of("sales", BigDecimal.TEN));
        Judge judge = Judge.ofAllStages(book, AS_OF, Judge.Answerable.ALL);
        Answer answer = judge.sitting().judge(List.of(applicant(book, profile))).answers()[0][0];
        assertThat(answer.outcome()).contains(Outcome.ELIGIBLE);
    }

    /** Whatever may be answered is below the bar; but of who has said nothing, nothing is known. */
    @Example
    void nothingIsDecidedByBoundsAlone() {
        RuleBook book = new TinyPack()
                .rule("T-1", "Enterprise( staff < 2000000 )")
                .policy("stages:\n  apply: {all: [T-1]}\n")
                .book();
        assertThat(outcome(book, Map.of())).contains(Outcome.INCOMPLETE);
        assertThat(outcome(book, Map.of("staff", 5))).contains(Outcome.ELIGIBLE);
    }

    /** Sums in floating point would call these equal. */
    @Example
    void aMillionthTooMuchIsTooMuch() {
        RuleBook book = new TinyPack()
                .rule("T-1", "Enterprise( sales * 3 <= cost * 3 )")
                .policy("stages:\n  apply: {all: [T-1]}\n")
                .book();
        BigDecimal most = new BigDecimal("123456789.123456");
        for (String more : List.of("-0.000001", "0", "0.000001")) {
            boolean fits = !more.equals("0.000001");
            assertThat(outcome(book, Map.of("sales", most.add(new BigDecimal(more)), "cost", most)))
                    .contains(fits ? Outcome.ELIGIBLE : Outcome.INELIGIBLE);
        }
    }

    /** Where one factor is nought and nothing bounds the other, exact arithmetic still decides. */
    @Example
    void noughtTimesWhateverItIsIsNought() {
        RuleBook book = new TinyPack()
                .rule("T-1", "Enterprise( sales * cost >= 1 )")
                .policy("stages:\n  apply: {all: [T-1]}\n")
                .book();
        assertThat(outcome(book, Map.of("sales", BigDecimal.ZERO))).contains(Outcome.INELIGIBLE);
        assertThat(outcome(book, Map.of("sales", BigDecimal.ONE))).contains(Outcome.INCOMPLETE);
    }

    private static Optional<Outcome> outcome(RuleBook book, Map<String, Object> answers) {
        Judge judge = Judge.ofAllStages(book, AS_OF, Judge.Answerable.ALL);
        return judge.sitting()
                .judge(List.of(applicant(book, Profile.of(answers))))
                .answers()[0][0]
                .outcome();
    }

    private static void agree(Judge judge, Profile profile) {
        agree(judge, judge.sitting(), List.of(profile));
    }

    private static void agree(Judge judge, Judge.Sitting sitting, List<Profile> profiles) {
        Answer[][] ours = sitting.judge(
                        profiles.stream().map(p -> applicant(BOOK, p)).toList())
                .answers();
        for (int i = 0; i < ours.length; i++) {
            agree(judge, sitting, ours[i], profiles.get(i));
        }
    }

    private static void agree(Judge judge, Judge.Sitting sitting, Answer[] ours, Profile profile) {
        Answer[] theirs = sitting.translate(ASSESSOR.assess(profile, Assessor.Request.on(AS_OF)).policies().stream()
                .flatMap(p -> p.verdicts().stream())
                .toList());
        for (Question different : sitting.differences(ours, theirs)) {
            int i = judge.questions().indexOf(different);
            assertThat(words(judge, different, ours[i]))
                    .as(
                            "%s %s of %s",
                            different.policy().id(), different.stage().name(), profile)
                    .isEqualTo(words(judge, different, theirs[i]));
        }
        assertThat(sitting.differences(ours, theirs)).isEmpty();
    }

    private static String words(Judge judge, Question question, Answer answer) {
        List<String> missing = new ArrayList<>();
        Bits.each(answer.missing(), i -> missing.add(judge.fields().get(i).name()));
        List<String> decisive = new ArrayList<>();
        Bits.each(answer.decisive(), i -> decisive.add(question.parts().get(i)));
        return answer.outcome() + " " + answer.result() + " " + answer.edition() + " " + answer.likeIt() + "/"
                + answer.subjects() + " missing " + missing + " decisive " + decisive;
    }

    private static Applicant applicant(RuleBook book, Profile profile) {
        Facts facts = Facts.of(book.compiled(), profile, AS_OF);
        Map<String, List<Fact>> lists = new LinkedHashMap<>();
        profile.lists().keySet().forEach(t -> lists.put(t, facts.find(t).orElseThrow()));
        return new Applicant(facts.enterprise(), lists);
    }

    private static Profile restricted(Profile profile, Set<String> columns, Set<String> lists) {
        Map<String, Object> answers = new LinkedHashMap<>(profile.enterprise().answers());
        answers.keySet().retainAll(columns);
        Profile restricted = profile.withEnterprise(new Entry("", answers));
        for (String type : profile.lists().keySet()) {
            restricted = lists.contains(type) ? restricted : restricted.withoutList(type);
        }
        return restricted;
    }
}
