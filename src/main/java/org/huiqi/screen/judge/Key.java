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
    /** By firm. */
    private final int[] asked = new int[Scene.MOST];

    /** {@code values}: of a field of the enterprise that is answered, not worked out. */
    Key(SubjectField field, @Nullable Values values, List<Edition.Range> ranges) {
        this.field = field;
        this.values = values;
        this.scale = Scale.of(field.field(), ranges).orElse(null);
        this.ranges = ranges;
    }

    /** Finds out about {@code rows}, and sets those apart that the ranges tell apart. */
    void split(Scene scene, long rows, Split into) {
        int most = 0;
        if (values != null && !field.possible()) {
            Arrays.fill(asked, 0);
            return;
        }
        for (long left = rows; left != 0; left &= left - 1) {
            int firm = Long.numberOfTrailingZeros(left);
            scene.turnTo(firm);
            asked[firm] = ask(scene, firm);
            most = Math.max(most, asked[firm]);
        }
        for (int kind = 0; kind < most; kind++) {
            into.by(of(kind, rows));
        }
    }

    private int ask(Scene scene, int firm) {
        if (scale != null) {
            return scale.kind(field.value(scene), this::kind);
        }
        return values == null ? kind(field.value(scene)) : known(values.firms(scene)[firm], values);
    }

    private long of(int kind, long rows) {
        long of = 0;
        for (long left = rows; left != 0; left &= left - 1) {
            of |= asked[Long.numberOfTrailingZeros(left)] == kind ? left & -left : 0;
        }
        return of;
    }

    /** What was found out about a firm. */
    int asked(int firm) {
        return asked[firm];
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
