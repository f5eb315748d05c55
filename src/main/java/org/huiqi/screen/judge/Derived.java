package org.huiqi.screen.judge;

import java.util.ArrayList;
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
    /** Names of the results. */
    private final List<String> classes;

    private final Findings said;
    private final Split split = new Split();
    private final Map<String, byte[]> truths = new HashMap<>();

    Derived(int field, StageCode stage, List<AtomCode> readers, Compiler compiler) {
        this.field = field;
        this.stage = stage;
        this.classes = stage.stage().results().stream().map(r -> r.name()).toList();
        this.said = new Findings(new Wants(compiler.space().size()));
        this.compiler = compiler;
        this.alone =
                readers.stream().filter(AtomCode::alone).mapToInt(a -> a.index).toArray();
        this.readers = readers.stream().mapToInt(a -> a.index).toArray();
    }

    int field() {
        return field;
    }

    void run(Scene scene) {
        stage.begin(said);
        said.take(stage.judge(scene, scene.rows()), scene.rows());
    }

    /** What keeps it open. */
    void behind(long rows, Wants out) {
        out.add(said.missing, rows & ~said.said(Outcome.RESULT));
    }

    /** To be called when all classifications are known: whatever reads the result is tested anew. */
    void fill(Scene scene) {
        long found = said.said(Outcome.RESULT);
        for (int c = 0; c < classes.size(); c++) {
            scene.set(field, found & said.results[c], classes.get(c));
        }
        for (int reader : readers) {
            scene.retest(reader, found);
        }
        split.begin(scene.rows() & ~found);
        split.by(said.possible, classes.size());
        for (int g = 0; g < split.count(); g++) {
            settle(scene, split.group(g));
        }
    }

    /** While it is open: what every result that is still possible says alike is said. All of {@code rows} may have the same results. */
    private void settle(Scene scene, long rows) {
        List<String> results = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            if ((said.possible[c] & rows) != 0) {
                results.add(classes.get(c));
            }
        }
        for (int i = 0; !results.isEmpty() && i < alone.length; i++) {
            byte first = known(results.get(0))[i];
            boolean alike = true;
            for (String result : results) {
                alike &= known(result)[i] == first;
            }
            if (alike) {
                scene.settle(alone[i], rows, first);
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
