package org.huiqi.report;

/**
 * How much of an assessment is written.
 *
 * @param brief the verdicts and their reasons only
 * @param all also what does not matter to the verdict: alternatives that are not needed, branches not taken, every band of a score
 * @param steps every step of every amount
 * @param openOnly of a requirement tree only what is not met
 */
public record Detail(boolean brief, boolean all, boolean steps, boolean openOnly) {
    public static final Detail PLAIN = new Detail(false, false, false);

    public Detail(boolean brief, boolean all, boolean steps) {
        this(brief, all, steps, false);
    }

    /** The same without the conditions that are met, unless all is asked for. */
    Detail openOnly(boolean wanted) {
        return new Detail(brief, all, steps, wanted && !all);
    }
}
