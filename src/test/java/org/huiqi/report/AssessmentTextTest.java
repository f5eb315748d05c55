package org.huiqi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileText;
import org.junit.jupiter.api.Test;

final class AssessmentTextTest {
    private static final RuleBook BOOK = RealRules.book();
    private static final String VAT = "advanced-manufacturing-vat";
    private static final String HNTE = "high-tech-enterprise";

    @Test
    void anExclusionThatIsNotTheCaseCarriesATick() {
        assertThat(check(VAT, "{listYear: 2025, falseInvoicingIn36Months: false}"))
                .contains("✓ AMV-08b 不存在: 申请前36个月内虚开发票");
    }

    @Test
    void anExclusionThatIsTheCaseIsNamedAsTheReason() {
        assertThat(check(VAT, "{listYear: 2025, falseInvoicingIn36Months: true}"))
                .contains("因为: AMV-08b 存在: 申请前36个月内虚开发票", "✗ AMV-08b 存在: 申请前36个月内虚开发票");
    }

    @Test
    void anExclusionNobodyAnsweredIsNeitherTickedNorCrossed() {
        assertThat(check(VAT, "{listYear: 2025}")).contains("? AMV-08b 不清楚: 申请前36个月内虚开发票");
    }

    @Test
    void bothSidesOfAComparisonAreShownWithTheShare() {
        assertThat(check(VAT, "{manufacturingSalesExclVat: 11906, totalSalesExclVat: 12734}"))
                .contains("制造业业务销售额(不含税) 11,906万元 ÷ 全部销售额(不含税) 12,734万元 ≈ 93.50%  (要求: > 50%)");
    }

    @Test
    void aShareJustBelowTheThresholdIsNotRoundedOntoIt() {
        assertThat(check(VAT, "{manufacturingSalesExclVat: 49999.99, totalSalesExclVat: 100000}"))
                .contains("= 49.99999%  (要求: > 50%)");
    }

    @Test
    void aBareThresholdTakesTheUnitOfTheFigureComparedWithIt() {
        assertThat(check(HNTE, "{salesRevenueY3: 5000}")).contains("最近一年销售收入 5,000万元  (要求: > 5,000万元)");
    }

    @Test
    void aDistanceFromAThresholdIsShownButIsNoWorth() {
        String profile = "{isIndustrialEnterprise: true, isIndependentLegalPerson: true, mainBusinessRevenue: 1500}";
        assertThat(check("above-scale-industrial", profile))
                .contains("¥ 距规模以上标准的差额", "500")
                .doesNotContain("合计");
    }

    @Test
    void aYearIsNotGroupedLikeAnAmount() {
        assertThat(check(VAT, "{listYear: 2025, hnteCertExpiryDate: 2026-11-29}"))
                .contains("高企证书到期日 2026-11-29(2026年)  (要求: ≥ 先进制造业名单年度 2025年)");
    }

    @Test
    void whatABranchMustDoIsLeftOutForAnyoneElse() {
        String profile = "{listYear: 2025, isBranch: false}";
        assertThat(check(VAT, profile)).contains("AMV-10a 是非法人分支机构? 否").doesNotContain("AMV-10b");
        assertThat(check(VAT, profile, new Detail(false, true, false))).contains("AMV-10b 总公司取得过高新技术企业证书");
    }

    @Test
    void waysThatAreNotNeededAreCountedButNotTold() {
        String profile = "{salesRevenueY3: 1000, hnteRdExpenseY3: 60, listYear: 2025}";
        assertThat(check(VAT, profile)).contains("✓ AMV-07a", "另有2种途径,从略").doesNotContain("AMV-07b");
    }

    @Test
    void demandsThatOnlyTogetherAreOneWayLookLikeOne() {
        String profile = "{salesRevenueY3: 10000, hnteRdExpenseY3: 420, listYear: 2025}";
        assertThat(check(VAT, profile).lines().map(String::strip))
                .containsSubsequence("✓ 同时满足:", "最近一年销售收入 10,000万元  (要求: > 5,000万元)");
    }

    @Test
    void theReviewerAndTheDayOfAnOpinionAreNamed() {
        String profile = "{reviews: [{criterion: HTE-03, met: true, by: 张三, at: 2025-10-08}]}";
        assertThat(check(HNTE, profile)).contains("评审意见: 满足 (张三,2025-10-08)");
    }

    @Test
    void monthsThatCameOutAlikeAreToldOnce() {
        String month = "{month: 2025-%02d, vatColumn: 一般项目, chosenPlusDeductionPolicy: 无}";
        String profile = "{listYear: 2025, taxPeriods: [%s, %s]}".formatted(month.formatted(3), month.formatted(4));
        assertThat(check(VAT, profile))
                .contains("按月享受 · 2个", "2025-03/一般项目、2025-04/一般项目")
                .containsOnlyOnce("✗ AMV-17");
    }

    @Test
    void aFieldThatManyMonthsLackIsAskedOnceWithItsQuestion() {
        String month = "{month: 2025-%02d, vatColumn: 一般项目}";
        String profile = "{listYear: 2025, taxPeriods: [%s, %s]}".formatted(month.formatted(3), month.formatted(4));
        assertThat(check(VAT, profile))
                .containsOnlyOnce("□ 当期选用的加计抵减政策 (taxPeriods[].chosenPlusDeductionPolicy) 这个月选用哪一项增值税加计抵减政策?");
    }

    @Test
    void aListNobodyAnsweredIsAskedForWithAWayToSayNone() {
        assertThat(check("first-set-equipment-shandong", "{}")).contains("□ 产品 (products) 逐个填写;没有就写 []");
    }

    @Test
    void anOpenAmountSaysWhatItNeedsAndNeverZero() {
        String profile = "{listYear: 2025, taxPeriods: [{month: 2025-03, vatColumn: 一般项目}]}";
        assertThat(check(VAT, profile)).contains("本期实际抵减额合计 还不能算, 缺").doesNotContain("0.00");
    }

    @Test
    void theWarningOfAnUnconfirmedEditionStandsRightUnderItsVerdict() {
        assertThat(check(VAT, "{listYear: 2026}").lines().map(String::strip))
                .containsSubsequence("? 信息不足", "! 本版本未经证实:2026年度及以后的名单通知没有读到,暂按2025年度的条件预判;");
    }

    private static String check(String policy, String profile) {
        return check(policy, profile, Detail.PLAIN);
    }

    private static String check(String policy, String yaml, Detail detail) {
        Profile profile =
                BOOK.profileReader().read(ProfileText.yaml(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Assessor.Request request = new Assessor.Request(LocalDate.of(2025, 10, 8), Set.of(policy), false, Lang.ZH);
        return new AssessmentText(BOOK, Lang.ZH, detail).write(new Assessor(BOOK).assess(profile, request), profile);
    }
}
