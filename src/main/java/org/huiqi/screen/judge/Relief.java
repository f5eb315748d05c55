package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.List;

/** What would become of those who fail, were one decisive criterion the other way round. */
final class Relief {
    private final Part tree;
    /** Demands that have nothing in common: who fails two of them is saved by no single criterion. The whole tree where it is not so simple. */
    private final List<Demand> demands = new ArrayList<>();

    private record Demand(Part part, int[] numbers) {}

    Relief(Part tree) {
        this.tree = tree;
        if (tree instanceof Group group && group.apart()) {
            for (Part part : group.parts()) {
                demands.add(demand(part));
            }
        } else {
            demands.add(demand(tree));
        }
    }

    private static Demand demand(Part part) {
        List<Integer> numbers = new ArrayList<>();
        part.numbers(numbers);
        return new Demand(
                part, numbers.stream().mapToInt(i -> i).distinct().sorted().toArray());
    }

    /** {@code rows}: who fails; the tree has just been looked at for them, and {@code out} tells what is decisive. */
    void find(Scene scene, long rows, Findings out) {
        long once = 0;
        long twice = 0;
        long open = 0;
        for (Demand demand : demands) {
            twice |= once & demand.part.unmet;
            once |= demand.part.unmet;
            open |= demand.part == tree ? 0 : demand.part.unknown();
        }
        long alone = rows & once & ~twice;
        for (Demand demand : demands) {
            long mine = alone & demand.part.unmet;
            for (int i = 0; mine != 0 && i < demand.numbers.length; i++) {
                int number = demand.numbers[i];
                turn(demand.part, number, scene, mine & out.decisive[number], open, out);
            }
        }
    }

    /** {@code open}: for whom another demand is unknown. */
    private static void turn(Part part, int number, Scene scene, long rows, long open, Findings out) {
        if (rows == 0) {
            return;
        }
        part.look(scene, rows, number);
        long saved = rows & ~part.unmet;
        long opening = saved & (part.unknown() | open);
        out.relieve(number, saved, opening);
    }
}
