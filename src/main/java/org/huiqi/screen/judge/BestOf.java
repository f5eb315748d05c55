package org.huiqi.screen.judge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Bands of a score: the highest criterion that is met counts, so that the others are not asked. */
final class BestOf implements ScoreSum.Item {
    private final Leaf[] leaves;
    private final int[] numbers;
    private final long[] lows;
    private final long[] highs;
    private final long atLeast;
    private final int[] byHigh;
    private final int[] byLow;

    /**
     * @param numbers of the criteria
     * @param lows least each gives when it is met; no amount is negative
     * @param highs most each gives
     * @param atLeast what is given in any case
     */
    BestOf(Claim[] criteria, int[] numbers, long[] lows, long[] highs, long atLeast) {
        this.numbers = numbers;
        this.lows = lows;
        this.highs = highs;
        this.atLeast = atLeast;
        this.leaves = IntStream.range(0, numbers.length)
                .mapToObj(i -> new Leaf(numbers[i], criteria[i]))
                .toArray(Leaf[]::new);
        this.byHigh = descending(highs);
        this.byLow = descending(lows);
    }

    private static int[] descending(long[] points) {
        return IntStream.range(0, points.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -points[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    @Override
    public void count(Scene scene, long rows, int turned, ScoreSum.Range range) {
        long left = rows;
        long seen = 0;
        for (int i : byHigh) {
            if (left == 0 || highs[i] <= atLeast) {
                break;
            }
            Leaf leaf = leaves[i];
            leaf.look(scene, left, turned);
            range.high.add(highs[i], left & ~leaf.unmet & ~seen);
            seen |= left & ~leaf.unmet;
            long met = left & leaf.met;
            left &= ~met;
            if (lows[i] == highs[i]) {
                range.low.add(lows[i], met);
            } else if (met != 0) {
                low(scene, met, turned, range.low);
            }
        }
        range.low.add(atLeast, left);
        range.high.add(atLeast, rows & ~seen);
    }

    /** The order by most says nothing of the order by least. */
    private void low(Scene scene, long rows, int turned, Sums out) {
        long left = rows;
        for (int i : byLow) {
            if (left == 0 || lows[i] <= atLeast) {
                break;
            }
            leaves[i].look(scene, left, turned);
            out.add(lows[i], left & leaves[i].met);
            left &= ~leaves[i].met;
        }
        out.add(atLeast, left);
    }

    @Override
    public void missing(Scene scene, long rows, Sums low, Wants out) {
        for (int i = 0; i < leaves.length; i++) {
            long more = rows & ~low.atLeast(highs[i]);
            leaves[i].look(scene, more, Part.NONE);
            leaves[i].missing(scene, more, out);
        }
    }

    @Override
    public boolean counts(int criterion) {
        return Arrays.stream(numbers).anyMatch(n -> n == criterion);
    }

    @Override
    public int largest() {
        return Arrays.stream(numbers).max().orElse(Part.NONE);
    }
}
