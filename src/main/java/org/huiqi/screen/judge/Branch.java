package org.huiqi.screen.judge;

import org.jspecify.annotations.Nullable;

/** If the condition holds, so must {@code then}; if not, {@code otherwise} must, where there is one. */
record Branch(Part condition, Part then, @Nullable Part otherwise) implements Part {
    @Override
    public boolean constant() {
        return condition.constant() && then.constant() && (otherwise == null || otherwise.constant());
    }

    @Override
    public byte truth(Scene scene) {
        byte gate = condition.truth(scene);
        if (gate == Truths.MET) {
            return then.truth(scene);
        }
        byte other = otherwise == null ? Truths.MET : otherwise.truth(scene);
        if (gate == Truths.UNMET) {
            return other;
        }
        byte first = then.truth(scene);
        if (Truths.decided(first) && first == other) {
            return first;
        }
        boolean silent = gate == Truths.UNKNOWN || first == Truths.UNKNOWN || other == Truths.UNKNOWN;
        return silent ? Truths.UNKNOWN : Truths.REVIEW;
    }

    @Override
    public void blame(Scene scene, byte truth, long[] out) {
        if (truth(scene) == truth) {
            byte gate = condition.truth(scene);
            if (gate != Truths.UNMET || otherwise == null) {
                then.blame(scene, truth, out);
            }
            if (gate != Truths.MET && otherwise != null) {
                otherwise.blame(scene, truth, out);
            }
        }
    }

    @Override
    public void missing(Scene scene, long[] out) {
        if (truth(scene) == Truths.UNKNOWN) {
            byte gate = condition.truth(scene);
            condition.missing(scene, out);
            if (gate != Truths.UNMET || otherwise == null) {
                then.missing(scene, out);
            }
            if (gate != Truths.MET && otherwise != null) {
                otherwise.missing(scene, out);
            }
        }
    }
}
