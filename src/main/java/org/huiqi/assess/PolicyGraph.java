package org.huiqi.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huiqi.policy.Neighbour;
import org.huiqi.policy.Policy;

/**
 * How policies depend on and shut out each other: {@code requires} points from a policy to what it rests on and has no circles;
 * {@code excludes} holds in both directions, whichever side says so. Immutable.
 */
public final class PolicyGraph {
    private final Map<String, Set<String>> requires = new LinkedHashMap<>();
    private final Map<String, Set<String>> excludes = new LinkedHashMap<>();

    PolicyGraph(Collection<Policy> policies) {
        for (Policy policy : policies) {
            requires.put(policy.id(), ids(policy.requires()));
            excludes.computeIfAbsent(policy.id(), id -> new TreeSet<>()).addAll(ids(policy.excludes()));
            ids(policy.excludes())
                    .forEach(other -> excludes.computeIfAbsent(other, id -> new TreeSet<>())
                            .add(policy.id()));
        }
    }

    /** The policies that {@code id} rests on directly. */
    public Set<String> requires(String id) {
        return Set.copyOf(requires.getOrDefault(id, Set.of()));
    }

    /** The policies that rest on {@code id} directly. */
    public List<String> requiredBy(String id) {
        return requires.entrySet().stream()
                .filter(e -> e.getValue().contains(id))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The policies one must choose between when choosing {@code id}. */
    public Set<String> excludes(String id) {
        return Set.copyOf(excludes.getOrDefault(id, Set.of()));
    }

    /** Every policy after those it rests on; policies in a circle are left out. */
    public List<String> ordered() {
        Set<String> ordered = new LinkedHashSet<>();
        boolean more = true;
        while (more) {
            List<String> ready = requires.keySet().stream()
                    .filter(id -> !ordered.contains(id) && reached(requires.get(id), ordered))
                    .toList();
            more = ordered.addAll(ready);
        }
        return new ArrayList<>(ordered);
    }

    /** Policies that rest on each other in a circle; empty in a sound pack. */
    public List<String> circle() {
        List<String> ordered = ordered();
        return requires.keySet().stream()
                .filter(id -> !ordered.contains(id) && beneath(id).contains(id))
                .toList();
    }

    /** Everything {@code id} rests on, directly or through others. */
    public Set<String> beneath(String id) {
        Set<String> beneath = new LinkedHashSet<>(requires(id));
        boolean more = true;
        while (more) {
            List<String> deeper =
                    beneath.stream().flatMap(b -> requires(b).stream()).toList();
            more = beneath.addAll(deeper);
        }
        return beneath;
    }

    private static Set<String> ids(List<Neighbour> neighbours) {
        return neighbours.stream().map(Neighbour::policy).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean reached(Set<String> wanted, Set<String> ordered) {
        return wanted.stream().allMatch(id -> ordered.contains(id) || !requires.containsKey(id));
    }
}
