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
    private int round;
    private int number;
    private int generation;

    Values(int field) {
        this.field = field;
        values.add("");
    }

    int number(Scene scene) {
        if (scene.round() != round) {
            round = scene.round();
            Object value = scene.fact().get(field);
            number = value == null ? 0 : number(value);
        }
        return number;
    }

    private int number(Object value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        if (values.size() > MOST) {
            numbers.clear();
            values.subList(1, values.size()).clear();
            generation++;
        }
        values.add(value);
        numbers.put(value, values.size() - 1);
        return values.size() - 1;
    }

    Object value(int numbered) {
        return values.get(numbered);
    }

    /** Changes when numbers are given anew. */
    int generation() {
        return generation;
    }
}
