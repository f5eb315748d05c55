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
    private final int[] atoms;
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
        this.atoms = Arrays.stream(criteria).mapToInt(Claim::atom).toArray();
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
        byte truth = atoms[i] < 0 ? criteria[i].found(scene) : scene.enterprise(atoms[i]);
        return turned == numbers[i] ? Truths.not(truth) : truth;
    }

    @Override
    public void count(Scene scene, int turned, ScoreSum.Range range) {
        long high = -1;
        for (int i : byHigh) {
            byte truth = highs[i] <= atLeast ? Truths.UNMET : truth(i, scene, turned);
            if (truth == Truths.UNMET) {
                continue;
            }
            high = high < 0 ? highs[i] : high;
            if (truth == Truths.MET && lows[i] == highs[i]) {
                range.set(lows[i], high);
                return;
            }
            if (truth == Truths.MET) {
                range.set(low(scene, turned), high);
                return;
            }
        }
        range.set(atLeast, high < 0 ? atLeast : high);
    }

    /** The order by most says nothing of the order by least. */
    private long low(Scene scene, int turned) {
        long low = atLeast;
        for (int i = 0; i < criteria.length; i++) {
            low = truth(i, scene, turned) == Truths.MET ? Math.max(low, lows[i]) : low;
        }
        return low;
    }

    @Override
    public void missing(Scene scene, long low, long[] out) {
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
