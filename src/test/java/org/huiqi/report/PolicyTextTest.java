package org.huiqi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiqi.assess.RealRules;
import org.huiqi.problem.Lang;
import org.junit.jupiter.api.Test;

final class PolicyTextTest {

    @Test
    void whatAPolicyRestsOnIsNamedAndNotOnlyNumbered() {
        assertThat(tell("little-giant")).contains("· 专精特新中小企业(山东省认定)(specialized-sme-shandong)");
    }

    @Test
    void anEditionSaysByItsLabelWhichAnswerChoosesIt() {
        assertThat(tell("gazelle-shandong")).contains("申报年度 2023 至 2024").doesNotContain("applyYear");
        assertThat(tell("first-set-equipment-shandong")).doesNotContain("applyYear");
    }

    @Test
    void aLittleGiantAndAChampionDoNotShutEachOtherOut() {
        assertThat(tell("little-giant") + tell("manufacturing-champion-national"))
                .doesNotContain("不能同享");
    }

    private static String tell(String policy) {
        return new PolicyText(RealRules.book(), Lang.ZH).tell(List.of(policy));
    }
}
