package org.huiqi.advise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiqi.assess.Assessor;
import org.huiqi.profile.Profile;

/**
 * Finds the smallest changes that flip a verdict: searches the requirement tree, solves each test that fails for the figure nearest to the
 * present one, and believes none of it before the changed profile was assessed again in the same edition. Thread-safe.
 */
public final class Gap {
    /** More changes than that are no advice. */
    public static final int MOST_MOVES = 6;

    /** So many ways are told. */
    public static final int MOST_WAYS = 3;

    private final Assessor assessor;
    private Optional<Probes> probes = Optional.empty();

    public Gap(Assessor assessor) {
        this.assessor = assessor;
    }

    /** Few profiles need them, and a single check has no time to spare. */
    private synchronized Probes probes() {
        Probes made = probes.orElseGet(() -> new Probes(assessor.book()));
        probes = Optional.of(made);
        return made;
    }

    /**
     * The gaps of one profile, to be asked for one by one.
     *
     * @param asOf date of assessment; a date in the profile wins over it
     */
    public Gaps at(Profile profile, LocalDate asOf) {
        return new Gaps(assessor, this::probes, profile, asOf);
    }

    /** All of them at once, as {@link Gaps#of}. */
    public List<Shortfall> of(Profile profile, LocalDate asOf, Set<String> policies) {
        return at(profile, asOf).of(policies);
    }
}
