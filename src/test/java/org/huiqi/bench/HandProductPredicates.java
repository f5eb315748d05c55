package org.huiqi.bench;

import static org.huiqi.bench.HandPredicates.atLeast;
import static org.huiqi.bench.HandPredicates.equal;
import static org.huiqi.bench.HandPredicates.is;
import static org.huiqi.bench.HandPredicates.truth;
import static org.huiqi.engine.AtomTests.UNKNOWN;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.huiqi.bench.HandFacts.Product;
import org.jspecify.annotations.Nullable;

/** The conditions on one product. */
final class HandProductPredicates {
    /** In the order of the code below, as the rules spell them: the benchmark looks up which answer is which. */
    static final List<String> CONDITIONS = List.of(
            "productForm in (\"成套装备\", \"单机装备\")",
            "innovationType in (\"原始创新\", \"集成创新\", \"引进消化吸收再创新\")",
            "productForm in (\"成套装备\", \"单机装备\", \"关键核心零部件\")",
            "inNationalMajorProject == true",
            "substitutesImport == true",
            "productForm == \"关键核心零部件\"",
            "productForm2024 in (\"整机装备\", \"核心系统\", \"关键零部件\")",
            "techLevel in (\"国内领先\", \"国际先进\", \"国际领先\")",
            "hasProductStandard == true",
            "ipOwner == enterprise.name",
            "ipCountProduct >= 1",
            "trademarkOwner == enterprise.name",
            "testReportLevel in (\"国家级\", \"省级\")",
            "hasLicense == true",
            "requiresLicense == true",
            "hasCcc == true",
            "requiresCcc == true",
            "salesContractCount >= 1",
            "userReportCount >= 1",
            "hasNoveltySearchReport == true",
            "unitValue >= 100",
            "unitValue >= 50",
            "productForm in (\"单机装备\", \"关键核心零部件\")",
            "listedInEarlierYear == true",
            "onProvincialFirstSetList == true",
            "insuranceType in (\"产品质量险\", \"责任险\", \"综合险\")");

    private static final Set<String> EQUIPMENT = Set.of("成套装备", "单机装备");
    private static final Set<String> INNOVATION = Set.of("原始创新", "集成创新", "引进消化吸收再创新");
    private static final Set<String> EQUIPMENT_OR_PART = Set.of("成套装备", "单机装备", "关键核心零部件");
    private static final Set<String> FORM_2024 = Set.of("整机装备", "核心系统", "关键零部件");
    private static final Set<String> LEADING = Set.of("国内领先", "国际先进", "国际领先");
    private static final Set<String> PROVINCIAL_OR_ABOVE = Set.of("国家级", "省级");
    private static final Set<String> MACHINE_OR_PART = Set.of("单机装备", "关键核心零部件");
    private static final Set<String> INSURED = Set.of("产品质量险", "责任险", "综合险");
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private HandProductPredicates() {}

    static byte[] test(Product p) {
        byte[] out = new byte[26];
        definition(p, out);
        market(p, out);
        return out;
    }

    private static void definition(Product p, byte[] out) {
        out[0] = oneOf(EQUIPMENT, p.productForm);
        out[1] = oneOf(INNOVATION, p.innovationType);
        out[2] = oneOf(EQUIPMENT_OR_PART, p.productForm);
        out[3] = is(true, p.inNationalMajorProject);
        out[4] = is(true, p.substitutesImport);
        out[5] = equal("关键核心零部件", p.productForm);
        out[6] = oneOf(FORM_2024, p.productForm2024);
        out[7] = oneOf(LEADING, p.techLevel);
        out[8] = is(true, p.hasProductStandard);
        out[9] = same(p.ipOwner, p.enterprise.name);
        out[10] = atLeast(1, p.ipCountProduct);
        out[11] = same(p.trademarkOwner, p.enterprise.name);
        out[12] = oneOf(PROVINCIAL_OR_ABOVE, p.testReportLevel);
    }

    private static void market(Product p, byte[] out) {
        out[13] = is(true, p.hasLicense);
        out[14] = is(true, p.requiresLicense);
        out[15] = is(true, p.hasCcc);
        out[16] = is(true, p.requiresCcc);
        out[17] = atLeast(1, p.salesContractCount);
        out[18] = atLeast(1, p.userReportCount);
        out[19] = is(true, p.hasNoveltySearchReport);
        out[20] = atLeast(HUNDRED, p.unitValue);
        out[21] = atLeast(FIFTY, p.unitValue);
        out[22] = oneOf(MACHINE_OR_PART, p.productForm);
        out[23] = is(true, p.listedInEarlierYear);
        out[24] = is(true, p.onProvincialFirstSetList);
        out[25] = oneOf(INSURED, p.insuranceType);
    }

    private static byte oneOf(Set<String> expected, @Nullable String text) {
        return text == null ? UNKNOWN : truth(expected.contains(text));
    }

    private static byte same(@Nullable String a, @Nullable String b) {
        return a == null || b == null ? UNKNOWN : truth(a.equals(b));
    }
}
