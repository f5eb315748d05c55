package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.engine.Step;
import org.huiqi.engine.condition.Ref;

/** Puts the steps of a sheet into an order in which every figure comes after those it is made of. */
final class StepOrder {
    private StepOrder() {}

    /** All steps of a figure stay together, since any of them may be the one that applies. */
    static List<Step> sorted(List<Step> steps, Complaints complaints) {
        Map<String, List<Step>> left =
                steps.stream().collect(Collectors.groupingBy(Step::target, LinkedHashMap::new, Collectors.toList()));
        List<Step> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> ready = left.keySet().stream()
                    .filter(t ->
                            left.get(t).stream().flatMap(StepOrder::ingredients).noneMatch(left::containsKey))
                    .toList();
            if (ready.isEmpty()) {
                complaints.add(
                        steps.get(0).place().line(),
                        "these figures are made of each other: " + left.keySet() + ".",
                        "Break the circle.");
                return steps;
            }
            ready.forEach(t -> sorted.addAll(left.remove(t)));
        }
        return sorted;
    }

    /** Figures of the same sheet that a step needs. */
    static Stream<String> ingredients(Step step) {
        Stream<Ref> tests = step.atoms().stream().flatMap(a -> a.condition().refs());
        return Stream.concat(tests, step.expression().refs())
                .filter(r -> r.owner().isEmpty())
                .map(r -> r.field().name());
    }
}
