package org.huiqi.screen.judge;

import java.util.Arrays;

/** A score as an interval of millionths of a point, exact since points have at most six decimals. Not thread-safe. */
final class ScoreSum implements Claim {
    static final long UNIT = 1_000_000;
    private final long threshold;
    private final boolean strict;
    private final Section[] sections;
    private final long[] scratch;
    private final Range range = new Range();

    /** {@code cap}: most it can give. */
    record Section(long cap, Item[] items) {}

    /** What gives points. */
    interface Item {
        /** {@code turned}: number of the criterion that is taken to be the other way round. */
        void count(Scene scene, int turned, Range range);

        /** Adds the fields, not the experts, that keep it open; {@code low}: what it gives in any case. */
        void missing(Scene scene, long low, long[] out);

        /** Does this criterion count? */
        boolean counts(int criterion);

        /** Greatest number of a criterion that counts; -1 for none. */
        int largest();
    }

    /** Least and most that items give. */
    static final class Range {
        long low;
        long high;

        void set(long least, long most) {
            low = least;
            high = most;
        }
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
        return found(scene, Part.NONE);
    }

    byte found(Scene scene, int turned) {
        long low = 0;
        long high = 0;
        for (Section section : sections) {
            long least = 0;
            long most = 0;
            for (Item item : section.items) {
                item.count(scene, turned, range);
                least += range.low;
                most += range.high;
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

    /** Is there something somebody could answer? The first is enough. */
    private boolean silent(Scene scene, int turned) {
        Bits.clear(scratch);
        for (Section section : sections) {
            if (low(section, scene, turned) < section.cap) {
                for (Item item : section.items) {
                    add(item, scene, turned, scratch);
                    if (!Bits.empty(scratch)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void add(Item item, Scene scene, int turned, long[] out) {
        item.count(scene, turned, range);
        if (range.low != range.high) {
            item.missing(scene, range.low, out);
        }
    }

    private long low(Section section, Scene scene, int turned) {
        long low = 0;
        for (Item item : section.items) {
            item.count(scene, turned, range);
            low += range.low;
        }
        return low;
    }

    @Override
    public void open(Scene scene, long[] out) {
        for (Section section : sections) {
            if (low(section, scene, Part.NONE) < section.cap) {
                for (Item item : section.items) {
                    add(item, scene, Part.NONE, out);
                }
            }
        }
    }

    /** Points given as a number. */
    record Given(SubjectField field, long min, long max, boolean expert) implements Item {
        @Override
        public void count(Scene scene, int turned, Range range) {
            Object value = field.value(scene);
            if (value == null) {
                range.set(min, max);
            } else {
                long points = Compiler.millionths(value);
                range.set(points, points);
            }
        }

        @Override
        public void missing(Scene scene, long low, long[] out) {
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
