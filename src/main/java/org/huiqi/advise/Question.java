package org.huiqi.advise;

import java.util.List;

/**
 * One thing to ask.
 *
 * @param about the field; or a list, which asks which elements there are
 * @param policies ids of the policies whose verdict waits for it, in the order of the rule book
 * @param needed how likely, from 0 to 1, some verdict cannot be had without it, as far as that can be guessed before anything is known
 */
public record Question(FieldPath about, List<String> policies, double needed) {
    public Question {
        policies = List.copyOf(policies);
    }

    public String path() {
        return about.path();
    }
}
