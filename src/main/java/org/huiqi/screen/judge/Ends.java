package org.huiqi.screen.judge;

/**
 * Between which ends a number of every firm before the judge is, in floating point: the lower one is the number itself where it is known, and ends
 * are infinite where there are none. Behind each how large the numbers were that it was worked out from, 0 for an infinite one: rounding is a tiny
 * fraction of that. Upper ends need not be worked out where all that matters is what is known.
 */
final class Ends {
    final double[] low = new double[Scene.MOST];
    final double[] high = new double[Scene.MOST];
    final double[] lowSize = new double[Scene.MOST];
    final double[] highSize = new double[Scene.MOST];

    static Ends of(double number) {
        Ends ends = new Ends();
        for (int firm = 0; firm < Scene.MOST; firm++) {
            ends.set(firm, number, number);
        }
        return ends;
    }

    void set(int firm, double least, double most) {
        low[firm] = least;
        high[firm] = most;
        lowSize[firm] = size(least);
        highSize[firm] = size(most);
    }

    private static double size(double end) {
        return Double.isInfinite(end) ? 0 : Math.abs(end);
    }

    /** Becomes the sum; {@code wide}: upper ends included. */
    void plus(Ends a, Ends b, boolean wide) {
        add(a.low, b.low, low);
        add(a.lowSize, b.lowSize, lowSize);
        if (wide) {
            add(a.high, b.high, high);
            add(a.highSize, b.highSize, highSize);
        }
    }

    void minus(Ends a, Ends b, boolean wide) {
        subtract(a.low, wide ? b.high : b.low, low);
        add(a.lowSize, wide ? b.highSize : b.lowSize, lowSize);
        if (wide) {
            subtract(a.high, b.low, high);
            add(a.highSize, b.lowSize, highSize);
        }
    }

    void times(Ends a, double factor, boolean wide) {
        boolean turned = wide && factor < 0;
        scale(a.low, factor, turned ? high : low);
        scale(a.lowSize, Math.abs(factor), turned ? highSize : lowSize);
        if (wide) {
            scale(a.high, factor, turned ? low : high);
            scale(a.highSize, Math.abs(factor), turned ? lowSize : highSize);
        }
    }

    void times(Ends a, Ends b, boolean wide) {
        if (wide) {
            multiply(a, b);
        } else {
            multiply(a.low, b.low, low);
            multiply(a.lowSize, b.lowSize, lowSize);
        }
    }

    private static void add(double[] a, double[] b, double[] out) {
        for (int i = 0; i < Scene.MOST; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private static void subtract(double[] a, double[] b, double[] out) {
        for (int i = 0; i < Scene.MOST; i++) {
            out[i] = a[i] - b[i];
        }
    }

    private static void multiply(double[] a, double[] b, double[] out) {
        for (int i = 0; i < Scene.MOST; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private static void scale(double[] a, double factor, double[] out) {
        for (int i = 0; i < Scene.MOST; i++) {
            out[i] = a[i] * factor;
        }
    }

    /** No numbers where an end is infinite: then nothing is clear, and exact arithmetic is asked. */
    private void multiply(Ends a, Ends b) {
        for (int i = 0; i < Scene.MOST; i++) {
            double ll = a.low[i] * b.low[i];
            double lh = a.low[i] * b.high[i];
            double hl = a.high[i] * b.low[i];
            double hh = a.high[i] * b.high[i];
            double size = larger(a.lowSize[i], a.highSize[i]) * larger(b.lowSize[i], b.highSize[i]);
            boolean finite = Double.isFinite(ll + lh + hl + hh);
            low[i] = finite ? -larger(larger(-ll, -lh), larger(-hl, -hh)) : Double.NaN;
            high[i] = finite ? larger(larger(ll, lh), larger(hl, hh)) : Double.NaN;
            lowSize[i] = size;
            highSize[i] = size;
        }
    }

    /** Of two numbers; {@link Math#max} also minds what is no number, which takes it three times as long. */
    private static double larger(double a, double b) {
        return a > b ? a : b;
    }
}
