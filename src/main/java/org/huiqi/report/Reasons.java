package org.huiqi.report;

import java.util.List;
import java.util.stream.Stream;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** Why a verdict came out against the enterprise, or what it waits for, in a few words each. */
final class Reasons {
    private final Words words;

    Reasons(Words words) {
        this.words = words;
    }

    /** Demands that are not met and exclusions that are the case; alternatives with a name by that name. */
    List<String> against(Verdict verdict) {
        return verdict.decisive().isEmpty()
                ? List.of()
                : verdict.tree().stream().flatMap(this::against).distinct().toList();
    }

    private Stream<String> against(Node node) {
        if (node.truth() != Truth.UNMET) {
            return Stream.empty();
        }
        return switch (node.kind()) {
            case CRITERION -> node.finding().stream().map(f -> words.claim(f.criterion()));
            case SCORE -> node.points().stream().map(p -> words.claim(p.id()));
            case NONE -> node.parts().stream().flatMap(this::present);
            case IF -> Relevant.parts(node).stream().skip(1).flatMap(this::against);
            case ALL -> node.parts().stream().flatMap(this::against);
            case ANY, AT_LEAST ->
                node.label().isEmpty() ? node.parts().stream().flatMap(this::against) : Stream.of(node.label());
        };
    }

    private Stream<String> present(Node node) {
        if (node.truth() != Truth.MET) {
            return Stream.empty();
        }
        Stream<String> own = node.finding().stream().map(f -> {
            String claim = words.claim(f.criterion()).substring(f.criterion().length() + 1);
            return f.criterion() + " " + Sense.EXCLUDED.claim(words, claim, Truth.MET);
        });
        return Stream.concat(own, node.parts().stream().flatMap(this::present));
    }

    /** Criteria and scores that a person still has to judge. */
    List<String> awaiting(Verdict verdict) {
        return verdict.tree().stream()
                .flatMap(this::awaiting)
                .distinct()
                .map(words::claim)
                .toList();
    }

    private Stream<String> awaiting(Node node) {
        if (node.truth() != Truth.REVIEW) {
            return Stream.empty();
        }
        return node.kind() == Node.Kind.SCORE
                ? node.points().stream().map(p -> p.id())
                : Stream.concat(
                        node.finding().stream().map(f -> f.criterion()),
                        node.parts().stream().flatMap(this::awaiting));
    }
}
