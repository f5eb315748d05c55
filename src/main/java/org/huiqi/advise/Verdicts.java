package org.huiqi.advise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Verdict;

/** Looks at verdicts. */
final class Verdicts {
    private Verdicts() {}

    /** Policy, stage and subject: which question a verdict answers. */
    static String key(Verdict verdict) {
        return verdict.policy() + "/" + verdict.stage() + "/" + verdict.subject();
    }

    static Map<String, Verdict> byKey(List<Verdict> verdicts) {
        Map<String, Verdict> byKey = new LinkedHashMap<>();
        verdicts.forEach(v -> byKey.put(key(v), v));
        return byKey;
    }

    static boolean open(Verdict verdict) {
        return verdict.outcome() == Outcome.INCOMPLETE;
    }

    /** Every criterion the verdict looked at. */
    static Stream<Finding> findings(Verdict verdict) {
        return verdict.tree().stream().flatMap(Verdicts::findings);
    }

    static Stream<Finding> findings(Node node) {
        return Stream.concat(node.finding().stream(), node.parts().stream().flatMap(Verdicts::findings));
    }
}
