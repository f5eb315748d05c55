package org.huiqi.screen.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.Fact;

/** One firm before the judge: the truth of every atom for every fact. Made once per thread and filled anew for every firm. */
final class Scene {
    /** No part of a tree is turned around. */
    static final int NONE = -1;

    private final Compiler compiler;
    private final Map<String, List<Fact>> noLists = Map.of();
    private final byte[] enterprise;
    private final long[][] behind;
    private final long[] scratch;
    private Fact fact;
    private Map<String, List<Fact>> lists = noLists;
    private byte[][][] elements;
    /** Element of the stage's subject, if that is no enterprise. */
    int element;
    /** Number of the part that is taken to be the other way round. */
    int turned = NONE;

    Scene(Compiler compiler) {
        this.compiler = compiler;
        this.enterprise = new byte[compiler.enterpriseAtoms().length];
        this.behind = new long[compiler.dictionary().enterprise().fields().size()][];
        this.scratch = Bits.of(compiler.space().size());
        this.fact = compiler.blank();
        this.elements = new byte[compiler.listTypes().length][][];
        compiler.derivations()
                .forEach(d -> behind[d.field()] = Bits.of(compiler.space().size()));
    }

    /** Takes a firm in: tests the atoms, classifies, and tests what depends on the classification. */
    void show(Fact firm, Map<String, List<Fact>> firmLists) {
        fact = firm;
        lists = firmLists;
        compiler.derivations().forEach(d -> fact.set(d.field(), null));
        test();
        testLists();
        if (!compiler.derivations().isEmpty()) {
            derive();
        }
    }

    private void derive() {
        boolean again = false;
        for (Derived derived : compiler.derivations()) {
            again |= derived.run(this, behind[derived.field()]);
        }
        if (again) {
            test();
        }
        compiler.derivations().forEach(d -> d.settle(this));
        testLists();
    }

    private void test() {
        compiler.enterpriseTests().test(fact, enterprise);
        bounds(compiler.enterpriseBounded(), fact, enterprise);
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

    /** MET, UNMET or UNKNOWN; a test that failed is unknown. */
    byte enterprise(int atom) {
        byte truth = enterprise[atom];
        return truth == AtomTests.FAULT ? Truths.UNKNOWN : truth;
    }

    void enterprise(int atom, byte truth) {
        enterprise[atom] = truth;
    }

    byte element(int type, int index, int atom) {
        byte truth = elements[type][index][atom];
        return truth == AtomTests.FAULT ? Truths.UNKNOWN : truth;
    }

    /** Elements of a list, -1 if it was never answered. */
    int size(int type) {
        return elements[type] == null ? -1 : elements[type].length;
    }

    Fact fact() {
        return fact;
    }

    Fact fact(int type, int index) {
        return lists.get(compiler.listTypes()[type]).get(index);
    }

    /** An empty set of missing fields, for a moment. */
    long[] scratch() {
        Bits.clear(scratch);
        return scratch;
    }

    /** What keeps a derived field of the enterprise open. */
    long[] behind(int field) {
        return behind[field];
    }
}
