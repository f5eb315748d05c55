package org.huiqi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileText;
import org.junit.jupiter.api.Test;

/** The answer on all policies at once. */
final class OverviewTextTest {
    private static final RuleBook BOOK = RealRules.book();
    private static final Detail BRIEF = new Detail(true, false, false);
    private static final String SMALL = """
            {taxYear: 2025, taxableIncome: 200, employeesQuarterAvg: 20, assetsQuarterAvg: 900, restrictedIndustry: false,
             vatTaxpayerType: 小规模纳税人, isHighTechEnterprise: false, hnteCertExpiryDate: 2026-03-01}
            """;

    @Test
    void itFillsOneScreenNotHundredsOfLines() {
        assertThat(write(SMALL, BRIEF).lines()).hasSizeLessThan(65);
    }

    @Test
    void whatFitsComesFirstWithWhatItIsWorthAndWhatStopsTheRestLater() {
        assertThat(write(SMALL, BRIEF))
                .containsSubsequence(
                        "现在就符合", "✓ 小型微利企业企业所得税优惠  ¥ 比25%少缴 40万元", "不符合,卡在一两条", "✗ 高新技术企业减按15%税率征收企业所得税", "不作判断");
    }

    @Test
    void aNoNamesWhatStopsItInTheSameLine() {
        assertThat(write("{taxYear: 2025, taxableIncome: 301}", BRIEF))
                .contains("✗ 小型微利企业企业所得税优惠: 卡在 年度应纳税所得额不超过300万元");
    }

    @Test
    void anUnconfirmedEditionIsSaidInTheSameLineAsItsNo() {
        assertThat(write("{listYear: 2026, vatTaxpayerType: 小规模纳税人}", BRIEF))
                .contains("✗ 先进制造业企业增值税加计抵减 〔版本未证实〕: 卡在 增值税一般纳税人");
    }

    @Test
    void aPolicyThatNeedsAFewAnswersNamesThem() {
        assertThat(write("{taxYear: 2025, taxableIncome: 200, employeesQuarterAvg: 20, assetsQuarterAvg: 900}", BRIEF))
                .contains("再填一两项就能判断", "? 小型微利企业企业所得税优惠: 缺 从事国家限制或禁止行业");
    }

    @Test
    void aDayWithinTheYearIsRemembered() {
        assertThat(write(SMALL, BRIEF)).contains("! 高企证书到期日 2026-03-01(还有144天)");
    }

    @Test
    void aTitleWhoseConditionsAreNotKeptIsInDanger() {
        assertThat(write("{isHighTechEnterprise: true, hnteMissedAnnualReports: 2}", BRIEF))
                .contains("! 高新技术企业认定 保持资格不符合,卡在 累计未填报年报不到两年");
    }

    @Test
    void reliefsThatShutEachOtherOutAreAChoice() {
        String both = SMALL.replace("isHighTechEnterprise: false", """
                isHighTechEnterprise: true, hnteCertIssueDate: 2023-03-01, salesRevenueY1: 100, salesRevenueY2: 100, salesRevenueY3: 100,
                hnteRdExpenseY1: 10, hnteRdExpenseY2: 10, hnteRdExpenseY3: 10, techStaffMonthlyAvg: 10, totalStaffMonthlyAvg: 20,
                totalIncomeLastYear: 100, htProductIncomeLastYear: 90, hnteRevoked: false""".replace("\n", " "));
        assertThat(write(both, BRIEF)).contains("! 只能选一项: 高新技术企业减按15%税率征收企业所得税(比25%少缴 20万元)、小型微利企业");
    }

    @Test
    void theDetailsTellOnlyWhatIsDecidedOrCloseAndNoConditionThatIsMet() {
        assertThat(write(SMALL, Detail.PLAIN))
                .contains("━━ 小型微利企业企业所得税优惠 ━━", "办理: ")
                .doesNotContain("━━ 高新技术企业认定 ━━", "✓ SLP-02", "由评审人判断,还没有意见");
    }

    @Test
    void withEverythingAskedForEveryConditionOfEveryPolicyIsThere() {
        assertThat(write(SMALL, new Detail(false, true, false))).contains("✓ SLP-02", "━━ 高新技术企业认定 ━━", "HTE-04");
    }

    private static String write(String yaml, Detail detail) {
        Profile profile = BOOK.profileReader().read(ProfileText.yaml(yaml.getBytes(StandardCharsets.UTF_8)));
        Assessor.Request request = Assessor.Request.on(LocalDate.of(2025, 10, 8));
        return new AssessmentText(BOOK, Lang.ZH, detail).write(new Assessor(BOOK).assess(profile, request), profile);
    }
}
