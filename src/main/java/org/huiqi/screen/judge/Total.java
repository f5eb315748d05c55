package org.huiqi.screen.judge;

/** A score as an interval of millionths of a point, exact since points have at most six decimals. */
final class Total implements Part {
    static final long UNIT = 1_000_000;
    private final int number;
    private final long threshold;
    private final boolean strict;
    private final Section[] sections;

    /** {@code cap}: most it can give. */
    record Section(long cap, Item[] items) {}

    /** What gives points. */
    interface Item {
        long low(Scene scene);

        long high(Scene scene);

        /** Adds the fields, not the experts, that keep it open. */
        void missing(Scene scene, long[] out);
    }

    Total(int number, long threshold, boolean strict, Section[] sections) {
        this.number = number;
        this.threshold = threshold;
        this.strict = strict;
        this.sections = sections;
    }

    @Override
    public byte truth(Scene scene) {
        byte truth = found(scene);
        return scene.turned == number ? Truths.not(truth) : truth;
    }

    private byte found(Scene scene) {
        long low = 0;
        long high = 0;
        for (Section section : sections) {
            long least = 0;
            long most = 0;
            for (Item item : section.items) {
                least += item.low(scene);
                most += item.high(scene);
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
        return silent(scene) ? Truths.UNKNOWN : Truths.REVIEW;
    }

    private boolean silent(Scene scene) {
        long[] fields = scene.scratch();
        open(scene, fields);
        return !Bits.empty(fields);
    }

    private static long low(Section section, Scene scene) {
        long low = 0;
        for (Item item : section.items) {
            low += item.low(scene);
        }
        return low;
    }

    private void open(Scene scene, long[] out) {
        for (Section section : sections) {
            if (low(section, scene) < section.cap) {
                for (Item item : section.items) {
                    if (item.low(scene) != item.high(scene)) {
                        item.missing(scene, out);
                    }
                }
            }
        }
    }

    @Override
    public void blame(Scene scene, byte truth, long[] out) {
        if (truth(scene) == truth) {
            Bits.set(out, number);
        }
    }

    @Override
    public void missing(Scene scene, long[] out) {
        if (truth(scene) == Truths.UNKNOWN) {
            open(scene, out);
        }
    }

    /** The highest that is met counts. */
    record Best(Part[] criteria, long[] lows, long[] highs, long atLeast) implements Item {
        @Override
        public long low(Scene scene) {
            long low = atLeast;
            for (int i = 0; i < criteria.length; i++) {
                low = criteria[i].truth(scene) == Truths.MET ? Math.max(low, lows[i]) : low;
            }
            return low;
        }

        @Override
        public long high(Scene scene) {
            long high = atLeast;
            for (int i = 0; i < criteria.length; i++) {
                high = criteria[i].truth(scene) == Truths.UNMET ? high : Math.max(high, highs[i]);
            }
            return high;
        }

        @Override
        public void missing(Scene scene, long[] out) {
            long low = low(scene);
            for (int i = 0; i < criteria.length; i++) {
                if (highs[i] > low) {
                    criteria[i].missing(scene, out);
                }
            }
        }
    }

    /** Points given as a number. */
    record Given(SubjectField field, long min, long max, boolean expert) implements Item {
        @Override
        public long low(Scene scene) {
            Object value = field.value(scene);
            return value == null ? min : Compiler.millionths(value);
        }

        @Override
        public long high(Scene scene) {
            Object value = field.value(scene);
            return value == null ? max : Compiler.millionths(value);
        }

        @Override
        public void missing(Scene scene, long[] out) {
            if (!expert && field.value(scene) == null) {
                field.missing(scene, out);
            }
        }
    }
}
