package org.huiqi.engine.classic;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.huiqi.engine.Fact;

/** What fired in one session: the global of the generated rules. */
public final class Hits {
    private final Map<Fact, Set<Integer>> atoms = new IdentityHashMap<>();
    private final Map<String, Set<Fact>> criteria = new java.util.HashMap<>();

    /** Called by a generated rule: an atom holds for a fact. */
    public void atom(int index, Fact fact) {
        atoms.computeIfAbsent(fact, f -> new HashSet<>()).add(index);
    }

    /** Called by a generated rule: a whole criterion matched, for a fact or for all. */
    public void criterion(String id, Fact fact) {
        criteria.computeIfAbsent(id, i -> java.util.Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(fact);
    }

    boolean atomHolds(int index, Fact fact) {
        return atoms.getOrDefault(fact, Set.of()).contains(index);
    }

    boolean matched(String criterion, Fact fact) {
        return criteria.getOrDefault(criterion, Set.of()).contains(fact);
    }
}
