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
    /** Each value of the firms before the judge once, and whose it is. */
    private final int[] said = new int[Scene.MOST];

    private final long[] whose = new long[Scene.MOST];
    private int different;
    private long round;
    private int generation;

    Values(int field) {
        this.field = field;
        values.add("");
    }

    /** How many different values the firms before the judge have. */
    int different(Scene scene) {
        look(scene);
        return different;
    }

    /** One of these values. */
    int said(int i) {
        return said[i];
    }

    /** The firms that have it. */
    long whose(int i) {
        return whose[i];
    }

    private void look(Scene scene) {
        if (scene.round() != round) {
            begin(scene.round());
            for (long left = scene.rows(); left != 0; left &= left - 1) {
                int firm = Long.numberOfTrailingZeros(left);
                Object value = scene.fact(firm).get(field);
                tell(value == null ? 0 : number(value), left & -left);
            }
        }
    }

    private void tell(int number, long firm) {
        int i = 0;
        while (i < different && said[i] != number) {
            i++;
        }
        if (i == different) {
            said[different++] = number;
            whose[i] = 0;
        }
        whose[i] |= firm;
    }

    private void begin(long next) {
        round = next;
        different = 0;
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
