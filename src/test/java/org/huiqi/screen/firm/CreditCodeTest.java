package org.huiqi.screen.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.huiqi.problem.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreditCodeTest {
    private static final String SOUND = "91350100M000100Y43";

    @Test
    void theExampleOfTheStandardIsSound() {
        assertThat(CreditCode.fault(SOUND)).isEmpty();
    }

    @Test
    void everySingleWrongCharacterIsNoticed() {
        String characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        IntStream.range(0, SOUND.length())
                .forEach(i -> characters.chars().forEach(c -> {
                    String other = SOUND.substring(0, i) + (char) c + SOUND.substring(i + 1);
                    assertThat(CreditCode.fault(other).isEmpty()).as(other).isEqualTo(other.equals(SOUND));
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100m000100y43", " 91350100M000100Y43 ", "91350100-M000100Y4-3", "91350100M000100Y43"})
    void isReadAsPeopleWriteIt(String written) {
        assertThat(CreditCode.normal(written)).isEqualTo(SOUND);
    }

    @ParameterizedTest
    @CsvSource({"91350100M000100Y4, 应为18位", "91350100M000100YI3, 第17位不能是“I”", "91350100M000100Y44, 校验位不符"})
    void whatIsWrongIsSaid(String code, String said) {
        assertThat(CreditCode.fault(code).map(Text::zh).orElse("")).contains(said);
    }
}
