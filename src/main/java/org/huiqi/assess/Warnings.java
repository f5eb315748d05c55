package org.huiqi.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiqi.policy.Edition;
import org.huiqi.problem.Text;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Seen;

/** What must be said in the same breath as a verdict. */
final class Warnings {
    private Warnings() {}

    static List<Text> of(EditionChoice choice, Optional<Seen> basis, Outcome outcome, Node tree) {
        List<Text> warnings = new ArrayList<>();
        choice.edition().ifPresent(e -> edition(e, choice, warnings));
        basis.filter(b -> outcome != Outcome.INCOMPLETE).ifPresent(b -> source(b, warnings));
        faults(tree, warnings);
        return warnings;
    }

    private static void edition(Edition edition, EditionChoice choice, List<Text> warnings) {
        if (choice.unconfirmed()) {
            String why = edition.unconfirmed();
            warnings.add(new Text("本版本未经证实:" + why, "unconfirmed edition: " + why));
        }
        if (!choice.unanswered().isEmpty()) {
            String name = edition.name();
            warnings.add(new Text("版本未定,以下按“" + name + "”试算", "edition open, tried with '" + name + "'"));
        }
        edition.warnings().forEach(w -> warnings.add(Text.same(w)));
    }

    private static void source(Seen basis, List<Text> warnings) {
        switch (basis) {
            case MEMORY ->
                warnings.add(new Text(
                        "所依据的条件未核原文,仅供参考", "rests on a condition whose text was not checked: for orientation only"));
            case SECONDARY -> warnings.add(new Text("所依据的条件仅见转述,待核原文", "rests on a secondary source: check the text"));
            case FULL, EXCERPT -> {}
        }
    }

    /** Only where it keeps something open: a test nobody needs any more may fail as it likes. */
    private static void faults(Node node, List<Text> warnings) {
        if (node.truth().decided()) {
            return;
        }
        node.finding()
                .flatMap(f -> f.fault()
                        .map(test -> new Text(
                                "条件" + f.criterion() + "计算出错:" + test,
                                "criterion " + f.criterion() + " failed to compute: " + test)))
                .ifPresent(warnings::add);
        Grounds.reachable(node).forEach(p -> faults(p, warnings));
    }
}
