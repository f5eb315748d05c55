package org.huiqi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiqi.engine.TinyPack;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** A stage that is only asked {@code given} something. */
final class AskedOrNotTest {
    private static final String STAGES = """
            stages:
              apply:
                all: [T-1]
              maintain:
                given: T-G
                all: [T-2]
            """;
    private static final Tiny TINY = new Tiny(pack().policy(STAGES));

    private static TinyPack pack() {
        return new TinyPack()
                .rule("T-G", "Enterprise( listed == true )")
                .rule("T-1", "Enterprise( staff >= 10 )")
                .rule("T-2", "Enterprise( sales >= 100 )");
    }

    private static List<Verdict> maintain(Tiny tiny, Object... answers) {
        return tiny.assess(Tiny.profile(answers)).ofStage("maintain");
    }

    @Test
    void aStageNobodySaidHeIsInIsOpenAndAsksOnlyThat() {
        assertThat(maintain(TINY)).singleElement().satisfies(v -> {
            assertThat(v.outcome()).isEqualTo(Outcome.INCOMPLETE);
            assertThat(v.missing()).containsExactly("listed");
        });
    }

    @Test
    void aFailureFurtherOnDecidesNothingWhileItIsOpenWhetherItIsAsked() {
        assertThat(maintain(TINY, "sales", "5"))
                .singleElement()
                .extracting(Verdict::outcome)
                .isEqualTo(Outcome.INCOMPLETE);
    }

    @Test
    void aStageThatIsKnownNotToBeAskedIsNotThere() {
        assertThat(maintain(TINY, "listed", false)).isEmpty();
    }

    @Test
    void onceItIsAskedItAsksTheRest() {
        assertThat(maintain(TINY, "listed", true))
                .singleElement()
                .extracting(Verdict::missing)
                .isEqualTo(List.of("sales"));
    }

    @Test
    void theEditionIsNotAskedForBeforeItIsKnownWhetherTheStageIs() {
        String editions = """
                editions:
                  - {name: 甲, key: {listYear: 2024}}
                  - {name: 乙, key: {listYear: 2025}}
                """;
        Tiny tiny = new Tiny(pack().policy(editions
                + STAGES.replace("[T-2]", "[{all: [T-2], editions: [甲]}, {all: [T-1], editions: [乙]}]")));
        assertThat(maintain(tiny))
                .singleElement()
                .satisfies(v -> assertThat(v.missing()).containsExactly("listed"));
        assertThat(maintain(tiny, "listed", true))
                .singleElement()
                .satisfies(v -> assertThat(v.missing()).containsExactlyInAnyOrder("listYear", "sales", "staff"));
        assertThat(maintain(tiny, "listed", false)).isEmpty();
    }

    @Test
    void aGivenThatOnlyAPersonCanJudgeWaitsForThatPerson() {
        Tiny tiny = new Tiny(pack().judged("T-R", "").policy(STAGES.replace("given: T-G", "given: {all: [T-G, T-R]}")));
        assertThat(maintain(tiny, "listed", true))
                .singleElement()
                .extracting(Verdict::outcome)
                .isEqualTo(Outcome.REVIEW);
        assertThat(maintain(tiny, "listed", false)).isEmpty();
    }

    @Test
    void moneyBehindAStageThatMayNotBeAskedIsOpenAndNeverRefused() {
        String sheet = """
                declare Saving
                    @label("节省") @sheet("Enterprise")
                    saved : BigDecimal @label("节省额") @unit("万元")
                end
                rule "T-A1 节省额" @document("文") @clause("一") @seen("full")
                when
                    $sheet : Saving( entitled == true, $figure : ( enterprise.sales * 5 / 100 ) )
                then modify( $sheet ) { setSaved( $figure ) } end
                rule "T-A2 无" @document("文") @clause("一") @seen("full")
                when
                    $sheet : Saving( entitled == false, $figure : 0B )
                then modify( $sheet ) { setSaved( $figure ) } end
                """;
        Tiny tiny = new Tiny(pack().amount(sheet)
                .policy(STAGES + "amount: {sheet: Saving, stage: maintain, benefit: saved, totals: [saved]}\n"));
        assertThat(saved(tiny.assess(Tiny.profile("sales", "200"))).missing()).containsExactly("listed");
        assertThat(saved(tiny.assess(Tiny.profile("sales", "200", "listed", true)))
                        .value())
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("10"));
        assertThat(saved(tiny.assess(Tiny.profile("sales", "200", "listed", false)))
                        .value())
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("0"));
    }

    private static Amount.Total saved(PolicyAssessment assessment) {
        return assessment.amount().orElseThrow().totals().get(0);
    }

    @Test
    void aYearIsNotAskedForWhereEveryYearSaysNo() {
        Tiny tiny = new Tiny(pack().policy("editions: [{name: 甲, key: {listYear: 2024}}]\n" + STAGES));
        assertThat(tiny.verdict(Tiny.profile("staff", 5)).outcome()).isEqualTo(Outcome.INELIGIBLE);
        assertThat(tiny.verdict(Tiny.profile("staff", 50)).missing()).containsExactly("listYear");
    }

    @Test
    void aListIsNotAskedForWhereTheEnterpriseAloneSaysNo() {
        String perProduct =
                STAGES.replace("given: T-G", "given: T-G\n    subject: Product").replace("[T-2]", "[T-2, T-P]");
        Tiny tiny = new Tiny(pack().rule("T-P", "Product( price > 1 )").policy(perProduct));
        assertThat(maintain(tiny, "listed", true, "sales", "5"))
                .singleElement()
                .satisfies(v -> assertThat(v.decisive()).containsExactly("T-2"));
        assertThat(maintain(tiny, "listed", true, "sales", "500"))
                .singleElement()
                .satisfies(v -> assertThat(v.missing()).containsExactly("products"));
    }
}
