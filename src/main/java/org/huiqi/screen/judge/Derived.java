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
    private final int[] readers;
    private final Compiler compiler;
    private final long[] nothing;
    private Finding said;
    private final Map<String, byte[]> truths = new HashMap<>();

    Derived(int field, StageCode stage, List<AtomCode> readers, Compiler compiler) {
        this.field = field;
        this.stage = stage;
        this.said = stage.blank();
        this.nothing = stage.blank().missing;
        this.compiler = compiler;
        this.alone =
                readers.stream().filter(AtomCode::alone).mapToInt(a -> a.index).toArray();
        this.readers = readers.stream().mapToInt(a -> a.index).toArray();
    }

    int field() {
        return field;
    }

    void run(Scene scene) {
        said = stage.judge(scene).finding;
    }

    /** What keeps it open, in numbers of what can be missing. */
    long[] behind() {
        return said.outcome == Outcome.RESULT ? nothing : said.missing;
    }

    /** To be called when all classifications are known: whatever reads the result is tested anew. */
    void fill(Scene scene) {
        if (said.outcome == Outcome.RESULT) {
            scene.fact().set(field, said.result);
            for (int reader : readers) {
                scene.retest(reader);
            }
        } else if (!said.possible.isEmpty()) {
            settle(scene, said.possible);
        }
    }

    /** While it is open: what every result that is still possible says alike is said. */
    private void settle(Scene scene, List<String> results) {
        byte[] first = known(results.get(0));
        for (int i = 0; i < alone.length; i++) {
            boolean alike = true;
            for (String result : results) {
                alike &= known(result)[i] == first[i];
            }
            if (alike) {
                scene.settle(alone[i], first[i]);
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
