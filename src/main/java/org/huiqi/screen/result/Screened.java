package org.huiqi.screen.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huiqi.screen.judge.Answer;

/**
 * A firm with what every policy says of it.
 *
 * @param answers by question of the judge; not copied, nobody changes it
 * @param benefits what policies it passes are worth
 * @param nearMisses policies it would pass if one condition were relaxed
 */
public record Screened(
        String sheet,
        long row,
        String code,
        String name,
        Answer[] answers,
        List<Benefit> benefits,
        List<NearMiss> nearMisses) {

    public Screened {
        benefits = List.copyOf(benefits);
        nearMisses = List.copyOf(nearMisses);
    }

    /**
     * The money of a policy the firm passes.
     *
     * @param question number of the policy's question
     * @param yuan empty while a field it needs is unanswered
     */
    public record Benefit(int question, Optional<BigDecimal> yuan) {}

    /**
     * A policy that one condition keeps the firm from.
     *
     * @param question number of the policy's question
     * @param part number of the condition among the question's parts
     * @param gap the figures on both sides of what fails; empty where there are none
     */
    public record NearMiss(int question, int part, String gap) {}
}
