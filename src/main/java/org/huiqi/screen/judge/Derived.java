package org.huiqi.screen.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.Fact;
import org.huiqi.verdict.Outcome;

/**
 * A field of the enterprise that is the result of a classification. What the atoms that read nothing else say of each result is found once, by
 * asking the same tests about a fact that has nothing but this result.
 */
final class Derived {
    private final int field;
    private final StageCode stage;
    private final int[] alone;
    private final boolean mixed;
    private final Compiler compiler;
    private final Finding finding;
    private final Map<String, byte[]> truths = new HashMap<>();

    Derived(int field, StageCode stage, List<AtomCode> readers, Compiler compiler) {
        this.field = field;
        this.stage = stage;
        this.finding = stage.blank();
        this.compiler = compiler;
        this.alone =
                readers.stream().filter(AtomCode::alone).mapToInt(a -> a.index).toArray();
        this.mixed = !readers.stream().allMatch(AtomCode::alone);
    }

    int field() {
        return field;
    }

    /** Classifies; true if everything has to be tested again. */
    boolean run(Scene scene, long[] behind) {
        Bits.clear(behind);
        stage.judge(scene, finding);
        if (finding.outcome != Outcome.RESULT) {
            Bits.add(behind, finding.missing);
            return false;
        }
        String result = finding.result;
        scene.fact().set(field, result);
        byte[] known = known(result);
        for (int i = 0; i < alone.length; i++) {
            scene.enterprise(alone[i], known[i]);
        }
        return mixed;
    }

    /** While it is open: what every result that is still possible says alike is said. To be called when everything has been tested. */
    void settle(Scene scene) {
        List<String> results = finding.possible;
        for (int i = 0; i < alone.length && !results.isEmpty(); i++) {
            byte first = known(results.get(0))[i];
            boolean alike = true;
            for (String result : results) {
                alike &= known(result)[i] == first;
            }
            if (alike) {
                scene.enterprise(alone[i], first);
            }
        }
    }

    private byte[] known(String result) {
        return truths.computeIfAbsent(result, this::ask);
    }

    private byte[] ask(String result) {
        Fact fact = compiler.blank();
        fact.set(field, result);
        AtomTests tests = compiler.enterpriseTests();
        byte[] all = new byte[compiler.enterpriseAtoms().length];
        tests.test(fact, all);
        byte[] known = new byte[alone.length];
        for (int i = 0; i < alone.length; i++) {
            known[i] = all[alone[i]];
        }
        return known;
    }
}
