package org.huiqi.screen.judge;

/**
 * Between which ends a number of every firm before the judge is, in floating point: twice the same where it is known, infinite where there is no
 * end. Behind each end how large the numbers were that it was worked out from, 0 for an infinite one: rounding is a tiny fraction of that.
 */
final class Ends {
    final double[] low = new double[Scene.MOST];
    final double[] high = new double[Scene.MOST];
    final double[] lowSize = new double[Scene.MOST];
    final double[] highSize = new double[Scene.MOST];

    void set(int firm, double least, double most) {
        low[firm] = least;
        high[firm] = most;
        lowSize[firm] = size(least);
        highSize[firm] = size(most);
    }

    void setAll(double number) {
        for (int firm = 0; firm < Scene.MOST; firm++) {
            set(firm, number, number);
        }
    }

    private static double size(double end) {
        return Double.isInfinite(end) ? 0 : Math.abs(end);
    }
}
