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
import org.huiqi.verdict.PointsTotal;
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
        if (node.kind() != Node.Kind.SCORE) {
            reachable(node).forEach(p -> missing.addAll(missing(p)));
        }
        return missing;
    }

    /** The parts that can still be reached: of a branch whose condition is decided, only that and the way taken. */
    static Stream<Node> reachable(Node branch) {
        if (branch.kind() != Node.Kind.IF) {
            return branch.parts().stream();
        }
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
            case IF -> reachable(node).skip(1).forEach(p -> blame(p, truth, ids));
            case ALL, ANY, AT_LEAST -> node.parts().forEach(p -> blame(p, truth, ids));
            case CRITERION, SCORE -> {}
        }
    }

    /** The weakest source among what decided the tree; while it is open, among everything decided so far. */
    Optional<Seen> basis(Node node) {
        return switch (node.kind()) {
            case CRITERION -> node.finding().filter(f -> f.truth().decided()).map(f -> seen.apply(f.criterion()));
            case SCORE -> score(node);
            case IF -> branch(node);
            default -> group(node);
        };
    }

    private Optional<Seen> score(Node node) {
        Stream<Seen> own = node.truth().decided() ? node.points().stream().map(PointsTotal::seen) : Stream.empty();
        return weakest(Stream.concat(own, sources(node.parts())));
    }

    private Optional<Seen> branch(Node node) {
        Node condition = node.parts().get(0);
        if (!condition.truth().decided()) {
            return weakest(sources(node.parts()));
        }
        boolean free = condition.truth() == Truth.UNMET && node.parts().size() < 3;
        return weakest(sources(free ? List.of(condition) : List.of(condition, taken(node))));
    }

    private Optional<Seen> group(Node node) {
        List<Node> likeIt = parts(node, node.truth());
        return switch (node.kind()) {
            case ANY -> node.truth() == Truth.MET ? strongest(likeIt) : weakest(sources(node.parts()));
            case ALL -> node.truth() == Truth.UNMET ? strongest(likeIt) : weakest(sources(node.parts()));
            case NONE ->
                node.truth() == Truth.UNMET ? strongest(parts(node, Truth.MET)) : weakest(sources(node.parts()));
            default ->
                node.truth() == Truth.MET
                        ? sources(likeIt).sorted().skip(node.count() - 1L).findFirst()
                        : weakest(sources(node.parts()));
        };
    }

    private static List<Node> parts(Node node, Truth truth) {
        return node.parts().stream().filter(p -> p.truth() == truth).toList();
    }

    /** One of them was enough, so the best counts. */
    private Optional<Seen> strongest(List<Node> nodes) {
        return sources(nodes).min(Comparator.naturalOrder());
    }

    private Stream<Seen> sources(List<Node> nodes) {
        return nodes.stream().flatMap(n -> basis(n).stream());
    }

    private static Optional<Seen> weakest(Stream<Seen> sources) {
        return sources.max(Comparator.naturalOrder());
    }
}
