package org.huiqi.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * One line of a requirement, with the lines below it.
 *
 * @param tone how it came out, for its mark and colour; {@code plain} where nobody's figures are looked at
 * @param mark a sign beside the colour, since colour alone tells nothing
 * @param spoken the sign in a word, for those who listen
 * @param text the claim or the heading
 * @param clause where it stands; empty for a heading
 * @param facts figures on both sides, what is missing, notes
 */
record Demand(
        String tone,
        String mark,
        String spoken,
        String text,
        Optional<Clause> clause,
        List<Line> facts,
        List<Demand> parts) {

    /**
     * Where a criterion stands and how well that was checked.
     *
     * @param source how it was seen in one word
     * @param told how it was seen in a sentence
     */
    record Clause(String id, String document, String clause, String seen, String source, String told, String title) {}

    /** One line below a criterion. */
    record Line(String tone, String text) {}

    Demand {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }

    static Demand heading(String text, List<Demand> parts) {
        return new Demand("plain", "", "", text, Optional.empty(), List.of(), parts);
    }

    static Demand item(String text, Optional<Clause> clause, List<Line> facts) {
        return new Demand("plain", "", "", text, clause, facts, List.of());
    }
}
