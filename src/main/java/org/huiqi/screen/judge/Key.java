package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.policy.Edition;

/** A field that chooses between editions, asked for no more than the ranges of the editions tell apart. 0: unanswered. */
final class Key extends Probe {
    private static final int MOST_REMEMBERED = 1 << 13;
    private final SubjectField field;
    private final List<Edition.Range> ranges;
    private final Map<Object, Integer> remembered = new HashMap<>();
    private final Map<List<Boolean>, Integer> kinds = new HashMap<>();
    private final List<Object> examples = new ArrayList<>();

    Key(SubjectField field, List<Edition.Range> ranges) {
        this.field = field;
        this.ranges = ranges;
    }

    SubjectField field() {
        return field;
    }

    @Override
    int ask(Scene scene) {
        Object value = field.value(scene);
        if (value == null) {
            return 0;
        }
        Integer known = remembered.get(value);
        return known == null ? remember(value) : known;
    }

    private int remember(Object value) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        int kind = kinds.computeIfAbsent(
                ranges.stream().map(r -> r.contains(value)).toList(), k -> {
                    examples.add(value);
                    return examples.size();
                });
        remembered.put(value, kind);
        return kind;
    }

    /** A value that got this answer, as good as any other; empty for unanswered. */
    Optional<Object> example(int kind) {
        return kind == 0 ? Optional.empty() : Optional.of(examples.get(kind - 1));
    }
}
