package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one field of the enterprise, numbered as they turn up, and looked up once for each firm however many stages ask. 0: unanswered. */
final class Values {
    private static final int MOST = 1 << 13;
    private final int field;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Object> values = new ArrayList<>();
    /** Numbers that turned up in this round, and who has them. */
    private final int[] present = new int[Scene.MOST];

    private final long[] firms = new long[Scene.MOST];
    private int count;
    private long round;
    private int generation;

    Values(int field) {
        this.field = field;
        values.add("");
    }

    /** Of the firm looked at. */
    int number(Scene scene) {
        look(scene);
        int i = 0;
        while ((firms[i] & 1L << scene.row()) == 0) {
            i++;
        }
        return present[i];
    }

    /** Those of one value apart from those of another. */
    void split(Scene scene, Split into) {
        look(scene);
        for (int i = 0; i < count; i++) {
            into.by(firms[i]);
        }
    }

    private void look(Scene scene) {
        if (scene.round() == round) {
            return;
        }
        begin(scene.round());
        for (long left = scene.rows(); left != 0; left &= left - 1) {
            Object value = scene.fact(Long.numberOfTrailingZeros(left)).get(field);
            add(value == null ? 0 : number(value), left & -left);
        }
    }

    private void add(int number, long firm) {
        int i = 0;
        while (i < count && present[i] != number) {
            i++;
        }
        if (i == count) {
            present[count++] = number;
            firms[i] = 0;
        }
        firms[i] |= firm;
    }

    private void begin(long next) {
        round = next;
        count = 0;
        if (values.size() > MOST) {
            numbers.clear();
            values.subList(1, values.size()).clear();
            generation++;
        }
    }

    private int number(Object value) {
        Integer number = numbers.putIfAbsent(value, values.size());
        if (number != null) {
            return number;
        }
        values.add(value);
        return values.size() - 1;
    }

    Object value(int numbered) {
        return values.get(numbered);
    }

    /** Changes when numbers are given anew, which happens only between firms. */
    int generation() {
        return generation;
    }
}
