package org.huiqi.verdict;

import java.util.List;
import java.util.Optional;
import org.huiqi.problem.Text;

/**
 * The answer to one stage of one policy for one subject.
 *
 * @param subject key of the element judged, empty for the enterprise
 * @param result the class, of a classification
 * @param possible the classes that can still be the result of an open classification, in order; empty if any can, or it is settled
 * @param edition name of the edition that was applied
 * @param tree what was demanded and what was found; empty if nothing was judged
 * @param missing exactly the fields that could still decide it, empty unless INCOMPLETE
 * @param decisive ids of the criteria that made it INELIGIBLE
 * @param basis the weakest source among what decided it
 * @param warnings what must be said in the same breath, first things first
 */
public record Verdict(
        String policy,
        String stage,
        String subjectType,
        String subject,
        Outcome outcome,
        Optional<String> result,
        List<String> possible,
        Optional<String> edition,
        Optional<Node> tree,
        List<String> missing,
        List<String> decisive,
        Optional<Seen> basis,
        List<Text> warnings) {
    public Verdict {
        possible = List.copyOf(possible);
        missing = List.copyOf(missing);
        decisive = List.copyOf(decisive);
        warnings = List.copyOf(warnings);
    }
}
