package org.huiqi.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.PointsTotal;
import org.huiqi.verdict.Truth;

/** Fills the truths into a requirement tree. */
final class TreeEvaluator {
    private final Function<String, Finding> findings;
    private final Function<Score, PointsTotal> scores;

    TreeEvaluator(Function<String, Finding> findings, Function<Score, PointsTotal> scores) {
        this.findings = findings;
        this.scores = scores;
    }

    Node evaluate(Requirement requirement) {
        if (requirement instanceof Requirement.One one) {
            Finding finding = findings.apply(one.criterion());
            return new Node(
                    Node.Kind.CRITERION, "", 0, finding.truth(), Optional.of(finding), Optional.empty(), List.of());
        }
        if (requirement instanceof Requirement.Group group) {
            return group(group);
        }
        if (requirement instanceof Requirement.Branch branch) {
            return branch(branch);
        }
        if (requirement instanceof Requirement.Scored scored) {
            return score(scored.score());
        }
        return evaluate(((Requirement.Scoped) requirement).inner());
    }

    private Node group(Requirement.Group group) {
        List<Node> parts = group.parts().stream().map(this::evaluate).toList();
        return switch (group.join()) {
            case ALL -> Node.group(Node.Kind.ALL, group.label(), 0, all(parts), parts);
            case ANY -> Node.group(Node.Kind.ANY, group.label(), 0, any(parts), parts);
            case NONE -> Node.group(Node.Kind.NONE, group.label(), 0, any(parts).not(), parts);
            case AT_LEAST ->
                Node.group(Node.Kind.AT_LEAST, group.label(), group.count(), atLeast(group.count(), parts), parts);
        };
    }

    private static Truth all(List<Node> parts) {
        return parts.stream().map(Node::truth).reduce(Truth.MET, Truth::and);
    }

    private static Truth any(List<Node> parts) {
        return parts.stream().map(Node::truth).reduce(Truth.UNMET, Truth::or);
    }

    static Truth atLeast(int count, List<Node> parts) {
        long met = parts.stream().filter(p -> p.truth() == Truth.MET).count();
        long unmet = parts.stream().filter(p -> p.truth() == Truth.UNMET).count();
        if (met >= count) {
            return Truth.MET;
        }
        if (parts.size() - unmet < count) {
            return Truth.UNMET;
        }
        return parts.stream().anyMatch(p -> p.truth() == Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.REVIEW;
    }

    private Node branch(Requirement.Branch branch) {
        List<Node> parts = new ArrayList<>(List.of(evaluate(branch.condition()), evaluate(branch.then())));
        branch.otherwise().ifPresent(o -> parts.add(evaluate(o)));
        Truth condition = parts.get(0).truth();
        Truth then = parts.get(1).truth();
        Truth otherwise = parts.size() > 2 ? parts.get(2).truth() : Truth.MET;
        return Node.group(Node.Kind.IF, branch.label(), 0, branch(condition, then, otherwise), parts);
    }

    private static Truth branch(Truth condition, Truth then, Truth otherwise) {
        if (condition.decided()) {
            return condition == Truth.MET ? then : otherwise;
        }
        if (then.decided() && then == otherwise) {
            return then;
        }
        boolean silent = condition == Truth.UNKNOWN || then == Truth.UNKNOWN || otherwise == Truth.UNKNOWN;
        return silent ? Truth.UNKNOWN : Truth.REVIEW;
    }

    private Node score(Score score) {
        PointsTotal total = scores.apply(score);
        List<Node> items = score.criteria()
                .distinct()
                .map(id -> evaluate(new Requirement.One(id, 0)))
                .toList();
        return new Node(Node.Kind.SCORE, score.label(), 0, truth(total), Optional.empty(), Optional.of(total), items);
    }

    private static Truth truth(PointsTotal total) {
        int low = compare(total.total().low(), total);
        int high = compare(total.total().high(), total);
        if (low > 0 || low == 0 && !total.strict()) {
            return Truth.MET;
        }
        if (high < 0 || high == 0 && total.strict()) {
            return Truth.UNMET;
        }
        return total.missing().isEmpty() ? Truth.REVIEW : Truth.UNKNOWN;
    }

    private static int compare(java.math.@org.jspecify.annotations.Nullable BigDecimal end, PointsTotal total) {
        return java.util.Objects.requireNonNull(end).compareTo(total.threshold());
    }
}
