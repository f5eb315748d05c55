package org.huiqi.engine.direct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.Evaluator;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.jspecify.annotations.Nullable;

/** Calls the extracted predicates: no session, next to no garbage. Thread-safe. */
public final class DirectEvaluator implements Evaluator {
    private final Map<String, Integer> positions = new HashMap<>();
    private final String[] types;
    private final AtomTests[] tests;
    private final int[] atoms;

    public DirectEvaluator(CompiledRules compiled) {
        Map<String, List<org.huiqi.engine.Atom>> byType = compiled.rules().atoms();
        types = byType.keySet().toArray(String[]::new);
        tests = new AtomTests[types.length];
        atoms = new int[types.length];
        for (int t = 0; t < types.length; t++) {
            positions.put(types[t], t);
            tests[t] = compiled.tests(types[t]).orElseThrow();
            atoms[t] = byType.get(types[t]).size();
        }
    }

    @Override
    public AtomTruths evaluate(Facts facts) {
        byte[][][] truths = new byte[types.length][][];
        for (int t = 0; t < tests.length; t++) {
            truths[t] = test(facts.tested(t), tests[t], atoms[t]);
        }
        return new AtomTruths(positions, truths);
    }

    private static byte[] @Nullable [] test(Fact @Nullable [] elements, AtomTests tests, int atoms) {
        if (elements == null) {
            return null;
        }
        byte[][] truths = new byte[elements.length][];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = new byte[atoms];
            tests.test(elements[i], truths[i]);
        }
        return truths;
    }
}
