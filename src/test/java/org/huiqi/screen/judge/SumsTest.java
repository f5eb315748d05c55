package org.huiqi.screen.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Numbers of 64 firms kept digit by digit are what 64 numbers kept one by one would be. */
final class SumsTest {
    @Property(tries = 300)
    void addsCapsAndComparesLikeNumbersKeptOneByOne(@ForAll long seed) {
        Random random = new Random(seed);
        Pair one = new Pair();
        Pair other = new Pair();
        for (int step = 0; step < 30; step++) {
            one.step(random, other);
            other.step(random, one);
            one.check(random);
        }
    }

    private static final class Pair {
        private final Sums sums = new Sums();
        private final long[] numbers = new long[Scene.MOST];

        void step(Random random, Pair other) {
            long rows = random.nextLong() & random.nextLong();
            long amount = amount(random);
            switch (random.nextInt(6)) {
                case 0 -> add(amount, rows);
                case 1 -> add(1 + random.nextInt(3), ~rows);
                case 2 -> addToAll(random.nextBoolean() ? amount : -amount);
                case 3 -> add(other);
                case 4 -> cap(random.nextBoolean() ? amount : numbers[random.nextInt(Scene.MOST)]);
                default -> clear(random);
            }
        }

        private static long amount(Random random) {
            return random.nextInt(4) == 0 ? 0 : random.nextLong() >>> 24 + random.nextInt(40);
        }

        private void add(long amount, long rows) {
            sums.add(amount, rows);
            for (int f = 0; f < numbers.length; f++) {
                numbers[f] += (rows >>> f & 1) * amount;
            }
        }

        private void addToAll(long amount) {
            sums.addToAll(amount);
            for (int f = 0; f < numbers.length; f++) {
                numbers[f] += amount;
            }
        }

        private void add(Pair other) {
            sums.add(other.sums);
            for (int f = 0; f < numbers.length; f++) {
                numbers[f] += other.numbers[f];
            }
        }

        private void cap(long most) {
            sums.cap(most);
            for (int f = 0; f < numbers.length; f++) {
                numbers[f] = Math.min(most, numbers[f]);
            }
        }

        private void clear(Random random) {
            if (random.nextInt(8) == 0) {
                sums.clear();
                java.util.Arrays.fill(numbers, 0);
            }
        }

        void check(Random random) {
            long near = numbers[random.nextInt(Scene.MOST)] + random.nextInt(3) - 1;
            for (long least : new long[] {near, 0, amount(random)}) {
                long reached = 0;
                for (int f = 0; f < numbers.length; f++) {
                    reached |= numbers[f] >= least ? 1L << f : 0;
                }
                assertThat(sums.atLeast(least)).as("at least " + least).isEqualTo(reached);
            }
        }
    }

    @Property(tries = 100)
    void tellsWhoseNumbersDiffer(@ForAll long seed) {
        Random random = new Random(seed);
        Sums least = new Sums();
        Sums most = new Sums();
        long base = random.nextInt(100) - 50;
        least.addToAll(base);
        most.addToAll(base);
        long more = random.nextLong();
        least.add(1 + random.nextInt(1000), random.nextLong());
        most.add(least);
        most.addToAll(-base);
        most.add(1 + random.nextInt(1000), more);
        assertThat(least.differ(most)).isEqualTo(more);
    }
}
