package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiqi.engine.Atom;
import org.huiqi.engine.condition.Condition;

/** Gives equal constraints on one fact type one atom. */
final class AtomPool {
    private final Map<String, Map<Condition, Atom>> byType = new LinkedHashMap<>();

    Atom atom(String type, String source, Condition condition) {
        Map<Condition, Atom> atoms = byType.computeIfAbsent(type, t -> new LinkedHashMap<>());
        return atoms.computeIfAbsent(condition, c -> new Atom(type, atoms.size(), source.strip(), c));
    }

    Map<String, List<Atom>> atoms() {
        Map<String, List<Atom>> lists = new LinkedHashMap<>();
        byType.forEach((type, atoms) -> lists.put(type, new ArrayList<>(atoms.values())));
        return lists;
    }
}
