package org.huiqi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiqi.assess.RealRules;
import org.huiqi.problem.Lang;
import org.junit.jupiter.api.Test;

final class PolicyPageTest {
    private static String page(Lang lang, String policy) {
        return new PolicyText(RealRules.book(), lang).tell(List.of(policy)).replaceAll("\\s+", " ");
    }

    @Test
    void anEditionSaysItsKeyInTheWordsOfTheQuestionnaire() {
        assertThat(page(Lang.ZH, "smart-factory-workshop"))
                .contains("智能工厂申报轨道 卓越级, 申报年度 2024;", "智能工厂申报轨道 领航级, 申报年度 2025 起;")
                .doesNotContain("smartFactoryTrack");
        assertThat(page(Lang.EN, "5g-factory"))
                .contains("Application year 2023 to 2024", "Application year 2026 or later");
    }
}
