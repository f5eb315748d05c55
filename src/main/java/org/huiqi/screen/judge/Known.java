package org.huiqi.screen.judge;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers that a question got, so that equal ones are one object: found by the mark of a group of firms who are told the same ({@link Split}),
 * without making the answer, or by the answer. Begins anew when there are many. Not thread-safe.
 */
final class Known {
    private static final int MOST = 1 << 12;
    private final Map<Answer, Answer> all = new HashMap<>();
    /** By place, two a mark: open addressing, never more than half full. */
    private long[] marks = new long[1 << 6];

    private @Nullable Answer[] marked = new Answer[1 << 5];
    private int count;

    @Nullable
    Answer find(long first, long second) {
        int mask = marked.length - 1;
        for (int i = (int) first & mask; marked[i] != null; i = (i + 1) & mask) {
            if (marks[2 * i] == first && marks[2 * i + 1] == second) {
                return marked[i];
            }
        }
        return null;
    }

    /** The answer that equals this one, or this one. */
    Answer same(Answer answer) {
        Answer same = all.putIfAbsent(answer, answer);
        if (same == null && all.size() > MOST) {
            all.clear();
        }
        return same == null ? answer : same;
    }

    /** To be found by this mark from now on; nothing is yet. Returns the one that is found. */
    Answer put(long first, long second, Answer answer) {
        if (2 * count >= marked.length) {
            grow();
        }
        Answer same = same(answer);
        count++;
        set(first, second, same);
        return same;
    }

    private void set(long first, long second, @Nullable Answer answer) {
        int mask = marked.length - 1;
        int i = (int) first & mask;
        while (marked[i] != null) {
            i = (i + 1) & mask;
        }
        marks[2 * i] = first;
        marks[2 * i + 1] = second;
        marked[i] = answer;
    }

    private void grow() {
        long[] oldMarks = marks;
        @Nullable Answer[] old = marked;
        int size = count < MOST ? 2 * old.length : old.length;
        marks = new long[2 * size];
        marked = new Answer[size];
        for (int i = 0; size > old.length && i < old.length; i++) {
            if (old[i] != null) {
                set(oldMarks[2 * i], oldMarks[2 * i + 1], old[i]);
            }
        }
        count = size > old.length ? count : 0;
    }
}
