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
    private final long[] least = new long[Scene.MOST];

    /**
     * @param numbers of the criteria
     * @param lows least each gives when it is met
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
            add(range.high, highs[i], left & ~leaf.unmet & ~seen);
            seen |= left & ~leaf.unmet;
            long met = left & leaf.met;
            left &= ~met;
            if (lows[i] == highs[i]) {
                add(range.low, lows[i], met);
            } else if (met != 0) {
                low(scene, met, turned, range.low);
            }
        }
        add(range.low, atLeast, left);
        add(range.high, atLeast, rows & ~seen);
    }

    private static void add(long[] points, long more, long rows) {
        for (long left = rows; left != 0; left &= left - 1) {
            points[Long.numberOfTrailingZeros(left)] += more;
        }
    }

    /** The order by most says nothing of the order by least. */
    private void low(Scene scene, long rows, int turned, long[] out) {
        Arrays.fill(least, atLeast);
        for (int i = 0; i < leaves.length; i++) {
            leaves[i].look(scene, rows, turned);
            for (long left = rows & leaves[i].met; left != 0; left &= left - 1) {
                int row = Long.numberOfTrailingZeros(left);
                least[row] = Math.max(least[row], lows[i]);
            }
        }
        for (long left = rows; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            out[row] += least[row];
        }
    }

    @Override
    public void missing(Scene scene, long rows, long[] low, Wants out) {
        for (int i = 0; i < leaves.length; i++) {
            long more = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                more |= highs[i] > low[Long.numberOfTrailingZeros(left)] ? left & -left : 0;
            }
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
