package org.huiqi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiqi.assess.RealRules;
import org.huiqi.problem.Lang;
import org.junit.jupiter.api.Test;

final class FactsTextTest {
    private static final String VAT =
            new FactsText(RealRules.book(), Lang.ZH).write(List.of("advanced-manufacturing-vat"));

    @Test
    void aFieldSaysItsNameItsUnitAndHowToAnswer() {
        assertThat(VAT.lines().map(String::strip))
                .contains(
                        "· 增值税纳税人身份 (vatTaxpayerType) 选一: 一般纳税人 | 小规模纳税人",
                        "· 全部销售额(不含税) (totalSalesExclVat) 数字, 万元",
                        "· 所属期 (month) 月份 2025-03",
                        "· 有出口或跨境应税行为 (hasExportSales) 是/否");
    }

    @Test
    void fieldsStandInTheirGroups() {
        assertThat(VAT.lines()).containsSubsequence("企业", "  税务", "  资质与名单", "增值税所属期 (taxPeriods)");
    }

    @Test
    void withoutAPolicyEveryFieldIsListed() {
        String all = new FactsText(RealRules.book(), Lang.EN).write(List.of());
        assertThat(RealRules.book().dictionary().enterprise().fields())
                .allSatisfy(f -> assertThat(all).contains("(" + f.name() + ")"));
    }
}
