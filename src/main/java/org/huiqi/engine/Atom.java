package org.huiqi.engine;

import java.util.List;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Ref;

/**
 * One constraint on one fact type: the smallest thing both evaluators answer. Equal constraints are one atom.
 *
 * @param type fact type it tests
 * @param index position among the atoms of that type
 * @param source the constraint as written
 * @param condition the same, parsed
 * @param reads the fields whose answers it needs: asked for every profile, so kept; whatever is given, it is that of {@code condition}
 */
public record Atom(String type, int index, String source, Condition condition, List<Ref> reads) {

    public Atom {
        reads = condition.reads();
    }

    public Atom(String type, int index, String source, Condition condition) {
        this(type, index, source, condition, List.of());
    }
}
