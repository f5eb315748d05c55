package org.huiqi.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What an evaluator says of every atom for every fact of a profile.
 *
 * @param byType fact type to one array per element (in list order), positions as in {@link Atom#index()}, values as in {@link AtomTests}
 */
public record AtomTruths(Map<String, List<byte[]>> byType) {

    public byte of(Atom atom, int element) {
        return byType.get(atom.type()).get(element)[atom.index()];
    }

    /** Do both say the same of everything? */
    public boolean agreesWith(AtomTruths other) {
        return byType.keySet().equals(other.byType.keySet())
                && byType.entrySet().stream().allMatch(e -> same(e.getValue(), other.byType.get(e.getKey())));
    }

    private static boolean same(List<byte[]> a, List<byte[]> b) {
        return a.size() == b.size()
                && java.util.stream.IntStream.range(0, a.size()).allMatch(i -> Arrays.equals(a.get(i), b.get(i)));
    }
}
