package org.huiqi.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huiqi.verdict.Interval;
import org.junit.jupiter.api.Test;

final class ChoicesTest {

    @Property(tries = 200)
    void nothingThatMayLawfullyBeHadTogetherIsWorthMore(@ForAll long seed) {
        Random random = new Random(seed);
        List<Worth> worths = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            worths.add(worth("p" + i, random.nextInt(20), random.nextInt(20) + 20));
        }
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i < worths.size(); i++) {
            for (int j = i + 1; j < worths.size(); j++) {
                if (random.nextBoolean()) {
                    pairs.add("p" + i + "p" + j);
                    pairs.add("p" + j + "p" + i);
                }
            }
        }
        BiPredicate<Worth, Worth> excludes = (a, b) -> pairs.contains(a.policy() + b.policy());
        Choice choice = Choices.among(worths, excludes);
        assertThat(choice.best().yuan().low()).isEqualByComparingTo(most(worths, excludes));
        assertThat(choice.best().taken()).doesNotHaveDuplicates();
        assertThat(choice.best().givenUp()).noneMatch(choice.best().taken()::contains);
    }

    private static BigDecimal most(List<Worth> worths, BiPredicate<Worth, Worth> excludes) {
        BigDecimal most = BigDecimal.ZERO;
        for (int bits = 0; bits < 1 << worths.size(); bits++) {
            List<Worth> taken = new ArrayList<>();
            for (int i = 0; i < worths.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    taken.add(worths.get(i));
                }
            }
            boolean lawful = taken.stream().noneMatch(a -> taken.stream().anyMatch(b -> excludes.test(a, b)));
            BigDecimal sum = taken.stream().map(w -> w.yuan().low()).reduce(BigDecimal.ZERO, BigDecimal::add);
            most = lawful ? most.max(sum) : most;
        }
        return most;
    }

    @Test
    void anAmountThatIsOpenLeavesTheChoiceOpenAndSaysWhatItNeeds() {
        Worth open = new Worth(
                "open",
                Worth.Standing.POSSIBLE,
                "saved",
                "减免税额",
                new Interval(BigDecimal.ZERO, null),
                List.of("taxableIncome"));
        Choice choice = Choices.among(List.of(worth("known", 5, 5), open), (a, b) -> a != b);
        assertThat(choice.best().taken()).containsExactly("known");
        assertThat(choice.settled()).isFalse();
        assertThat(choice.needs()).containsExactly("taxableIncome");
    }

    @Test
    void whatIsKnownToBeWorthMoreIsSettled() {
        Choice choice = Choices.among(List.of(worth("a", 3, 3), worth("b", 7, 7)), (a, b) -> a != b);
        assertThat(choice.best().taken()).containsExactly("b");
        assertThat(choice.best().givenUp()).containsExactly("a");
        assertThat(choice.settled()).isTrue();
        assertThat(choice.others()).hasSize(1);
    }

    private static Worth worth(String policy, int low, int high) {
        return new Worth(
                policy,
                Worth.Standing.ENTITLED,
                "benefit",
                "金额",
                new Interval(BigDecimal.valueOf(low), BigDecimal.valueOf(high)),
                List.of());
    }
}
