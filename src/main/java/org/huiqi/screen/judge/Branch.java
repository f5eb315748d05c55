package org.huiqi.screen.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** If the condition holds, so must {@code then}; if not, {@code otherwise} must, where there is one. */
record Branch(Part condition, Part then, @Nullable Part otherwise) implements Part {
    @Override
    public byte truth(Hearing hearing) {
        byte gate = condition.truth(hearing);
        if (gate == Truths.MET) {
            return then.truth(hearing);
        }
        byte other = otherwise == null ? Truths.MET : otherwise.truth(hearing);
        if (gate == Truths.UNMET) {
            return other;
        }
        byte first = then.truth(hearing);
        if (Truths.decided(first) && first == other) {
            return first;
        }
        boolean silent = gate == Truths.UNKNOWN || first == Truths.UNKNOWN || other == Truths.UNKNOWN;
        return silent ? Truths.UNKNOWN : Truths.REVIEW;
    }

    @Override
    public void sure(byte wanted, List<Probe> out) {
        condition.sure(wanted, out);
    }

    @Override
    public void numbers(List<Integer> out) {
        condition.numbers(out);
        then.numbers(out);
        if (otherwise != null) {
            otherwise.numbers(out);
        }
    }

    @Override
    public void blame(Hearing hearing, byte truth, long[] out) {
        if (truth(hearing) == truth) {
            byte gate = condition.truth(hearing);
            if (gate != Truths.UNMET || otherwise == null) {
                then.blame(hearing, truth, out);
            }
            if (gate != Truths.MET && otherwise != null) {
                otherwise.blame(hearing, truth, out);
            }
        }
    }

    @Override
    public void missing(Hearing hearing, long[] out) {
        if (truth(hearing) == Truths.UNKNOWN) {
            byte gate = condition.truth(hearing);
            condition.missing(hearing, out);
            if (gate != Truths.UNMET || otherwise == null) {
                then.missing(hearing, out);
            }
            if (gate != Truths.MET && otherwise != null) {
                otherwise.missing(hearing, out);
            }
        }
    }
}
