package org.huiqi.screen.judge;

import java.util.Arrays;
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
    /** By firm. */
    private final Finding[] said;

    private final Finding[] found;

    private final Map<String, byte[]> truths = new HashMap<>();

    Derived(int field, StageCode stage, List<AtomCode> readers, Compiler compiler) {
        this.field = field;
        this.stage = stage;
        this.said = new Finding[Scene.MOST];
        this.found = new Finding[Scene.MOST];
        Arrays.setAll(said, i -> stage.blank());
        this.nothing = stage.blank().missing();
        this.compiler = compiler;
        this.alone =
                readers.stream().filter(AtomCode::alone).mapToInt(a -> a.index).toArray();
        this.readers = readers.stream().mapToInt(a -> a.index).toArray();
    }

    int field() {
        return field;
    }

    void run(Scene scene) {
        stage.judge(scene, scene.rows(), found);
        for (long left = scene.rows(); left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            said[row].take(found[row]);
        }
    }

    /** What keeps it open for a firm, in numbers of what can be missing. */
    long[] behind(int row) {
        return said[row].outcome == Outcome.RESULT ? nothing : said[row].missing();
    }

    /** To be called when all classifications are known: whatever reads the result is tested anew. */
    void fill(Scene scene) {
        for (long left = scene.rows(); left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            scene.turnTo(row);
            fill(scene, said[row], left & -left);
        }
    }

    private void fill(Scene scene, Finding finding, long firm) {
        if (finding.outcome == Outcome.RESULT) {
            scene.fact().set(field, finding.result);
            for (int reader : readers) {
                scene.retest(reader, firm);
            }
        } else if (!finding.possible.isEmpty()) {
            settle(scene, finding.possible, firm);
        }
    }

    /** While it is open: what every result that is still possible says alike is said. */
    private void settle(Scene scene, List<String> results, long firm) {
        byte[] first = known(results.get(0));
        for (int i = 0; i < alone.length; i++) {
            boolean alike = true;
            for (String result : results) {
                alike &= known(result)[i] == first[i];
            }
            if (alike) {
                scene.settle(alone[i], firm, first[i]);
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
