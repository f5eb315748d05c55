package org.huiqi.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.audit.TestCase;
import org.huiqi.audit.TestCases;
import org.huiqi.policy.Policy;
import org.huiqi.profile.Change;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileText;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What a gap promises, on profiles of the test cases of the shipped pack. */
final class GapTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 10, 8);
    private static final RuleBook BOOK = RealRules.book();
    private static final Assessor ASSESSOR = new Assessor(BOOK);
    private static final Gap GAP = new Gap(ASSESSOR);
    private static final Set<Outcome> YES = Set.of(Outcome.ELIGIBLE, Outcome.REVIEW);

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void everyChangeProposedFlipsTheVerdictAndNoProperSubsetOfItDoes(@ForAll long seed) {
        flips(BOOK.policies(), new Random(seed));
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void soDoesEveryChangeProposedForAFurtherStage(@ForAll long seed) {
        flips(BOOK.policies().stream().filter(p -> p.stages().size() > 1).toList(), new Random(seed));
    }

    private static void flips(List<Policy> policies, Random random) {
        String policy = policies.get(random.nextInt(policies.size())).id();
        List<TestCase> cases = TestCases.of(java.nio.file.Path.of("test-cases"), policy);
        TestCase some = cases.get(random.nextInt(cases.size()));
        Profile profile = BOOK.profileReader().read(some.profile());
        for (Shortfall gap : GAP.of(profile, some.asOf(), Set.of(policy))) {
            String what = policy + ": " + some.name();
            gap.ways().forEach(way -> {
                assertThat(YES).as(what).contains(after(profile, some.asOf(), way.moves(), gap.verdict()));
                subsets(way.moves())
                        .forEach(fewer -> assertThat(YES)
                                .as("%s: %s", what, fewer)
                                .doesNotContain(after(profile, some.asOf(), fewer, gap.verdict())));
                way.moves().forEach(m -> assertThat(m).as(what).matches(GapTest::lawful));
            });
            boolean said = !gap.ways().isEmpty()
                    || !gap.obstacles().isEmpty()
                    || gap.capped()
                    || gap.verdict().outcome() == Outcome.INCOMPLETE;
            assertThat(said).as(what).isTrue();
        }
    }

    private static boolean lawful(Move move) {
        Change change = move.about().field().orElseThrow().change();
        return move.from().isEmpty() || move.kind() == Move.Kind.ANSWER || change != Change.NEVER;
    }

    private static Outcome after(Profile profile, LocalDate asOf, List<Move> moves, Verdict verdict) {
        Profile changed = new Way(moves, Outcome.REVIEW).applied(profile);
        return ASSESSOR
                .assess(changed, new Assessor.Request(asOf, Set.of(verdict.policy()), false, org.huiqi.problem.Lang.ZH))
                .policies()
                .stream()
                .flatMap(p -> p.verdicts().stream())
                .filter(v -> Verdicts.key(v).equals(Verdicts.key(verdict))
                        && v.edition().equals(verdict.edition()))
                .map(Verdict::outcome)
                .findFirst()
                .orElse(Outcome.INCOMPLETE);
    }

    private static List<List<Move>> subsets(List<Move> moves) {
        List<List<Move>> subsets = new ArrayList<>();
        for (int bits = 1; bits < (1 << moves.size()) - 1; bits++) {
            List<Move> subset = new ArrayList<>();
            for (int i = 0; i < moves.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(moves.get(i));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    @Test
    void aFigureIsRaisedToTheNearestCentThatWillDoAndTheRestOfTheProfileStays() {
        Shortfall gap =
                manufacturer(Map.of("manufacturingSalesExclVat", money("5000"), "totalSalesExclVat", money("10000")));
        assertThat(gap.verdict().outcome()).isEqualTo(Outcome.INELIGIBLE);
        assertThat(gap.ways()).isNotEmpty();
        Move move = gap.ways().get(0).moves().get(0);
        assertThat(gap.ways().get(0).moves()).hasSize(1);
        assertThat(move.about().path()).isEqualTo("manufacturingSalesExclVat");
        assertThat(move.difference().orElseThrow()).isEqualByComparingTo("0.01"); // 不含50%
        assertThat(move.kind()).isEqualTo(Move.Kind.ACT);
    }

    @Test
    void whoHoldsATitleLearnsWhatWouldKeepIt() {
        List<Shortfall> gaps = further("enterprises/lusuo-cable.yaml", "industrial-internet-security");
        assertThat(gaps).extracting(g -> g.verdict().stage()).containsExactly("maintain");
        assertThat(gaps.get(0).ways().get(0).moves())
                .extracting(m -> m.about().path())
                .contains("iiotRegistered");
    }

    @Test
    void whoMayNotApplyIsNotToldWhatWouldGetHimPaid() {
        assertThat(further("enterprises/jinlan-dyeing.yaml", "advanced-manufacturing-vat"))
                .isEmpty();
    }

    @Test
    void aTitleNobodyClaimsToHoldIsNotInDanger() {
        assertThat(further("enterprises/qibi-startup.yaml", "manufacturing-champion-national"))
                .isEmpty();
    }

    @Test
    void monthsThatAreStoppedByTheSameAreToldOnce() {
        List<Shortfall> gaps = further("samples/qilin-relay.yaml", "advanced-manufacturing-vat");
        assertThat(gaps).extracting(g -> g.verdict().stage()).containsExactly("enjoy");
        assertThat(gaps.get(0).alike()).hasSize(1);
    }

    /** What keeps an enterprise from the stages behind the headline. */
    private static List<Shortfall> further(String file, String policy) {
        Profile profile = BOOK.profileReader().read(ProfileText.yaml(bytes(Path.of("test-cases/" + file))));
        String headline = BOOK.getPolicy(policy).headline();
        return GAP.of(profile, LocalDate.of(2026, 11, 23), Set.of(policy)).stream()
                .filter(g -> !g.verdict().stage().equals(headline))
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatCannotChangeIsNamedAsTheObstacle() {
        Shortfall gap = manufacturer(Map.of("taxRefundFraudIn36Months", true));
        assertThat(gap.ways()).isEmpty();
        assertThat(gap.obstacles())
                .flatExtracting(Obstacle::fixed)
                .extracting(FieldPath::path)
                .containsExactly("taxRefundFraudIn36Months");
    }

    /** An enterprise that may apply to be listed, but for the answers given. */
    private static Shortfall manufacturer(Map<String, Object> but) {
        TestCase eligible = TestCases.of(java.nio.file.Path.of("test-cases"), "advanced-manufacturing-vat").stream()
                .filter(c -> yes(c).isPresent())
                .findFirst()
                .orElseThrow();
        Profile profile = BOOK.profileReader().read(eligible.profile());
        Map<String, Object> answers = new LinkedHashMap<>(profile.enterprise().answers());
        answers.putAll(but);
        Profile changed = profile.withEnterprise(new org.huiqi.profile.Entry("", answers));
        return GAP.of(changed, eligible.asOf(), Set.of("advanced-manufacturing-vat"))
                .get(0);
    }

    private static Optional<Verdict> yes(TestCase testCase) {
        Profile profile = BOOK.profileReader().read(testCase.profile());
        return ASSESSOR.headlines(profile, testCase.asOf(), Set.of("advanced-manufacturing-vat")).stream()
                .filter(v -> YES.contains(v.outcome()))
                .findFirst();
    }

    @Test
    void whatTimeAloneBringsIsTheFirstDayThatWillDo() {
        List<Way> waits = TestCases.of(java.nio.file.Path.of("test-cases"), "high-tech-enterprise").stream()
                .map(c -> Map.entry(c, BOOK.profileReader().read(c.profile())))
                .flatMap(e -> GAP.of(e.getValue(), e.getKey().asOf(), Set.of("high-tech-enterprise")).stream())
                .flatMap(g -> g.ways().stream())
                .filter(Way::timeOnly)
                .collect(Collectors.toList());
        assertThat(waits).isNotEmpty();
        assertThat(waits)
                .flatExtracting(Way::moves)
                .allMatch(m -> m.days().isEmpty() || m.days().get() > 0);
    }

    private static BigDecimal money(String figure) {
        return new BigDecimal(figure);
    }
}
