package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.engine.Step;
import org.huiqi.engine.condition.Ref;

/** Puts the steps of a sheet into an order in which every figure comes after those it is made of. */
final class StepOrder {
    private StepOrder() {}

    static List<Step> sorted(List<Step> steps, Complaints complaints) {
        List<Step> sorted = new ArrayList<>();
        List<Step> left = new ArrayList<>(steps);
        while (!left.isEmpty()) {
            Set<String> pending = left.stream().map(Step::target).collect(Collectors.toCollection(LinkedHashSet::new));
            List<Step> ready = left.stream().filter(s -> ingredients(s).noneMatch(pending::contains)).toList();
            if (ready.isEmpty()) {
                complaints.add(left.get(0).place().line(), "these figures are made of each other: " + pending + ".", "Break the circle.");
                return steps;
            }
            sorted.addAll(ready);
            left.removeAll(ready);
        }
        return sorted;
    }

    /** Figures of the same sheet that a step needs. */
    static Stream<String> ingredients(Step step) {
        Stream<Ref> tests = step.atoms().stream().flatMap(a -> a.condition().refs());
        return Stream.concat(tests, step.expression().refs()).filter(r -> r.owner().isEmpty()).map(r -> r.field().name());
    }
}
