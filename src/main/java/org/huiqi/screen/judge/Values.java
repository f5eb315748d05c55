package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one field of the enterprise, numbered as they turn up, and looked up once for each firm however many stages ask. 0: unanswered. */
final class Values {
    private static final int MOST = 1 << 13;
    private static final int NOT_YET = -1;
    private final int field;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Object> values = new ArrayList<>();
    private final int[] known = new int[Scene.MOST];
    private long round;
    private int generation;

    Values(int field) {
        this.field = field;
        values.add("");
    }

    /** Of the firm looked at. */
    int number(Scene scene) {
        if (scene.round() != round) {
            begin(scene.round());
        }
        if (known[scene.row()] == NOT_YET) {
            Object value = scene.fact().get(field);
            known[scene.row()] = value == null ? 0 : number(value);
        }
        return known[scene.row()];
    }

    private void begin(long next) {
        round = next;
        Arrays.fill(known, NOT_YET);
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
