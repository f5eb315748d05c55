package org.huiqi.screen.judge;

import java.util.Arrays;

/** A score as an interval of millionths of a point, exact since points have at most six decimals. Not thread-safe. */
final class ScoreSum implements Claim {
    private final long threshold;
    private final boolean strict;
    private final Section[] sections;
    private final int largest;
    private final Range total = new Range();
    private final Range section = new Range();
    private final Range item = new Range();
    private final Wants scratch;

    /** {@code cap}: most it can give. */
    record Section(long cap, Item[] items) {}

    /** What gives points. */
    interface Item {
        /** Adds the points to those of the firms. {@code turned}: number of the criterion that is taken to be the other way round. */
        void count(Scene scene, long rows, int turned, Range range);

        /** Adds the fields, not the experts, that keep it open; {@code low}: what it gives in any case, by firm. */
        void missing(Scene scene, long rows, long[] low, Wants out);

        /** Does this criterion count? */
        boolean counts(int criterion);

        /** Greatest number of a criterion that counts; -1 for none. */
        int largest();
    }

    /** Least and most, by firm. */
    static final class Range {
        final long[] low = new long[Scene.MOST];
        final long[] high = new long[Scene.MOST];

        void clear() {
            Arrays.fill(low, 0);
            Arrays.fill(high, 0);
        }
    }

    /** {@code size}: of a set of missing fields. */
    ScoreSum(long threshold, boolean strict, Section[] sections, int size) {
        this.threshold = threshold;
        this.strict = strict;
        this.sections = sections;
        this.scratch = new Wants(size);
        this.largest = Arrays.stream(sections)
                .flatMap(s -> Arrays.stream(s.items))
                .mapToInt(Item::largest)
                .max()
                .orElse(Part.NONE);
    }

    boolean counts(int criterion) {
        return Arrays.stream(sections).flatMap(s -> Arrays.stream(s.items)).anyMatch(i -> i.counts(criterion));
    }

    int largest() {
        return largest;
    }

    @Override
    public void look(Scene scene, long rows, Part out) {
        look(scene, rows, out, Part.NONE);
    }

    void look(Scene scene, long rows, Part out, int turned) {
        total.clear();
        for (Section part : sections) {
            count(scene, rows, turned, part);
            for (long left = rows; left != 0; left &= left - 1) {
                int row = Long.numberOfTrailingZeros(left);
                total.low[row] += Math.min(part.cap, section.low[row]);
                total.high[row] += Math.min(part.cap, section.high[row]);
            }
        }
        out.all(0);
        for (long left = rows; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            out.met |= reached(total.low[row]) ? left & -left : 0;
            out.unmet |= reached(total.high[row]) ? 0 : left & -left;
        }
        long open = rows & ~(out.met | out.unmet);
        out.review = open == 0 ? 0 : open & ~silent(scene, open, turned);
    }

    private boolean reached(long points) {
        return points > threshold || points == threshold && !strict;
    }

    private void count(Scene scene, long rows, int turned, Section part) {
        section.clear();
        for (Item one : part.items) {
            one.count(scene, rows, turned, section);
        }
    }

    /** For whom there is something that somebody could answer. */
    private long silent(Scene scene, long rows, int turned) {
        scratch.clear();
        missing(scene, rows, turned, scratch);
        return scratch.anybody();
    }

    /** Of every item that may still give more to a firm, where its section may. */
    private void missing(Scene scene, long rows, int turned, Wants out) {
        for (Section part : sections) {
            count(scene, rows, turned, part);
            for (Item one : part.items) {
                item.clear();
                one.count(scene, rows, turned, item);
                one.missing(scene, wide(rows, part.cap), item.low, out);
            }
        }
    }

    private long wide(long rows, long cap) {
        long wide = 0;
        for (long left = rows; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            wide |= section.low[row] < cap && item.low[row] != item.high[row] ? left & -left : 0;
        }
        return wide;
    }

    @Override
    public void open(Scene scene, long rows, Wants out) {
        missing(scene, rows, Part.NONE, out);
    }

    /** Points given as a number. */
    record Given(SubjectField field, long min, long max, boolean expert) implements Item {
        @Override
        public void count(Scene scene, long rows, int turned, Range range) {
            for (long left = rows; left != 0; left &= left - 1) {
                int row = Long.numberOfTrailingZeros(left);
                scene.turnTo(row);
                Object value = field.value(scene);
                long points = value == null ? 0 : Compiler.millionths(value);
                range.low[row] += value == null ? min : points;
                range.high[row] += value == null ? max : points;
            }
        }

        @Override
        public void missing(Scene scene, long rows, long[] low, Wants out) {
            for (long left = expert ? 0 : rows; left != 0; left &= left - 1) {
                scene.turnTo(Long.numberOfTrailingZeros(left));
                if (field.value(scene) == null) {
                    field.missing(scene, left & -left, out);
                }
            }
        }

        @Override
        public boolean counts(int criterion) {
            return false;
        }

        @Override
        public int largest() {
            return Part.NONE;
        }
    }
}
