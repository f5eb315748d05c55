package org.huiqi.screen.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A score as a requirement. Turning a criterion around turns it in the score as well, so that this is asked apart. */
final class Total extends Leaf {
    private final ScoreSum sum;
    private final @Nullable Probe[] turned;

    Total(int number, ScoreSum sum, int size) {
        super(number, sum, size);
        this.sum = sum;
        this.turned = new Probe[sum.largest() + 1];
    }

    @Override
    public byte truth(Hearing hearing) {
        int part = hearing.turned;
        return part >= 0 && sum.counts(part) ? (byte) hearing.ask(turned(part)) : super.truth(hearing);
    }

    @Override
    public void numbers(List<Integer> out) {
        super.numbers(out);
        for (int part = 0; part < turned.length; part++) {
            if (sum.counts(part)) {
                out.add(part);
            }
        }
    }

    private Probe turned(int part) {
        Probe known = turned[part];
        if (known == null) {
            known = new Turned(sum, part);
            turned[part] = known;
        }
        return known;
    }

    private static final class Turned extends Probe {
        private final ScoreSum sum;
        private final int part;

        Turned(ScoreSum sum, int part) {
            this.sum = sum;
            this.part = part;
        }

        @Override
        int ask(Scene scene) {
            return sum.found(scene, part);
        }
    }
}
