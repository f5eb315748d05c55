package org.huiqi.screen.judge;

import java.util.Arrays;
import java.util.List;

/** Truths that are asked for whatever comes of them, as one answer: one step where there were many. Every combination that turns up has a number. */
final class Bundle extends Probe {
    private static final int BITS = 3;
    static final int MOST = 63 / BITS;
    /** So few need no numbers of their own. */
    private static final int FEW = 2;

    private final Probe[] parts;
    private final int[] atoms;
    private long[] combinations = new long[64];
    private int[] numbers = new int[64];
    private int used;

    /** At most {@link #MOST}. */
    Bundle(List<Probe> parts) {
        this.parts = parts.toArray(Probe[]::new);
        this.atoms = parts.stream()
                .mapToInt(p -> p instanceof OfAtom of ? of.atom : -1)
                .toArray();
    }

    Probe[] parts() {
        return parts;
    }

    @Override
    int ask(Scene scene) {
        long combination = 1;
        for (int i = 0; i < atoms.length; i++) {
            int truth = atoms[i] < 0 ? parts[i].ask(scene) : scene.enterprise(atoms[i]);
            combination = combination << BITS | truth;
        }
        return atoms.length <= FEW ? (int) combination & (1 << BITS * FEW) - 1 : number(combination);
    }

    private int number(long combination) {
        int slot = slot(combination);
        while (combinations[slot] != 0) {
            if (combinations[slot] == combination) {
                return numbers[slot];
            }
            slot = slot + 1 & combinations.length - 1;
        }
        combinations[slot] = combination;
        numbers[slot] = used++;
        if (used * 2 > combinations.length) {
            grow();
        }
        return used - 1;
    }

    private int slot(long combination) {
        return (int) (combination * 0x9E3779B97F4A7C15L >>> 40) & combinations.length - 1;
    }

    private void grow() {
        long[] before = combinations;
        int[] theirs = numbers;
        combinations = new long[before.length * 2];
        numbers = new int[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                int slot = slot(before[i]);
                while (combinations[slot] != 0) {
                    slot = slot + 1 & combinations.length - 1;
                }
                combinations[slot] = before[i];
                numbers[slot] = theirs[i];
            }
        }
    }

    @Override
    void forget() {
        Arrays.fill(combinations, 0);
        used = 0;
    }
}
