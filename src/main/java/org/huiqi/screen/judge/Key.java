package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiqi.policy.Edition;
import org.jspecify.annotations.Nullable;

/** A field that chooses between editions, asked for no more than the ranges of the editions tell apart. 0: unanswered. */
final class Key {
    private final SubjectField field;
    private final @Nullable Values values;
    private final List<Edition.Range> ranges;
    private final Map<List<Boolean>, Integer> kinds = new HashMap<>();
    private final List<Object> examples = new ArrayList<>();
    private int[] known = new int[16];
    private int generation;
    /** What is not among {@code values}: the different values of the firms before the judge, and who has them. */
    private final @Nullable Object[] present = new Object[Scene.MOST];

    private final long[] firms = new long[Scene.MOST];

    /** {@code values}: of a field of the enterprise that is answered, not worked out. */
    Key(SubjectField field, @Nullable Values values, List<Edition.Range> ranges) {
        this.field = field;
        this.values = values;
        this.ranges = ranges;
    }

    /** Sets those of one value apart from those of another. */
    void split(Scene scene, long rows, Split into) {
        if (values != null) {
            values.split(scene, into);
            return;
        }
        int count = 0;
        for (long left = rows; left != 0; left &= left - 1) {
            scene.turnTo(Long.numberOfTrailingZeros(left));
            Object value = field.value(scene);
            int i = 0;
            while (i < count && !Objects.equals(present[i], value)) {
                i++;
            }
            present[i] = value;
            firms[i] = i == count ? left & -left : firms[i] | left & -left;
            count = Math.max(count, i + 1);
        }
        for (int i = 0; i < count; i++) {
            into.by(firms[i]);
        }
    }

    SubjectField field() {
        return field;
    }

    /** Of the firm looked at. */
    int ask(Scene scene) {
        if (values == null) {
            Object value = field.value(scene);
            return value == null ? 0 : kind(value);
        }
        int number = values.number(scene);
        if (values.generation() != generation) {
            generation = values.generation();
            Arrays.fill(known, 0);
        }
        if (number >= known.length) {
            known = Arrays.copyOf(known, number * 2);
        }
        if (number > 0 && known[number] == 0) {
            known[number] = kind(values.value(number));
        }
        return known[number];
    }

    private int kind(Object value) {
        return kinds.computeIfAbsent(ranges.stream().map(r -> r.contains(value)).toList(), k -> {
            examples.add(value);
            return examples.size();
        });
    }

    /** A value that got this answer, as good as any other; empty for unanswered. */
    Optional<Object> example(int kind) {
        return kind == 0 ? Optional.empty() : Optional.of(examples.get(kind - 1));
    }
}
