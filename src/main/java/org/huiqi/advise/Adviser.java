package org.huiqi.advise;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.huiqi.assess.Assessor;
import org.huiqi.profile.Profile;

/** Gap, money and ladder in one call. Thread-safe. */
public final class Adviser {
    private final Gap gap;
    private final Money money;
    private final Ladder ladder;

    public Adviser(Assessor assessor) {
        this.gap = new Gap(assessor);
        this.money = new Money(assessor);
        this.ladder = new Ladder(assessor);
    }

    /** The gaps alone, as {@link Gap#of}. */
    public List<Shortfall> gap(Profile profile, LocalDate asOf, Set<String> policies) {
        return gap.of(profile, asOf, policies);
    }

    /** The gaps one by one, as {@link Gap#at}. */
    public Gaps gaps(Profile profile, LocalDate asOf) {
        return gap.at(profile, asOf);
    }

    /** The money alone, as {@link Money#of}. */
    public Purse money(Profile profile, LocalDate asOf, Set<String> policies) {
        return money.of(profile, asOf, policies);
    }

    /** The ladder alone, as {@link Ladder#of}. */
    public List<Rung> ladder(Profile profile, LocalDate asOf) {
        return ladder.of(profile, asOf);
    }

    /**
     * @param asOf date of assessment; a date in the profile wins over it
     * @param policies ids; empty: all. The ladder is always whole
     */
    public Advice advise(Profile profile, LocalDate asOf, Set<String> policies) {
        return new Advice(
                profile.asOf().orElse(asOf),
                gap.of(profile, asOf, policies),
                money.of(profile, asOf, policies),
                ladder.of(profile, asOf));
    }
}
