package org.huiqi.verdict;

import java.util.List;
import java.util.Optional;

/**
 * A requirement tree with its truths filled in.
 *
 * @param label what a group is called, may be empty
 * @param count how many parts must hold, for {@link Kind#AT_LEAST}
 * @param finding of a criterion
 * @param points of a score
 */
public record Node(
        Kind kind,
        String label,
        int count,
        Truth truth,
        Optional<Finding> finding,
        Optional<PointsTotal> points,
        List<Node> parts) {

    /** How a node joins its parts; the parts of IF are condition, then, and else if there is one. */
    public enum Kind {
        CRITERION,
        ALL,
        ANY,
        NONE,
        AT_LEAST,
        IF,
        SCORE
    }

    public Node {
        parts = List.copyOf(parts);
    }

    public static Node group(Kind kind, String label, int count, Truth truth, List<Node> parts) {
        return new Node(kind, label, count, truth, Optional.empty(), Optional.empty(), parts);
    }
}
