package org.huiqi.screen.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.Fact;
import org.jspecify.annotations.Nullable;

/** One firm before the judge: the truth of every atom for every fact. Made once per thread and filled anew for every firm. */
final class Scene {
    private static final int TRUTH_BITS = 3;
    private static final int LAST_ROUND = 1 << 32 - TRUTH_BITS - 1;
    private final Compiler compiler;
    private final Map<String, List<Fact>> noLists = Map.of();
    private final AtomCode[] atoms;
    private final AtomTests tests;
    /** Round and truth of every atom about the enterprise: most are never asked for. */
    private final int[] tested;

    private final @Nullable Derived[] derived;
    private int round;
    private Fact fact;
    private Map<String, List<Fact>> lists = noLists;
    private byte[][][] elements;
    /** Element of the stage's subject, if that is no enterprise. */
    int element;

    Scene(Compiler compiler) {
        this.compiler = compiler;
        this.atoms = compiler.enterpriseAtoms();
        this.tests = compiler.enterpriseTests();
        this.tested = new int[atoms.length];
        this.derived = new Derived[compiler.dictionary().enterprise().fields().size()];
        this.fact = compiler.blank();
        this.elements = new byte[compiler.listTypes().length][][];
        compiler.derivations().forEach(d -> derived[d.field()] = d);
    }

    /** Takes a firm in: classifies it, and tests its lists. */
    void show(Fact firm, Map<String, List<Fact>> firmLists) {
        fact = firm;
        lists = firmLists;
        begin();
        compiler.derivations().forEach(d -> fact.set(d.field(), null));
        testLists();
        if (!compiler.derivations().isEmpty()) {
            compiler.derivations().forEach(d -> d.run(this));
            compiler.derivations().forEach(d -> d.fill(this));
            testLists();
        }
    }

    private void begin() {
        round++;
        if (round == LAST_ROUND) {
            Arrays.fill(tested, 0);
            round = 1;
        }
    }

    /** Its truth depends on what has become known only now. */
    void retest(int atom) {
        tested[atom] = 0;
    }

    void settle(int atom, byte truth) {
        tested[atom] = round << TRUTH_BITS | (truth == AtomTests.FAULT ? Truths.UNKNOWN : truth);
    }

    /** MET, UNMET or UNKNOWN; a test that failed is unknown. */
    byte enterprise(int atom) {
        int known = tested[atom];
        if (known >>> TRUTH_BITS != round) {
            settle(atom, test(atoms[atom]));
            known = tested[atom];
        }
        return (byte) (known & (1 << TRUTH_BITS) - 1);
    }

    private byte test(AtomCode atom) {
        byte truth = atom.silent() ? Truths.UNKNOWN : tests.test(fact, atom.index);
        return truth == AtomTests.UNKNOWN && atom.bounded() ? atom.early(fact) : truth;
    }

    private static void bounds(AtomCode[] bounded, Fact fact, byte[] truths) {
        for (AtomCode atom : bounded) {
            if (truths[atom.index] == AtomTests.UNKNOWN) {
                truths[atom.index] = atom.early(fact);
            }
        }
    }

    private void testLists() {
        if (lists.isEmpty()) {
            Arrays.fill(elements, null);
            return;
        }
        for (int t = 0; t < elements.length; t++) {
            List<Fact> list = lists.get(compiler.listTypes()[t]);
            elements[t] = list == null ? null : test(t, list);
        }
    }

    private byte[][] test(int type, List<Fact> list) {
        byte[][] truths = new byte[list.size()][];
        for (int i = 0; i < truths.length; i++) {
            byte[] tested = new byte[compiler.listAtoms(type).length];
            Fact element = list.get(i);
            compiler.listTests(type).ifPresent(t -> t.test(element, tested));
            truths[i] = tested;
            bounds(compiler.listBounded(type), list.get(i), truths[i]);
        }
        return truths;
    }

    byte element(int type, int index, int atom) {
        byte truth = elements[type][index][atom];
        return truth == AtomTests.FAULT ? Truths.UNKNOWN : truth;
    }

    /** Elements of a list, -1 if it was never answered. */
    int size(int type) {
        return elements[type] == null ? -1 : elements[type].length;
    }

    /** Another one for every firm. */
    int round() {
        return round;
    }

    Fact fact() {
        return fact;
    }

    Fact fact(int type, int index) {
        return lists.get(compiler.listTypes()[type]).get(index);
    }

    /** What keeps a derived field of the enterprise open. */
    long[] behind(int field) {
        return java.util.Objects.requireNonNull(derived[field]).behind();
    }
}
