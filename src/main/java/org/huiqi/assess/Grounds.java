package org.huiqi.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Seen;
import org.huiqi.verdict.Truth;

/** Why a tree came out as it did: what could still decide it, what decided it, and how well that was checked. */
final class Grounds {
    private final Function<String, Seen> seen;

    Grounds(Function<String, Seen> seen) {
        this.seen = seen;
    }

    /** Exactly the fields that could still decide an open tree: decided parts and what only a person can judge are left out. */
    static Set<String> missing(Node node) {
        Set<String> missing = new LinkedHashSet<>();
        if (node.truth() != Truth.UNKNOWN) {
            return missing;
        }
        node.finding().ifPresent(f -> missing.addAll(f.missing()));
        node.points().ifPresent(p -> missing.addAll(p.missing()));
        if (node.kind() == Node.Kind.IF) {
            reachable(node).forEach(p -> missing.addAll(missing(p)));
        } else if (node.kind() != Node.Kind.SCORE) {
            node.parts().forEach(p -> missing.addAll(missing(p)));
        }
        return missing;
    }

    /** The parts of a branch that can still be reached. */
    private static Stream<Node> reachable(Node branch) {
        Node condition = branch.parts().get(0);
        return branch.parts().stream()
                .filter(p -> p == condition || !condition.truth().decided() || p == taken(branch));
    }

    private static Node taken(Node branch) {
        boolean holds = branch.parts().get(0).truth() == Truth.MET;
        return holds || branch.parts().size() < 3
                ? branch.parts().get(1)
                : branch.parts().get(2);
    }

    /** Ids of the criteria that made a tree fail. */
    static List<String> decisive(Node node) {
        Set<String> ids = new LinkedHashSet<>();
        blame(node, Truth.UNMET, ids);
        return new ArrayList<>(ids);
    }

    private static void blame(Node node, Truth truth, Set<String> ids) {
        if (node.truth() != truth) {
            return;
        }
        node.finding().ifPresent(f -> ids.add(f.criterion()));
        node.points().ifPresent(p -> ids.add(p.id()));
        switch (node.kind()) {
            case NONE -> node.parts().forEach(p -> blame(p, truth.not(), ids));
            case IF -> blame(taken(node), truth, ids);
            case ALL, ANY, AT_LEAST -> node.parts().forEach(p -> blame(p, truth, ids));
            case CRITERION, SCORE -> {}
        }
    }

    /** The weakest source among what decided the tree; while it is open, among everything decided so far. */
    Optional<Seen> basis(Node node) {
        Optional<Seen> own = node.finding().filter(f -> f.truth().decided()).map(f -> seen.apply(f.criterion()));
        if (node.kind() == Node.Kind.CRITERION) {
            return own;
        }
        if (node.kind() == Node.Kind.SCORE) {
            return node.truth().decided()
                    ? node.points()
                            .map(p -> weakest(Stream.concat(Stream.of(p.seen()), sources(node.parts())))
                                    .orElse(p.seen()))
                    : weakest(sources(node.parts()));
        }
        if (node.kind() == Node.Kind.IF && node.parts().get(0).truth().decided()) {
            boolean free =
                    node.parts().get(0).truth() == Truth.UNMET && node.parts().size() < 3;
            return weakest(sources(
                    free ? List.of(node.parts().get(0)) : List.of(node.parts().get(0), taken(node))));
        }
        return group(node);
    }

    private Optional<Seen> group(Node node) {
        boolean any = node.kind() == Node.Kind.ANY;
        boolean alone = any && node.truth() == Truth.MET || node.kind() == Node.Kind.ALL && node.truth() == Truth.UNMET;
        if (alone) {
            return sources(node.parts().stream()
                            .filter(p -> p.truth() == node.truth())
                            .toList())
                    .min(Comparator.naturalOrder());
        }
        if (node.kind() == Node.Kind.NONE && node.truth() == Truth.UNMET) {
            return sources(node.parts().stream()
                            .filter(p -> p.truth() == Truth.MET)
                            .toList())
                    .min(Comparator.naturalOrder());
        }
        if (node.kind() == Node.Kind.AT_LEAST && node.truth() == Truth.MET) {
            return sources(node.parts().stream()
                            .filter(p -> p.truth() == Truth.MET)
                            .toList())
                    .sorted()
                    .skip(node.count() - 1L)
                    .findFirst();
        }
        return weakest(sources(node.parts()));
    }

    private Stream<Seen> sources(List<Node> nodes) {
        return nodes.stream().flatMap(n -> basis(n).stream());
    }

    private static Optional<Seen> weakest(Stream<Seen> sources) {
        return sources.max(Comparator.naturalOrder());
    }
}
