package org.huiqi.report;

import java.util.List;
import java.util.stream.Stream;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** Why a verdict came out against the enterprise, or what it waits for, in a few words each. */
public final class Reasons {
    private final Words words;

    public Reasons(Words words) {
        this.words = words;
    }

    /** Demands that are not met and exclusions that are the case; alternatives with a name by that name. */
    public List<String> against(Verdict verdict) {
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
        Stream<String> own = node.finding().stream().map(f -> f.criterion() + " " + present(f.criterion()));
        Stream<String> parts = node.parts().stream().flatMap(this::present);
        return node.truth() == Truth.MET ? Stream.concat(own, parts) : Stream.empty();
    }

    private String present(String id) {
        return Sense.EXCLUDED.claim(words, words.claim(id).substring(id.length() + 1), Truth.MET);
    }

    /** Criteria and scores that a person still has to judge. */
    public List<String> awaiting(Verdict verdict) {
        Stream<String> ids = verdict.tree().stream().flatMap(this::awaiting);
        return ids.distinct().map(words::claim).toList();
    }

    private Stream<String> awaiting(Node node) {
        Stream<String> own = Stream.concat(
                node.finding().stream().map(f -> f.criterion()),
                node.points().stream().map(p -> p.id()));
        Stream<Node> parts = node.kind() == Node.Kind.SCORE ? Stream.empty() : Relevant.parts(node).stream();
        return node.truth() == Truth.REVIEW ? Stream.concat(own, parts.flatMap(this::awaiting)) : Stream.empty();
    }
}
