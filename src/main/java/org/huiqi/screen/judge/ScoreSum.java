package org.huiqi.screen.judge;

import java.util.Arrays;

/** A score as an interval of millionths of a point, exact since points have at most six decimals. Not thread-safe. */
final class ScoreSum implements Claim {
    static final long UNIT = 1_000_000;
    private final long threshold;
    private final boolean strict;
    private final Section[] sections;
    private final long[] scratch;

    /** {@code cap}: most it can give. */
    record Section(long cap, Item[] items) {}

    /** What gives points. */
    interface Item {
        /** {@code turned}: number of the criterion that is taken to be the other way round. */
        long low(Scene scene, int turned);

        long high(Scene scene, int turned);

        /** Adds the fields, not the experts, that keep it open. */
        void missing(Scene scene, int turned, long[] out);

        /** Does this criterion count? */
        boolean counts(int criterion);

        /** Greatest number of a criterion that counts; -1 for none. */
        int largest();
    }

    /** {@code size}: of a set of missing fields. */
    ScoreSum(long threshold, boolean strict, Section[] sections, int size) {
        this.threshold = threshold;
        this.strict = strict;
        this.sections = sections;
        this.scratch = Bits.of(size);
    }

    boolean counts(int criterion) {
        return Arrays.stream(sections).flatMap(s -> Arrays.stream(s.items)).anyMatch(i -> i.counts(criterion));
    }

    int largest() {
        return Arrays.stream(sections)
                .flatMap(s -> Arrays.stream(s.items))
                .mapToInt(Item::largest)
                .max()
                .orElse(-1);
    }

    @Override
    public byte found(Scene scene) {
        return found(scene, Hearing.NONE);
    }

    byte found(Scene scene, int turned) {
        long low = 0;
        long high = 0;
        for (Section section : sections) {
            long least = 0;
            long most = 0;
            for (Item item : section.items) {
                least += item.low(scene, turned);
                most += item.high(scene, turned);
            }
            low += Math.min(section.cap, least);
            high += Math.min(section.cap, most);
        }
        if (low > threshold || low == threshold && !strict) {
            return Truths.MET;
        }
        if (high < threshold || high == threshold && strict) {
            return Truths.UNMET;
        }
        return silent(scene, turned) ? Truths.UNKNOWN : Truths.REVIEW;
    }

    private boolean silent(Scene scene, int turned) {
        Bits.clear(scratch);
        open(scene, turned, scratch);
        return !Bits.empty(scratch);
    }

    private static long low(Section section, Scene scene, int turned) {
        long low = 0;
        for (Item item : section.items) {
            low += item.low(scene, turned);
        }
        return low;
    }

    @Override
    public void open(Scene scene, long[] out) {
        open(scene, Hearing.NONE, out);
    }

    private void open(Scene scene, int turned, long[] out) {
        for (Section section : sections) {
            if (low(section, scene, turned) < section.cap) {
                for (Item item : section.items) {
                    if (item.low(scene, turned) != item.high(scene, turned)) {
                        item.missing(scene, turned, out);
                    }
                }
            }
        }
    }

    /** Points given as a number. */
    record Given(SubjectField field, long min, long max, boolean expert) implements Item {
        @Override
        public long low(Scene scene, int turned) {
            Object value = field.value(scene);
            return value == null ? min : Compiler.millionths(value);
        }

        @Override
        public long high(Scene scene, int turned) {
            Object value = field.value(scene);
            return value == null ? max : Compiler.millionths(value);
        }

        @Override
        public void missing(Scene scene, int turned, long[] out) {
            if (!expert && field.value(scene) == null) {
                field.missing(scene, out);
            }
        }

        @Override
        public boolean counts(int criterion) {
            return false;
        }

        @Override
        public int largest() {
            return -1;
        }
    }
}
