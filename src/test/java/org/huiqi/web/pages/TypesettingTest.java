package org.huiqi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypesettingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "高企(转述);2025年起|高企（转述）；2025年起",
                "未核原文),43号|未核原文),43号",
                "12,734万元(不含税)|12,734万元（不含税）",
                "f(x), g(y)|f(x), g(y)"
            })
    void signsAreWideBesideChineseAndNowhereElse(String typed, String set) {
        assertThat(Typesetting.chinese(typed)).isEqualTo(set);
    }
}
