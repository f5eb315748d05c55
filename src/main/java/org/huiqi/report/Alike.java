package org.huiqi.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiqi.verdict.Verdict;

/** Verdicts on subjects that came out alike, such as the months of a year: told once, by the example of the first. */
public final class Alike {
    private Alike() {}

    /** In the order of the first of each. */
    public static List<List<Verdict>> of(List<Verdict> verdicts) {
        Map<Object, List<Verdict>> alike = new LinkedHashMap<>();
        verdicts.forEach(
                v -> alike.computeIfAbsent(likeness(v), k -> new ArrayList<>()).add(v));
        return List.copyOf(alike.values());
    }

    /** Each by itself. */
    static List<List<Verdict>> none(List<Verdict> verdicts) {
        return verdicts.stream().map(List::of).toList();
    }

    /** Everything about a verdict but whose it is and the figures. */
    private static List<Object> likeness(Verdict v) {
        String own = "[" + v.subject() + "]";
        List<String> missing =
                v.missing().stream().map(m -> m.replace(own, "[]")).toList();
        String shape = v.tree().map(Relevant::shape).orElse("");
        return List.of(v.outcome(), v.edition(), v.warnings(), v.decisive(), missing, shape);
    }
}
