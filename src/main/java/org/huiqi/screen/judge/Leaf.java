package org.huiqi.screen.judge;

import java.util.List;

/** A criterion or a score. */
class Leaf extends Part {
    private final int number;
    private final Claim claim;

    Leaf(int number, Claim claim) {
        this.number = number;
        this.claim = claim;
    }

    @Override
    void look(Scene scene, long rows, int turned) {
        claim.look(scene, rows, this);
        if (turned == number) {
            long was = met;
            met = unmet;
            unmet = was;
        }
    }

    @Override
    void numbers(List<Integer> out) {
        out.add(number);
    }

    @Override
    final void blame(long rows, boolean wanted, long[] blame) {
        blame[number] |= rows & (wanted ? met : unmet);
    }

    @Override
    final void missing(Scene scene, long rows, Wants out) {
        long mine = rows & unknown();
        if (mine != 0) {
            claim.open(scene, mine, out);
        }
    }
}
