package org.huiqi.advise;

import java.util.List;
import org.huiqi.verdict.Interval;

/**
 * The money of all policies together.
 *
 * @param worths every policy that computes money and is not refused, in the order of the rule book
 * @param entitled the sum of what the enterprise is entitled to now, in yuan, the choices not yet made
 * @param best the most that may lawfully be had together, in yuan, what is merely possible included
 * @param choices where policies exclude each other
 */
public record Purse(List<Worth> worths, Interval entitled, Interval best, List<Choice> choices) {
    public Purse {
        worths = List.copyOf(worths);
        choices = List.copyOf(choices);
    }
}
