package org.huiqi.advise;

import java.time.LocalDate;
import java.util.Set;
import org.huiqi.profile.Profile;

/**
 * Where an interview stands; the client keeps it.
 *
 * @param asOf date of assessment; a date in the profile wins over it
 * @param policies ids of the policies it is about; empty: all
 * @param skipped paths the person passed over or does not know: never asked again
 */
public record Position(Profile profile, LocalDate asOf, Set<String> policies, Set<String> skipped) {
    public Position {
        policies = Set.copyOf(policies);
        skipped = Set.copyOf(skipped);
    }

    /** Nothing skipped, all policies. */
    public static Position of(Profile profile, LocalDate asOf) {
        return new Position(profile, asOf, Set.of(), Set.of());
    }

    /** The same interview with another profile. */
    public Position with(Profile other) {
        return new Position(other, asOf, policies, skipped);
    }
}
