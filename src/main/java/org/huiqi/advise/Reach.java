package org.huiqi.advise;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.Assessor;
import org.huiqi.policy.Policy;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/**
 * What may still be asked when some fields never will be answered. A field is worth asking if, whatever it takes of the other answers, it can
 * help to bring the verdict to an end: a test that also reads a skipped field stays open, and so does every group that cannot do without it.
 */
final class Reach {
    private static final Set<Truth> ENDS = EnumSet.of(Truth.MET, Truth.UNMET, Truth.REVIEW);
    private final Position now;
    private final Leaf leaf;

    Reach(Assessor assessor, Position now) {
        this.now = now;
        this.leaf = new Leaf(assessor, now);
    }

    /** The fields that can still bring this verdict to an end: exactly the missing ones while nothing is skipped. */
    Set<String> askable(Verdict verdict) {
        Set<String> askable = new LinkedHashSet<>(verdict.missing());
        boolean untouched = !askable.removeAll(now.skipped());
        if (untouched || verdict.tree().isEmpty() || !keys(verdict).isEmpty()) {
            return askable;
        }
        Node tree = verdict.tree().get();
        if (classifies(verdict)) { // no class is known before the first one is decided
            return Collections.disjoint(reachable(tree, verdict), ENDS) ? Set.of() : askable;
        }
        Set<String> useful = new LinkedHashSet<>();
        useful(tree, verdict, ENDS, useful);
        askable.retainAll(useful);
        return askable;
    }

    /** The fields it waits for that choose the edition, and with it what is asked at all. */
    private Set<String> keys(Verdict verdict) {
        Set<String> names = policy(verdict).editionsOf(verdict.stage()).stream()
                .flatMap(e -> e.key().keySet().stream())
                .collect(Collectors.toSet());
        return verdict.missing().stream()
                .filter(path -> names.contains(path.substring(path.lastIndexOf('.') + 1)))
                .collect(Collectors.toSet());
    }

    /** These, and the list of the subjects where nobody gave one. */
    Set<String> first(Verdict verdict) {
        Set<String> first = new LinkedHashSet<>(keys(verdict));
        first.add(leaf.assessor().book().dictionary().get(verdict.subjectType()).list());
        first.retainAll(verdict.missing());
        return first;
    }

    private Policy policy(Verdict verdict) {
        return leaf.assessor().book().findPolicy(verdict.policy()).orElseThrow();
    }

    private boolean classifies(Verdict verdict) {
        return Stream.ofNullable(policy(verdict).stages().get(verdict.stage()))
                .anyMatch(s -> !s.results().isEmpty());
    }

    /** The truths a node can still come to. */
    private Set<Truth> reachable(Node node, Verdict verdict) {
        if (node.truth().decided() || node.truth() == Truth.REVIEW) {
            return EnumSet.of(node.truth());
        }
        List<Set<Truth>> parts =
                node.parts().stream().map(p -> reachable(p, verdict)).toList();
        return switch (node.kind()) {
            case CRITERION -> leaf.reachable(finding(node), verdict);
            case SCORE ->
                now.skipped().containsAll(node.points().orElseThrow().missing())
                        ? EnumSet.of(Truth.UNKNOWN)
                        : EnumSet.allOf(Truth.class);
            case ALL -> fold(parts, Truth.MET, Truth::and);
            case ANY -> fold(parts, Truth.UNMET, Truth::or);
            case NONE -> not(fold(parts, Truth.UNMET, Truth::or));
            case AT_LEAST -> atLeast(node.count(), parts);
            case IF -> branch(parts);
        };
    }

    private static Finding finding(Node node) {
        return node.finding().orElseThrow();
    }

    private static Set<Truth> fold(List<Set<Truth>> parts, Truth start, java.util.function.BinaryOperator<Truth> join) {
        Set<Truth> all = EnumSet.of(start);
        for (Set<Truth> part : parts) {
            Set<Truth> next = EnumSet.noneOf(Truth.class);
            all.forEach(a -> part.forEach(b -> next.add(join.apply(a, b))));
            all = next;
        }
        return all;
    }

    private static Set<Truth> not(Set<Truth> truths) {
        Set<Truth> not = EnumSet.noneOf(Truth.class);
        truths.forEach(t -> not.add(t.not()));
        return not;
    }

    private static Set<Truth> atLeast(int count, List<Set<Truth>> parts) {
        Set<Truth> reachable = EnumSet.of(Truth.UNKNOWN);
        if (can(parts, Truth.MET) >= count) {
            reachable.add(Truth.MET);
        }
        if (can(parts, Truth.UNMET) > parts.size() - count) {
            reachable.add(Truth.UNMET);
        }
        if (parts.stream().allMatch(p -> p.stream().anyMatch(ENDS::contains)) && can(parts, Truth.REVIEW) > 0) {
            reachable.add(Truth.REVIEW);
        }
        return reachable;
    }

    private static long can(List<Set<Truth>> parts, Truth truth) {
        return parts.stream().filter(p -> p.contains(truth)).count();
    }

    private static Set<Truth> branch(List<Set<Truth>> parts) {
        Set<Truth> otherwise = parts.size() > 2 ? parts.get(2) : EnumSet.of(Truth.MET);
        Set<Truth> reachable = EnumSet.of(Truth.UNKNOWN);
        if (parts.get(0).contains(Truth.MET)) {
            reachable.addAll(parts.get(1));
        }
        if (parts.get(0).contains(Truth.UNMET)) {
            reachable.addAll(otherwise);
        }
        Set<Truth> either = EnumSet.copyOf(parts.get(1));
        either.retainAll(otherwise);
        either.retainAll(EnumSet.of(Truth.MET, Truth.UNMET));
        reachable.addAll(either);
        if (parts.get(0).contains(Truth.REVIEW)) {
            reachable.add(Truth.REVIEW);
        }
        return reachable;
    }

    /** Collects the fields below that help this node to one of the truths wanted. */
    private void useful(Node node, Verdict verdict, Set<Truth> wanted, Set<String> fields) {
        Set<Truth> reachable = reachable(node, verdict);
        reachable.retainAll(wanted);
        if (node.truth() != Truth.UNKNOWN || reachable.isEmpty()) {
            return;
        }
        switch (node.kind()) {
            case CRITERION -> fields.addAll(leaf.useful(finding(node), verdict));
            case SCORE -> fields.addAll(node.points().orElseThrow().missing());
            case ALL -> joined(node, verdict, reachable, Truth.UNMET, fields);
            case ANY, NONE ->
                joined(node, verdict, node.kind() == Node.Kind.ANY ? reachable : not(reachable), Truth.MET, fields);
            case AT_LEAST -> node.parts().forEach(p -> useful(p, verdict, ENDS, fields));
            case IF -> chosen(node, verdict, reachable, fields);
        }
    }

    /** Parts joined by and ({@code one} = UNMET) or by or (MET): one is enough to decide it that way, else all must join in. */
    private void joined(Node node, Verdict verdict, Set<Truth> wanted, Truth one, Set<String> fields) {
        for (Node part : node.parts()) {
            Set<Truth> help = EnumSet.noneOf(Truth.class);
            if (wanted.contains(one)) {
                help.add(one);
            }
            if (wanted.contains(one.not())) {
                help.add(one.not());
            }
            if (wanted.contains(Truth.REVIEW)) {
                help.addAll(EnumSet.of(one.not(), Truth.REVIEW));
            }
            useful(part, verdict, help, fields);
        }
    }

    private void chosen(Node node, Verdict verdict, Set<Truth> wanted, Set<String> fields) {
        Node condition = node.parts().get(0);
        Set<Truth> decides = reachable(condition, verdict);
        useful(condition, verdict, ENDS, fields);
        if (decides.contains(Truth.MET) || decides.contains(Truth.UNKNOWN)) {
            useful(node.parts().get(1), verdict, wanted, fields);
        }
        if (node.parts().size() > 2 && (decides.contains(Truth.UNMET) || decides.contains(Truth.UNKNOWN))) {
            useful(node.parts().get(2), verdict, wanted, fields);
        }
    }
}
