package org.huiqi.policy;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.huiqi.problem.Text;

/**
 * policy.yaml as a value.
 *
 * @param documents by the key criteria cite them with, in file order
 * @param stages by name, in file order
 * @param headline the stage whose verdict is the policy's
 * @param excludes policies one must choose between
 * @param requires policies this one rests on
 * @param notes computation, preference and procedure: shown, never judged
 * @param doubts open questions, shown
 */
public record Policy(
        String id,
        Text name,
        Level level,
        Kind kind,
        String authority,
        String appliesTo,
        List<String> grants,
        Map<String, Document> documents,
        List<Edition> editions,
        String headline,
        Map<String, Stage> stages,
        Optional<AmountPlan> amount,
        List<Neighbour> excludes,
        List<Neighbour> requires,
        String window,
        List<String> materials,
        List<String> notes,
        List<String> doubts) {

    public Policy {
        grants = List.copyOf(grants);
        editions = List.copyOf(editions);
        excludes = List.copyOf(excludes);
        requires = List.copyOf(requires);
        materials = List.copyOf(materials);
        notes = List.copyOf(notes);
        doubts = List.copyOf(doubts);
    }

    public Document getDocument(String key) {
        Document document = documents.get(key);
        if (document == null) {
            throw new NoSuchElementException(id + " has no document " + key);
        }
        return document;
    }

    public List<Edition> editionsOf(String stage) {
        return editions.stream().filter(e -> e.speaksOf(stage)).toList();
    }
}
