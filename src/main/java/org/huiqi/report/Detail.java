package org.huiqi.report;

/**
 * How much of an assessment is written.
 *
 * @param brief the verdicts and their reasons only
 * @param all also what does not matter to the verdict: alternatives that are not needed, branches not taken, every band of a score
 * @param steps every step of every amount
 */
public record Detail(boolean brief, boolean all, boolean steps) {
    public static final Detail PLAIN = new Detail(false, false, false);
}
