package org.huiqi.report;

import java.util.List;
import java.util.stream.Stream;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Truth;

/** What of a requirement tree still matters to its truth, and so is worth a reader's time. */
public final class Relevant {
    private Relevant() {}

    /** The parts to show: of alternatives enough that are met, of a branch the condition and what followed from it. */
    public static List<Node> parts(Node node) {
        return switch (node.kind()) {
            case ANY, AT_LEAST -> node.truth() == Truth.MET ? enough(node) : node.parts();
            case IF -> node.parts().get(0).truth().decided() ? taken(node) : node.parts();
            case CRITERION, ALL, NONE, SCORE -> node.parts();
        };
    }

    private static List<Node> enough(Node node) {
        Stream<Node> met = node.parts().stream().filter(p -> p.truth() == Truth.MET);
        return met.limit(Math.max(node.count(), 1)).toList();
    }

    private static List<Node> taken(Node branch) {
        Node condition = branch.parts().get(0);
        int what = condition.truth() == Truth.MET ? 1 : 2;
        return Stream.concat(
                        Stream.of(condition), branch.parts().stream().skip(what).limit(1))
                .toList();
    }

    /** What must hold at the top of a tree: nameless groups of requirements opened. */
    public static Stream<Node> demands(Node node) {
        return node.kind() == Node.Kind.ALL && node.label().isEmpty()
                ? node.parts().stream().flatMap(Relevant::demands)
                : Stream.of(node);
    }

    /** Of a demand that failed, what made it fail; nothing of any other. */
    static Stream<Node> against(Node node) {
        return failing(node, Truth.UNMET);
    }

    private static Stream<Node> failing(Node node, Truth truth) {
        if (node.truth() != truth) {
            return Stream.empty();
        }
        return switch (node.kind()) {
            case CRITERION, SCORE, IF -> Stream.of(node);
            case NONE -> Stream.of(with(node, node.parts().stream().flatMap(p -> failing(p, truth.not()))));
            case ALL, ANY, AT_LEAST ->
                Stream.of(with(node, node.parts().stream().flatMap(p -> failing(p, truth))));
        };
    }

    private static Node with(Node node, Stream<Node> parts) {
        return Node.group(node.kind(), node.label(), node.count(), node.truth(), parts.toList());
    }

    /** How a tree came out, without whose figures these were. */
    public static String shape(Node node) {
        String what = node.finding().map(f -> f.criterion()).orElse(node.label());
        Stream<Node> parts = node.kind() == Node.Kind.SCORE ? Stream.empty() : parts(node).stream();
        return node.kind() + " " + node.truth() + " " + what
                + parts.map(Relevant::shape).toList();
    }
}
