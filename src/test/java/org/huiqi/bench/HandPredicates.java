package org.huiqi.bench;

import static org.huiqi.engine.AtomTests.MET;
import static org.huiqi.engine.AtomTests.UNKNOWN;
import static org.huiqi.engine.AtomTests.UNMET;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.huiqi.bench.HandFacts.Product;
import org.huiqi.bench.HandFacts.TaxPeriod;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of the three policies of the benchmark as a careful programmer writes them without a rule engine: null means unknown, constants
 * are made once, comparisons with zero look at the sign, and no method is too long for the optimizing compiler.
 */
final class HandPredicates {
    private HandPredicates() {}

    static HandTruths test(HandFacts facts) {
        return new HandTruths(
                HandEnterprisePredicates.test(facts.enterprise),
                products(facts.products),
                taxPeriods(facts.taxPeriods));
    }

    private static byte @Nullable [][] products(Product @Nullable [] products) {
        if (products == null) {
            return null;
        }
        byte[][] out = new byte[products.length][];
        for (int i = 0; i < products.length; i++) {
            out[i] = HandProductPredicates.test(products[i]);
        }
        return out;
    }

    private static byte @Nullable [][] taxPeriods(TaxPeriod @Nullable [] taxPeriods) {
        if (taxPeriods == null) {
            return null;
        }
        byte[][] out = new byte[taxPeriods.length][];
        for (int i = 0; i < taxPeriods.length; i++) {
            out[i] = HandTaxPeriodPredicates.test(taxPeriods[i]);
        }
        return out;
    }

    static byte truth(boolean met) {
        return met ? MET : UNMET;
    }

    /** Whether a yes-or-no question was answered as expected. */
    static byte is(boolean expected, @Nullable Boolean answer) {
        return answer == null ? UNKNOWN : truth(answer == expected);
    }

    static byte atLeast(int threshold, @Nullable Integer number) {
        return number == null ? UNKNOWN : truth(number >= threshold);
    }

    static byte equal(String expected, @Nullable String text) {
        return text == null ? UNKNOWN : truth(text.equals(expected));
    }

    static byte positive(@Nullable BigDecimal number) {
        return number == null ? UNKNOWN : truth(number.signum() > 0);
    }

    static byte negative(@Nullable BigDecimal number) {
        return number == null ? UNKNOWN : truth(number.signum() < 0);
    }

    static byte zero(@Nullable BigDecimal number) {
        return number == null ? UNKNOWN : truth(number.signum() == 0);
    }

    static byte moreThan(BigDecimal threshold, @Nullable BigDecimal number) {
        return number == null ? UNKNOWN : truth(number.compareTo(threshold) > 0);
    }

    static byte atLeast(BigDecimal threshold, @Nullable BigDecimal number) {
        return number == null ? UNKNOWN : truth(number.compareTo(threshold) >= 0);
    }

    static byte matches(Pattern pattern, @Nullable String text) {
        return text == null ? UNKNOWN : truth(pattern.matcher(text).matches());
    }
}
