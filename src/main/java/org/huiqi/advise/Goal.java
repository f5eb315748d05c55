package org.huiqi.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Truth;

/** A criterion that should come out otherwise; and which of them together turn a tree, found by walking the tree. */
record Goal(String criterion, Truth wanted) {
    private static final int MOST_PLANS = 40;
    private static final int MOST_PAIRS = 30;

    /** Sets of goals that make the node MET (or leave it to reviewers), or, if {@code wanted} is UNMET, UNMET; the smallest first. */
    static List<Set<Goal>> plans(Node node, Truth wanted) {
        if (node.truth() == wanted || node.truth() == Truth.REVIEW && wanted == Truth.MET) {
            return List.of(Set.of());
        }
        boolean met = wanted == Truth.MET;
        return smallest(
                switch (node.kind()) {
                    case CRITERION -> node.finding().stream().map(f -> Set.of(goal(f, wanted)));
                    case ALL -> met ? each(node.parts(), wanted) : one(node.parts(), wanted);
                    case ANY -> met ? one(node.parts(), wanted) : each(node.parts(), wanted);
                    case NONE -> met ? each(node.parts(), Truth.UNMET) : one(node.parts(), Truth.MET);
                    case AT_LEAST ->
                        some(node.parts(), met ? node.count() : node.parts().size() - node.count() + 1, wanted);
                    case IF -> branch(node, wanted);
                    case SCORE -> score(node, wanted);
                });
    }

    private static Goal goal(Finding finding, Truth wanted) {
        return new Goal(finding.criterion(), wanted);
    }

    private static List<Set<Goal>> smallest(Stream<Set<Goal>> plans) {
        return plans.distinct()
                .sorted(Comparator.comparing(Set::size))
                .limit(MOST_PLANS)
                .toList();
    }

    private static Stream<Set<Goal>> one(List<Node> parts, Truth wanted) {
        return parts.stream().flatMap(p -> plans(p, wanted).stream());
    }

    private static Stream<Set<Goal>> each(List<Node> parts, Truth wanted) {
        List<Set<Goal>> joined = List.of(Set.of());
        for (Node part : parts) {
            joined = smallest(cross(joined, plans(part, wanted)));
        }
        return joined.stream();
    }

    private static Stream<Set<Goal>> cross(List<Set<Goal>> left, List<Set<Goal>> right) {
        return left.stream()
                .flatMap(l -> right.stream().map(r -> {
                    Set<Goal> both = new LinkedHashSet<>(l);
                    both.addAll(r);
                    return both;
                }));
    }

    /** At least so many of the parts: those that are so already, and the cheapest others. */
    private static Stream<Set<Goal>> some(List<Node> parts, int count, Truth wanted) {
        List<List<Set<Goal>>> options = parts.stream()
                .map(p -> plans(p, wanted))
                .filter(o -> !o.isEmpty())
                .toList();
        return chosen(options, 0, count).stream();
    }

    private static List<Set<Goal>> chosen(List<List<Set<Goal>>> options, int from, int count) {
        if (count <= 0) {
            return List.of(Set.of());
        }
        if (options.size() - from < count) {
            return List.of();
        }
        List<Set<Goal>> with = smallest(cross(options.get(from), chosen(options, from + 1, count - 1)));
        return smallest(Stream.concat(with.stream(), chosen(options, from + 1, count).stream()));
    }

    private static Stream<Set<Goal>> branch(Node node, Truth wanted) {
        Node condition = node.parts().get(0);
        List<Set<Goal>> otherwise = node.parts().size() > 2
                ? plans(node.parts().get(2), wanted)
                : wanted == Truth.MET ? List.of(Set.of()) : List.of();
        return Stream.concat(
                cross(plans(condition, Truth.MET), plans(node.parts().get(1), wanted)),
                cross(plans(condition, Truth.UNMET), otherwise));
    }

    /** One item or two that do not count yet; whether they suffice is seen when they are assessed. */
    private static Stream<Set<Goal>> score(Node node, Truth wanted) {
        List<Goal> items = node.parts().stream()
                .filter(p -> p.truth() != wanted && p.truth() != Truth.REVIEW)
                .flatMap(p -> p.finding().stream())
                .map(f -> goal(f, wanted))
                .toList();
        List<Set<Goal>> sets = new ArrayList<>();
        items.forEach(i -> sets.add(Set.of(i)));
        for (int i = 0; i < items.size() && sets.size() < MOST_PAIRS; i++) {
            for (int j = i + 1; j < items.size(); j++) {
                sets.add(new LinkedHashSet<>(List.of(items.get(i), items.get(j))));
            }
        }
        return sets.stream();
    }
}
