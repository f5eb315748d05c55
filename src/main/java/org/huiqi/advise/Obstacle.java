package org.huiqi.advise;

import java.util.List;

/**
 * A condition that nothing an enterprise may do, and no time, brings about.
 *
 * @param criterion id of the criterion
 * @param fixed what it reads of facts that cannot change; empty if a person decided it, or if no answer was found that would do
 */
public record Obstacle(String criterion, List<FieldPath> fixed) {
    public Obstacle {
        fixed = List.copyOf(fixed);
    }
}
