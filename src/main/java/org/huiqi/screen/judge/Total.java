package org.huiqi.screen.judge;

import java.util.List;

/** A score as a requirement. Turning a criterion around turns it in the score as well. */
final class Total extends Leaf {
    private final ScoreSum sum;

    Total(int number, ScoreSum sum) {
        super(number, sum);
        this.sum = sum;
    }

    @Override
    void look(Scene scene, long rows, int turned) {
        if (turned >= 0 && sum.counts(turned)) {
            sum.look(scene, rows, this, turned);
        } else {
            super.look(scene, rows, turned);
        }
    }

    @Override
    void numbers(List<Integer> out) {
        super.numbers(out);
        for (int part = 0; part <= sum.largest(); part++) {
            if (sum.counts(part)) {
                out.add(part);
            }
        }
    }
}
