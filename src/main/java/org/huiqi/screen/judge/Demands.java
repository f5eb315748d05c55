package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huiqi.policy.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * All demands of a policy at once, as one answer. Who fails several that have nothing in common is told which, and nobody asks whether the others are
 * met or open: so firms that fail alike are alike. Of all others every truth that is asked in any case counts.
 */
final class Demands extends Probe {
    private static final int TRUTH_BITS = 3;
    private static final int IN_WORD = 21;
    private static final int MOST = (Patterns.WORDS - 1) * IN_WORD;
    private final List<Probe> sure = new ArrayList<>();
    private final List<Leaf> single = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();
    /** Demands that are one criterion each. */
    private All singles = new All(List.of(), Truths.UNMET);

    private Demand[] others = {};
    /** What is asked in any case, by atom; -1 for what is no single atom. */
    private int[] atoms = {};

    private int count;
    private final Patterns patterns = new Patterns();
    private final Hearing aside;

    /** One demand; says whether it fails, and who is to blame. */
    private interface Demand {
        boolean fails(Scene scene, long[] blame);
    }

    private Demands(Hearing aside) {
        this.aside = aside;
    }

    /** Null where demands share criteria, or are too many; {@code aside}: of the same stage. */
    static @Nullable Demands of(Part tree, int criteria, Hearing aside) {
        if (!(tree instanceof Group group) || !group.apart() || criteria > (Patterns.WORDS - 1) * Long.SIZE) {
            return null;
        }
        Demands demands = new Demands(aside);
        Arrays.stream(group.parts()).forEach(demands::add);
        demands.finish();
        tree.sure(Truths.UNMET, demands.sure);
        demands.atoms = atoms(demands.sure);
        return demands.count < 2 || demands.sure.size() > MOST ? null : demands;
    }

    private void finish() {
        singles = new All(single, Truths.UNMET);
        others = demands.toArray(Demand[]::new);
        count = single.size() + others.length;
    }

    private void add(Part part) {
        if (part instanceof Leaf leaf) {
            single.add(leaf);
        } else if (part instanceof Group group && leaves(group) && group.join() == Requirement.Join.NONE) {
            demands.add(new All(leaves(group.parts()), Truths.MET));
        } else if (!(part instanceof Constant)) {
            demands.add((scene, blame) -> involved(part, blame));
        }
    }

    private static int[] atoms(List<Probe> probes) {
        return probes.stream()
                .mapToInt(p -> p instanceof OfAtom of ? of.atom : -1)
                .toArray();
    }

    private static boolean leaves(Group group) {
        return Arrays.stream(group.parts()).allMatch(p -> p instanceof Leaf || p instanceof Constant);
    }

    private static List<Leaf> leaves(Part[] parts) {
        return Arrays.stream(parts)
                .filter(Leaf.class::isInstance)
                .map(Leaf.class::cast)
                .toList();
    }

    private boolean involved(Part part, long[] blame) {
        if (part.truth(aside) != Truths.UNMET) {
            return false;
        }
        part.blame(aside, Truths.UNMET, blame);
        return true;
    }

    /** None of some criteria may have a certain truth. */
    private static final class All implements Demand {
        private final Probe[] probes;
        private final int[] atoms;
        private final int[] numbers;
        private final byte wrong;

        All(List<Leaf> leaves, byte wrong) {
            this.probes = leaves.stream().map(Leaf::probe).toArray(Probe[]::new);
            this.atoms = atoms(leaves.stream().map(Leaf::probe).toList());
            this.numbers = leaves.stream().mapToInt(Leaf::number).toArray();
            this.wrong = wrong;
        }

        @Override
        public boolean fails(Scene scene, long[] blame) {
            return count(scene, blame) > 0;
        }

        /** How many of them have it. */
        int count(Scene scene, long[] blame) {
            int count = 0;
            for (int i = 0; i < atoms.length; i++) {
                if ((atoms[i] < 0 ? probes[i].ask(scene) : scene.enterprise(atoms[i])) == wrong) {
                    Bits.set(blame, numbers[i]);
                    count++;
                }
            }
            return count;
        }
    }

    @Override
    int ask(Scene scene) {
        long[] pattern = patterns.blank();
        aside.begin(scene);
        int failed = singles.count(scene, pattern);
        for (Demand demand : others) {
            failed += demand.fails(scene, pattern) ? 1 : 0;
        }
        if (failed > 1) {
            patterns.fails();
            return patterns.number();
        }
        return truths(scene, patterns.blank());
    }

    private int truths(Scene scene, long[] pattern) {
        for (int i = 0; i < atoms.length; i++) {
            int truth = atoms[i] < 0 ? sure.get(i).ask(scene) : scene.enterprise(atoms[i]);
            pattern[i / IN_WORD] |= (long) truth << i % IN_WORD * TRUTH_BITS;
        }
        return patterns.number();
    }

    /** Does this answer tell of several failures? */
    boolean several(int number) {
        return patterns.fails(number);
    }

    /** Adds the criteria that are to blame for them. */
    void blame(int number, long[] out) {
        patterns.add(number, out);
    }

    /** What any other answer tells. */
    List<Probe> sure() {
        return sure;
    }

    @Override
    void forget() {
        patterns.clear();
    }
}
