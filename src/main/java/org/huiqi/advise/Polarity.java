package org.huiqi.advise;

import java.util.HashSet;
import java.util.Set;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.policy.Requirement;

/** Which criteria exclude: those of a {@code none}, read off the requirement trees. Immutable. */
record Polarity(Set<String> excluding) {
    static Polarity of(RuleBook book) {
        Set<String> excluding = new HashSet<>();
        book.policies().stream()
                .flatMap(p -> p.stages().values().stream())
                .flatMap(s -> s.require().stream())
                .forEach(r -> walk(r, false, excluding));
        return new Polarity(Set.copyOf(excluding));
    }

    private static void walk(Requirement requirement, boolean none, Set<String> excluding) {
        if (requirement instanceof Requirement.One one && none) {
            excluding.add(one.criterion());
        } else if (requirement instanceof Requirement.Group group) {
            boolean inside = none != (group.join() == Requirement.Join.NONE);
            group.parts().forEach(p -> walk(p, inside, excluding));
        } else if (requirement instanceof Requirement.Branch branch) {
            walk(branch.then(), none, excluding);
            branch.otherwise().ifPresent(o -> walk(o, none, excluding));
        } else if (requirement instanceof Requirement.Scoped scoped) {
            walk(scoped.inner(), none, excluding);
        }
    }

    /** Does yes to the field that this condition tests keep an enterprise out? */
    boolean harmful(String criterion, Condition condition) {
        return condition instanceof Condition.Comparison c
                && c.left() instanceof Expression.FieldValue
                && c.right() instanceof Expression.BooleanLiteral b
                && (c.operator().equals("==") == b.value()) == excluding.contains(criterion);
    }
}
