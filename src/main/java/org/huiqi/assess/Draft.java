package org.huiqi.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;
import org.huiqi.problem.Text;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Seen;
import org.huiqi.verdict.Verdict;

/** A verdict in the making: what is known of it before its outcome is. */
final class Draft {
    private final Policy policy;
    private final Stage stage;
    private final String subject;
    private final List<Text> warnings = new ArrayList<>();
    private Optional<Edition> edition = Optional.empty();
    private Optional<Node> tree = Optional.empty();
    private Optional<Seen> basis = Optional.empty();
    private List<String> possible = List.of();

    Draft(Policy policy, Stage stage, String subject) {
        this.policy = policy;
        this.stage = stage;
        this.subject = subject;
    }

    Draft in(Optional<Edition> applied) {
        edition = applied;
        return this;
    }

    Draft warning(Text warning) {
        warnings.add(warning);
        return this;
    }

    /** The classes a classification has come down to. */
    Draft possible(List<String> classes) {
        possible = classes;
        return this;
    }

    /** What was found, how well it is founded, and what must be said with it. */
    Draft tree(Node found, Optional<Seen> foundedOn, EditionChoice choice, Outcome outcome) {
        tree = Optional.of(found);
        basis = foundedOn;
        warnings.addAll(Warnings.of(choice, foundedOn, outcome, found));
        return this;
    }

    Verdict verdict(Outcome outcome, Collection<String> missing) {
        List<String> decisive =
                outcome == Outcome.INELIGIBLE ? tree.map(Grounds::decisive).orElse(List.of()) : List.of();
        return verdict(outcome, Optional.empty(), missing, decisive);
    }

    /** {@code outcome}: REVIEW while the edition that classifies is unconfirmed, else RESULT. */
    Verdict result(Outcome outcome, String result) {
        return verdict(outcome, Optional.of(result), List.of(), List.of());
    }

    private Verdict verdict(
            Outcome outcome, Optional<String> result, Collection<String> missing, List<String> decisive) {
        return new Verdict(
                policy.id(),
                stage.name(),
                stage.subject(),
                subject,
                outcome,
                result,
                possible,
                edition.map(Edition::name),
                tree,
                List.copyOf(missing),
                decisive,
                basis,
                warnings);
    }
}
