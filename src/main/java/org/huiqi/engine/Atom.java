package org.huiqi.engine;

import java.io.Serializable;
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
 */
public record Atom(String type, int index, String source, Condition condition) implements Serializable {

    /** The fields whose answers it needs. */
    public List<Ref> reads() {
        return condition.reads();
    }
}
