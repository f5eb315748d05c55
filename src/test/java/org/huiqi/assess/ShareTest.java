package org.huiqi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShareTest {
    private static final Expression PART = field("part");
    private static final Expression WHOLE = field("whole");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11906 | 12734 |  ≈ 93.50%",
                "1 | 2 |  = 50%",
                "1 | 8 |  = 12.5%",
                "1500001 | 3000000 |  ≈ 50.00003%",
                "1499999 | 3000000 |  ≈ 49.99997%"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void aShareHasTheDigitsThatTellItFromTheThreshold(String part, String whole, String shown) {
        assertThat(half().percent(new BigDecimal(part.strip()), new BigDecimal(whole.strip())))
                .map(String::strip)
                .contains(shown.strip());
    }

    @Test
    void aShareOfNothingIsNotShown() {
        assertThat(half().percent(BigDecimal.ONE, BigDecimal.ZERO)).isEmpty();
    }

    @Test
    void aConstantWorkedOutOfOthersIsAThresholdToo() {
        Expression growth = new Expression.Arithmetic(number(100), '+', number(35));
        assertThat(Share.of(comparison(times(PART, number(100)), times(WHOLE, growth))))
                .map(Share::threshold)
                .hasValueSatisfying(t -> assertThat(t).isEqualByComparingTo("135"));
    }

    @Test
    void aProductOfFieldsIsNoShare() {
        assertThat(Share.of(comparison(times(PART, WHOLE), times(WHOLE, number(5)))))
                .isEmpty();
    }

    @Test
    void aFieldComparedWithANumberIsNoShare() {
        assertThat(Share.of(comparison(PART, times(number(5), number(3))))).isEmpty();
    }

    private static Share half() {
        Optional<Share> share = Share.of(comparison(times(PART, number(100)), times(WHOLE, number(50))));
        return share.orElseThrow();
    }

    private static Condition.Comparison comparison(Expression left, Expression right) {
        return new Condition.Comparison(left, ">", right);
    }

    private static Expression times(Expression left, Expression right) {
        return new Expression.Arithmetic(left, '*', right);
    }

    private static Expression number(int value) {
        return new Expression.Number(new BigDecimal(value), false);
    }

    private static Expression field(String name) {
        return new Expression.FieldValue(
                new Ref("", "Enterprise", Field.plain(name, FieldType.DECIMAL, name, name), false));
    }
}
