package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.policy.Edition;
import org.jspecify.annotations.Nullable;

/** A field that chooses between editions, asked for no more than the ranges of the editions tell apart. 0: unanswered. */
final class Key {
    private final SubjectField field;
    private final @Nullable Values values;
    private final @Nullable Scale scale;
    private final List<Edition.Range> ranges;
    private final Map<List<Boolean>, Integer> kinds = new HashMap<>();
    private final List<Object> examples = new ArrayList<>();
    private int[] known = new int[16];
    private int generation;
    /** By what was found out: of whom. */
    private long[] ofKind = new long[16];

    /** The last that is said of anybody. */
    private int most;

    /** {@code values}: of a field of the enterprise that is answered, not worked out. */
    Key(SubjectField field, @Nullable Values values, List<Edition.Range> ranges) {
        this.field = field;
        this.values = values;
        this.scale = Scale.of(field.field(), ranges).orElse(null);
        this.ranges = ranges;
    }

    /** Finds out about {@code rows}, and sets those apart that the ranges tell apart. */
    void split(Scene scene, long rows, Split into) {
        Arrays.fill(ofKind, 0, most + 1, 0);
        most = 0;
        if (values != null && !field.possible()) {
            tell(0, rows);
        } else if (values != null && scale == null) {
            for (int i = 0; i < values.different(scene); i++) {
                tell(known(values.said(i), values), values.whose(i) & rows);
            }
        } else {
            for (long left = rows; left != 0; left &= left - 1) {
                scene.turnTo(Long.numberOfTrailingZeros(left));
                Object value = field.value(scene);
                tell(scale == null ? kind(value) : scale.kind(value, this::kind), left & -left);
            }
        }
        into.by(ofKind, most);
    }

    private void tell(int kind, long rows) {
        ofKind = kind < ofKind.length ? ofKind : Arrays.copyOf(ofKind, 2 * kind);
        most = Math.max(most, kind);
        ofKind[kind] |= rows;
    }

    /** What was found out about a firm. */
    int asked(int firm) {
        int kind = 0;
        while ((ofKind[kind] & 1L << firm) == 0) {
            kind++;
        }
        return kind;
    }

    SubjectField field() {
        return field;
    }

    private int known(int number, Values of) {
        if (of.generation() != generation) {
            generation = of.generation();
            Arrays.fill(known, 0);
        }
        if (number >= known.length) {
            known = Arrays.copyOf(known, number * 2);
        }
        if (number > 0 && known[number] == 0) {
            known[number] = kind(of.value(number));
        }
        return known[number];
    }

    private int kind(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
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
