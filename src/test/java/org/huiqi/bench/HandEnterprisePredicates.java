package org.huiqi.bench;

import static org.huiqi.bench.HandPredicates.atLeast;
import static org.huiqi.bench.HandPredicates.equal;
import static org.huiqi.bench.HandPredicates.is;
import static org.huiqi.bench.HandPredicates.matches;
import static org.huiqi.bench.HandPredicates.moreThan;
import static org.huiqi.bench.HandPredicates.negative;
import static org.huiqi.bench.HandPredicates.positive;
import static org.huiqi.bench.HandPredicates.truth;
import static org.huiqi.bench.HandPredicates.zero;
import static org.huiqi.engine.AtomTests.UNKNOWN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.huiqi.bench.HandFacts.Enterprise;
import org.jspecify.annotations.Nullable;

/** The conditions on the enterprise, each on its own as in the rules; {@link HandEnterpriseConditions} says what each stands for. */
final class HandEnterprisePredicates {
    private static final Pattern MANUFACTURING = Pattern.compile("C|C?(1[3-9]|2[0-9]|3[0-9]|4[0-3])[0-9]{0,2}");
    private static final Set<String> TECH_FIELDS =
            Set.of("电子信息", "生物与新医药", "航空航天", "新材料", "高技术服务", "新能源与节能", "资源与环境", "先进制造与自动化");
    private static final LocalDate LAST_APPLICATION = LocalDate.of(2026, 4, 10);
    private static final LocalDate FIRST_RENEWAL = LocalDate.of(2025, 6, 1);
    private static final LocalDate FIRST_APPLICATION = LocalDate.of(2025, 9, 1);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal TEN = BigDecimal.valueOf(10);
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal PERCENT_105 = BigDecimal.valueOf(105);
    private static final BigDecimal PERCENT_115 = BigDecimal.valueOf(115);
    private static final BigDecimal PERCENT_125 = BigDecimal.valueOf(125);
    private static final BigDecimal PERCENT_135 = BigDecimal.valueOf(135);
    private static final BigDecimal TWICE_105 = BigDecimal.valueOf(210);
    private static final BigDecimal TWICE_115 = BigDecimal.valueOf(230);
    private static final BigDecimal TWICE_125 = BigDecimal.valueOf(250);
    private static final BigDecimal TWICE_135 = BigDecimal.valueOf(270);
    private static final BigDecimal TIER_5000 = BigDecimal.valueOf(5000);
    private static final BigDecimal TIER_20000 = BigDecimal.valueOf(20000);

    private HandEnterprisePredicates() {}

    static byte[] test(Enterprise e) {
        byte[] out = new byte[102];
        certificatesAndSales(e, out);
        shares(e, out);
        application(e, out);
        highTech(e, out);
        intellectualProperty(e, out);
        growthOfAssets(e, out);
        growthOfSales(e, out);
        keepingTheTitle(e, out);
        return out;
    }

    private static void certificatesAndSales(Enterprise e, byte[] out) {
        out[0] = is(true, e.isHighTechEnterprise);
        out[1] = yearAtMost(e.listYear, e.hnteCertIssueDate);
        out[2] = yearAtLeast(e.listYear, e.hnteCertExpiryDate);
        out[3] = is(true, e.hasPreviousHnteCertificate);
        out[4] = yearAtMost(e.listYear, e.hnteCertPreviousIssueDate);
        out[5] = yearAtLeast(e.listYear, e.hnteCertPreviousExpiryDate);
        out[6] = equal("一般纳税人", e.vatTaxpayerType);
        out[7] = matches(MANUFACTURING, e.innocomIndustryCode);
        out[8] = positive(e.totalSalesExclVat);
        out[9] = percentAbove(FIFTY, e.manufacturingSalesExclVat, e.totalSalesExclVat);
    }

    private static void shares(Enterprise e, byte[] out) {
        out[10] = positive(e.salesRevenueY3);
        out[11] = percent(FIVE, e.hnteRdExpenseY3, e.salesRevenueY3);
        out[12] = moreThan(TIER_5000, e.salesRevenueY3);
        out[13] = percent(FOUR, e.hnteRdExpenseY3, e.salesRevenueY3);
        out[14] = moreThan(TIER_20000, e.salesRevenueY3);
        out[15] = percent(THREE, e.hnteRdExpenseY3, e.salesRevenueY3);
        out[16] = positive(e.totalStaffMonthlyAvg);
        out[17] = percent(TEN, e.techStaffMonthlyAvg, e.totalStaffMonthlyAvg);
        out[18] = positive(e.totalIncomeLastYear);
        out[19] = percent(SIXTY, e.htProductIncomeLastYear, e.totalIncomeLastYear);
    }

    private static void application(Enterprise e, byte[] out) {
        LocalDate apply = e.applyDate;
        out[20] = is(true, e.taxRefundFraudIn36Months);
        out[21] = is(true, e.falseInvoicingIn36Months);
        out[22] = atLeast(2, e.taxEvasionPenaltiesIn36Months);
        out[23] = is(true, e.onAdvancedManufacturingList);
        out[24] = is(true, e.isBranch);
        out[25] = is(true, e.headOfficeIsHnte);
        out[26] = matches(MANUFACTURING, e.headOfficeIndustryCode);
        out[27] = is(false, e.vatConsolidatedFiling);
        out[28] = matches(MANUFACTURING, e.branchIndustryCode);
        out[29] = apply == null ? UNKNOWN : truth(apply.getDayOfMonth() <= 10);
        out[30] = apply == null ? UNKNOWN : truth(!apply.isAfter(LAST_APPLICATION));
        out[31] = apply == null ? UNKNOWN : truth(!apply.isBefore(FIRST_RENEWAL));
        out[32] = is(true, e.onPreviousAdvancedManufacturingList);
        out[33] = apply == null ? UNKNOWN : truth(!apply.isBefore(FIRST_APPLICATION));
        out[34] = yearAfter(e.listYear, e.hnteCertExpiryDate);
        out[35] = yearAfter(e.listYear, e.hnteCertPreviousExpiryDate);
        out[36] = equal("山东省", e.registeredProvince);
        out[37] = notAfter(apply == null ? null : apply.minusYears(1), e.registrationDate);
    }

    private static void highTech(Enterprise e, byte[] out) {
        LocalDate registered = e.registrationDate;
        out[38] = is(true, e.isIndependentLegalPerson);
        out[39] = is(true, e.illegalOperationLast3Years);
        out[40] = is(true, e.majorAccidentLast3Years);
        out[41] = notAfter(e.applyDate, registered == null ? null : registered.plusDays(365));
        out[42] = is(true, e.hnteIpOwned);
        out[43] = e.hnteClass1IpCount == null || e.hnteClass2IpCount == null
                ? UNKNOWN
                : truth(e.hnteClass1IpCount + e.hnteClass2IpCount >= 1);
        out[44] = e.hnteTechField == null ? UNKNOWN : truth(TECH_FIELDS.contains(e.hnteTechField));
        out[45] = positive(salesOfThreeYears(e));
        out[46] = percent(FIVE, rdOfThreeYears(e), salesOfThreeYears(e));
        out[47] = percent(FOUR, rdOfThreeYears(e), salesOfThreeYears(e));
        out[48] = percent(THREE, rdOfThreeYears(e), salesOfThreeYears(e));
        out[49] = percent(SIXTY, e.hnteRdExpenseDomestic3y, rdOfThreeYears(e));
    }

    private static void intellectualProperty(Enterprise e, byte[] out) {
        out[50] = is(true, e.seriousIncidentWithin365Days);
        out[51] = atLeast(1, e.hnteClass1IpCount);
        out[52] = atLeast(5, e.hnteClass2IpCount);
        out[53] = atLeast(3, e.hnteClass2IpCount);
        out[54] = atLeast(1, e.hnteClass2IpCount);
        out[55] = equal("有自主研发取得的", e.hnteIpObtainedBy);
        out[56] = equal("只有受让、受赠、并购等取得的", e.hnteIpObtainedBy);
        out[57] = is(true, e.hnteDraftedStandards);
        out[58] = atLeast(5 * 3, e.hnteConversions3y);
        out[59] = atLeast(4 * 3, e.hnteConversions3y);
        out[60] = atLeast(3 * 3, e.hnteConversions3y);
        out[61] = atLeast(2 * 3, e.hnteConversions3y);
        out[62] = atLeast(1 * 3, e.hnteConversions3y);
        out[63] = e.registrationDate == null || e.applyDate == null
                ? UNKNOWN
                : truth(e.registrationDate.plusYears(3).getYear() > e.applyDate.getYear());
        out[64] = atLeast(1, e.hnteConversions3y);
        out[65] = e.hnteConversions3y == null ? UNKNOWN : truth(e.hnteConversions3y < 1 * 3);
    }

    private static void growthOfAssets(Enterprise e, byte[] out) {
        out[66] = positive(e.netAssetsY1);
        out[67] = positive(e.netAssetsY2);
        out[68] = twoYears(TWICE_135, e.netAssetsY1, e.netAssetsY2, e.netAssetsY3);
        out[69] = twoYears(TWICE_125, e.netAssetsY1, e.netAssetsY2, e.netAssetsY3);
        out[70] = twoYears(TWICE_115, e.netAssetsY1, e.netAssetsY2, e.netAssetsY3);
        out[71] = twoYears(TWICE_105, e.netAssetsY1, e.netAssetsY2, e.netAssetsY3);
        out[72] = twoYearsAtAll(e.netAssetsY1, e.netAssetsY2, e.netAssetsY3);
        out[73] = zero(e.netAssetsY1);
        out[74] = percent(PERCENT_135, e.netAssetsY3, e.netAssetsY2);
        out[75] = percent(PERCENT_125, e.netAssetsY3, e.netAssetsY2);
        out[76] = percent(PERCENT_115, e.netAssetsY3, e.netAssetsY2);
        out[77] = percent(PERCENT_105, e.netAssetsY3, e.netAssetsY2);
        out[78] = more(e.netAssetsY3, e.netAssetsY2);
        out[79] = negative(e.netAssetsY1);
        out[80] = negative(e.netAssetsY2);
    }

    private static void growthOfSales(Enterprise e, byte[] out) {
        out[81] = positive(e.salesRevenueY1);
        out[82] = positive(e.salesRevenueY2);
        out[83] = twoYears(TWICE_135, e.salesRevenueY1, e.salesRevenueY2, e.salesRevenueY3);
        out[84] = twoYears(TWICE_125, e.salesRevenueY1, e.salesRevenueY2, e.salesRevenueY3);
        out[85] = twoYears(TWICE_115, e.salesRevenueY1, e.salesRevenueY2, e.salesRevenueY3);
        out[86] = twoYears(TWICE_105, e.salesRevenueY1, e.salesRevenueY2, e.salesRevenueY3);
        out[87] = twoYearsAtAll(e.salesRevenueY1, e.salesRevenueY2, e.salesRevenueY3);
        out[88] = zero(e.salesRevenueY1);
        out[89] = percent(PERCENT_135, e.salesRevenueY3, e.salesRevenueY2);
        out[90] = percent(PERCENT_125, e.salesRevenueY3, e.salesRevenueY2);
        out[91] = percent(PERCENT_115, e.salesRevenueY3, e.salesRevenueY2);
        out[92] = percent(PERCENT_105, e.salesRevenueY3, e.salesRevenueY2);
        out[93] = more(e.salesRevenueY3, e.salesRevenueY2);
    }

    private static void keepingTheTitle(Enterprise e, byte[] out) {
        LocalDate issued = e.hnteCertIssueDate;
        LocalDate changed = e.hnteMajorChangeDate;
        out[94] = notAfter(e.asOf, issued);
        out[95] = notAfter(issued == null ? null : issued.plusYears(3), e.asOf);
        out[96] = e.hnteMissedAnnualReports == null ? UNKNOWN : truth(e.hnteMissedAnnualReports < 2);
        out[97] = notAfter(changed == null ? null : changed.plusMonths(3), e.hnteMajorChangeReportDate);
        out[98] = is(true, e.hnteMajorChange);
        out[99] = is(true, e.hnteMajorChangeReported);
        out[100] = notAfter(changed == null ? null : changed.plusMonths(3), e.asOf);
        out[101] = is(true, e.hnteRevoked);
    }

    private static byte yearAtMost(@Nullable Integer year, @Nullable LocalDate date) {
        return year == null || date == null ? UNKNOWN : truth(date.getYear() <= year);
    }

    private static byte yearAtLeast(@Nullable Integer year, @Nullable LocalDate date) {
        return year == null || date == null ? UNKNOWN : truth(date.getYear() >= year);
    }

    private static byte yearAfter(@Nullable Integer year, @Nullable LocalDate date) {
        return year == null || date == null ? UNKNOWN : truth(date.getYear() > year);
    }

    private static byte notAfter(@Nullable LocalDate limit, @Nullable LocalDate date) {
        return limit == null || date == null ? UNKNOWN : truth(!date.isAfter(limit));
    }

    /** At least so many percent, as fractions compared without rounding. */
    private static byte percent(BigDecimal percent, @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null
                ? UNKNOWN
                : truth(part.multiply(HUNDRED).compareTo(whole.multiply(percent)) >= 0);
    }

    private static byte percentAbove(BigDecimal percent, @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null
                ? UNKNOWN
                : truth(part.multiply(HUNDRED).compareTo(whole.multiply(percent)) > 0);
    }

    private static byte more(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? UNKNOWN : truth(a.compareTo(b) > 0);
    }

    private static @Nullable BigDecimal salesOfThreeYears(Enterprise e) {
        return e.salesRevenueY1 == null || e.salesRevenueY2 == null || e.salesRevenueY3 == null
                ? null
                : e.salesRevenueY1.add(e.salesRevenueY2).add(e.salesRevenueY3);
    }

    private static @Nullable BigDecimal rdOfThreeYears(Enterprise e) {
        return e.hnteRdExpenseY1 == null || e.hnteRdExpenseY2 == null || e.hnteRdExpenseY3 == null
                ? null
                : e.hnteRdExpenseY1.add(e.hnteRdExpenseY2).add(e.hnteRdExpenseY3);
    }

    /** Mean growth over two years, multiplied out; {@code twice} is 2 × (100 + percent). */
    private static byte twoYears(
            BigDecimal twice, @Nullable BigDecimal y1, @Nullable BigDecimal y2, @Nullable BigDecimal y3) {
        if (y1 == null || y2 == null || y3 == null) {
            return UNKNOWN;
        }
        BigDecimal grown = y2.multiply(y2).add(y1.multiply(y3)).multiply(HUNDRED);
        return truth(grown.compareTo(y1.multiply(y2).multiply(twice)) >= 0);
    }

    private static byte twoYearsAtAll(@Nullable BigDecimal y1, @Nullable BigDecimal y2, @Nullable BigDecimal y3) {
        if (y1 == null || y2 == null || y3 == null) {
            return UNKNOWN;
        }
        BigDecimal grown = y2.multiply(y2).add(y1.multiply(y3));
        return truth(grown.compareTo(y1.multiply(y2).multiply(TWO)) > 0);
    }
}
