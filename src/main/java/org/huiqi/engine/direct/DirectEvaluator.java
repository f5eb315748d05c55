package org.huiqi.engine.direct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.Evaluator;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;

/** Calls the extracted predicates: no session, next to no garbage. Thread-safe. */
public final class DirectEvaluator implements Evaluator {
    private final CompiledRules compiled;

    public DirectEvaluator(CompiledRules compiled) {
        this.compiled = compiled;
    }

    @Override
    public AtomTruths evaluate(Facts facts) {
        Map<String, List<byte[]>> truths = new LinkedHashMap<>();
        compiled.rules().atoms().forEach((type, atoms) -> {
            Optional<List<Fact>> elements = facts.find(type);
            elements.ifPresent(list -> truths.put(type, test(type, list, atoms.size())));
        });
        return new AtomTruths(truths);
    }

    private List<byte[]> test(String type, List<Fact> elements, int atoms) {
        AtomTests tests = compiled.tests(type).orElseThrow();
        List<byte[]> truths = new ArrayList<>(elements.size());
        for (Fact element : elements) {
            byte[] out = new byte[atoms];
            tests.test(element, out);
            truths.add(out);
        }
        return truths;
    }
}
