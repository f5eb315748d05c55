package org.huiqi.screen.judge;

import java.util.Arrays;

/** A score as an interval of points, counted in the largest unit of which all it adds are multiples, so exact. Not thread-safe. */
final class ScoreSum implements Claim {
    /** More than any points there are. */
    static final long UNLIMITED = 1L << 62;

    private final long threshold;
    private final Section[] sections;
    private final int largest;
    private final Range total = new Range();
    private final Range section = new Range();
    private final Range item = new Range();
    /** Who is open, and for what fields, as last looked at. */
    private long open;

    private final Wants fields;

    /** {@code cap}: most it can give. */
    record Section(long cap, Item[] items) {}

    /** What gives points. */
    interface Item {
        /** Adds the points to those of the firms. {@code turned}: number of the criterion that is taken to be the other way round. */
        void count(Scene scene, long rows, int turned, Range range);

        /** Adds the fields, not the experts, that keep it open; {@code low}: what it gives in any case. */
        void missing(Scene scene, long rows, Sums low, Wants out);

        /** Does this criterion count? */
        boolean counts(int criterion);

        /** Greatest number of a criterion that counts; -1 for none. */
        int largest();
    }

    /** Least and most. */
    static final class Range {
        final Sums low = new Sums();
        final Sums high = new Sums();

        void clear() {
            low.clear();
            high.clear();
        }

        void cap(long most) {
            low.cap(most);
            high.cap(most);
        }

        void add(Range other) {
            low.add(other.low);
            high.add(other.high);
        }
    }

    /**
     * @param threshold least that reaches it
     * @param size of a set of missing fields
     */
    ScoreSum(long threshold, Section[] sections, int size) {
        this.threshold = threshold;
        this.sections = sections;
        this.fields = new Wants(size);
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

    /** What nobody could answer is for a person to judge. */
    void look(Scene scene, long rows, Part out, int turned) {
        total.clear();
        for (Section part : sections) {
            count(scene, rows, turned, part);
            section.cap(part.cap);
            total.add(section);
        }
        out.all(total.low.atLeast(threshold));
        out.unmet = ~total.high.atLeast(threshold);
        open = rows & ~(out.met | out.unmet);
        fields.clear();
        missing(scene, open, turned, fields);
        out.review = open & ~fields.anybody();
    }

    private void count(Scene scene, long rows, int turned, Section part) {
        section.clear();
        for (Item one : part.items) {
            one.count(scene, rows, turned, section);
        }
    }

    /** Of every item that may still give more to a firm, where its section may. */
    private void missing(Scene scene, long rows, int turned, Wants out) {
        for (int s = 0; rows != 0 && s < sections.length; s++) {
            Section part = sections[s];
            count(scene, rows, turned, part);
            long room = rows & ~section.low.atLeast(part.cap);
            for (Item one : part.items) {
                item.clear();
                one.count(scene, rows, turned, item);
                one.missing(scene, room & item.low.differ(item.high), item.low, out);
            }
        }
    }

    /** As found when it was last looked at. */
    @Override
    public void open(Scene scene, long rows, Wants out) {
        out.add(fields, rows & open);
    }

    /** Points given as a number; {@code unit}: millionths that are counted as one. */
    record Given(SubjectField field, long min, long max, long unit, boolean expert) implements Item {
        @Override
        public void count(Scene scene, long rows, int turned, Range range) {
            range.low.addToAll(min);
            range.high.addToAll(min);
            long silent = field.possible() ? 0 : rows;
            for (long left = rows & ~silent; left != 0; left &= left - 1) {
                scene.turnTo(Long.numberOfTrailingZeros(left));
                Object value = field.value(scene);
                if (value == null) {
                    silent |= left & -left;
                } else {
                    long points = Compiler.millionths(value) / unit - min;
                    range.low.add(points, left & -left);
                    range.high.add(points, left & -left);
                }
            }
            range.high.add(max - min, silent);
        }

        @Override
        public void missing(Scene scene, long rows, Sums low, Wants out) {
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
