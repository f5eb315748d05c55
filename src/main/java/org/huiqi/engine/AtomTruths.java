package org.huiqi.engine;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an evaluator says of every atom for every fact of a profile, packed: one of these is made per profile. */
public final class AtomTruths {
    private final Map<String, Integer> positions;
    private final byte[] @Nullable [][] truths;

    /**
     * Keeps the arrays as they are.
     *
     * @param positions of the fact types in {@code truths}
     * @param truths by type, by element in list order, by {@link Atom#index()}; values as in {@link AtomTests}; null for a list that was not answered
     */
    public AtomTruths(Map<String, Integer> positions, byte[] @Nullable [][] truths) {
        this.positions = positions;
        this.truths = truths;
    }

    public byte of(Atom atom, int element) {
        return elements(atom.type())[element][atom.index()];
    }

    /** Do both say the same of everything? */
    public boolean agreesWith(AtomTruths other) {
        return positions.keySet().equals(other.positions.keySet())
                && positions.keySet().stream().allMatch(t -> Arrays.deepEquals(elements(t), other.elements(t)));
    }

    private byte[] @Nullable [] elements(String type) {
        return truths[positions.get(type)];
    }
}
