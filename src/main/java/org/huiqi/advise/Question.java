package org.huiqi.advise;

import java.util.List;

/**
 * One thing to ask.
 *
 * @param about the field; or a list, which asks which elements there are
 * @param policies ids of the policies whose verdict waits for it, in the order of the rule book
 * @param settles how many open verdicts an answer settles by itself, on average over the answers that can make a difference
 */
public record Question(FieldPath about, List<String> policies, double settles) {
    public Question {
        policies = List.copyOf(policies);
    }

    public String path() {
        return about.path();
    }
}
