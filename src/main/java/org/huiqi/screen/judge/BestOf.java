package org.huiqi.screen.judge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Bands of a score: the highest criterion that is met counts, so that the others are not asked. */
final class BestOf implements ScoreSum.Item {
    private final Claim[] criteria;
    private final int[] numbers;
    private final long[] lows;
    private final long[] highs;
    private final long atLeast;
    private final int[] byLow;
    private final int[] byHigh;

    /**
     * @param numbers of the criteria
     * @param lows least each gives when it is met
     * @param highs most each gives
     * @param atLeast what is given in any case
     */
    BestOf(Claim[] criteria, int[] numbers, long[] lows, long[] highs, long atLeast) {
        this.criteria = criteria;
        this.numbers = numbers;
        this.lows = lows;
        this.highs = highs;
        this.atLeast = atLeast;
        this.byLow = descending(lows);
        this.byHigh = descending(highs);
    }

    private static int[] descending(long[] points) {
        return IntStream.range(0, points.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -points[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private byte truth(int i, Scene scene, int turned) {
        byte truth = criteria[i].found(scene);
        return turned == numbers[i] ? Truths.not(truth) : truth;
    }

    @Override
    public long low(Scene scene, int turned) {
        for (int i : byLow) {
            if (lows[i] <= atLeast) {
                return atLeast;
            }
            if (truth(i, scene, turned) == Truths.MET) {
                return lows[i];
            }
        }
        return atLeast;
    }

    @Override
    public long high(Scene scene, int turned) {
        for (int i : byHigh) {
            if (highs[i] <= atLeast) {
                return atLeast;
            }
            if (truth(i, scene, turned) != Truths.UNMET) {
                return highs[i];
            }
        }
        return atLeast;
    }

    @Override
    public void missing(Scene scene, int turned, long[] out) {
        long low = low(scene, turned);
        for (int i = 0; i < criteria.length; i++) {
            if (highs[i] > low && criteria[i].found(scene) == Truths.UNKNOWN) {
                criteria[i].open(scene, out);
            }
        }
    }

    @Override
    public boolean counts(int criterion) {
        return Arrays.stream(numbers).anyMatch(n -> n == criterion);
    }

    @Override
    public int largest() {
        return Arrays.stream(numbers).max().orElse(-1);
    }
}
