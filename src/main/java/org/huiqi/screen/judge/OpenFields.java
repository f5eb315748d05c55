package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which fields keep something open: every set of them that turns up has a number. */
class OpenFields extends Probe {
    private final Source source;
    private final long[] scratch;
    private final Map<Words, Integer> numbers = new HashMap<>();
    private final List<long[]> sets = new ArrayList<>();

    /** Adds the fields that are missing. */
    interface Source {
        void collect(Scene scene, long[] out);
    }

    private record Words(long[] words) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Words other && Arrays.equals(words, other.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    /** {@code size}: of a set of missing fields. */
    OpenFields(Source source, int size) {
        this.source = source;
        this.scratch = Bits.of(size);
    }

    @Override
    int ask(Scene scene) {
        return number(scene);
    }

    /** By collecting them. */
    final int number(Scene scene) {
        Bits.clear(scratch);
        source.collect(scene, scratch);
        Integer known = numbers.get(new Words(scratch));
        if (known != null) {
            return known;
        }
        long[] kept = scratch.clone();
        sets.add(kept);
        numbers.put(new Words(kept), sets.size() - 1);
        return sets.size() - 1;
    }

    long[] set(int number) {
        return sets.get(number);
    }

    @Override
    void forget() {
        numbers.clear();
        sets.clear();
    }
}
