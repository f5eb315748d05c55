package org.huiqi.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.profile.Profile;
import org.junit.jupiter.api.Test;

final class LadderTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 10, 8);
    private static final Ladder LADDER = new Ladder(new Assessor(RealRules.book()));

    @Test
    void everyRungStandsAboveThoseItRestsOn() {
        List<Rung> rungs = LADDER.of(Profile.of(Map.of()), AS_OF);
        assertThat(rungs).extracting(Rung::policy).contains("high-tech-enterprise", "hnte-cit-15", "little-giant");
        for (Rung rung : rungs) {
            assertThat(rungs.stream().filter(r -> rung.requires().contains(r.policy())))
                    .allMatch(below -> below.height() < rung.height());
        }
    }

    @Test
    void aTitleThatIsHeldIsHeldAndOpensTheNextRung() {
        Profile holder = Profile.of(Map.of("isHighTechEnterprise", true));
        assertThat(state("high-tech-enterprise", holder)).isEqualTo(Rung.State.HELD);
        assertThat(state("advanced-manufacturing-vat", holder)).isEqualTo(Rung.State.NEXT);
        assertThat(state("high-tech-enterprise", Profile.of(Map.of()))).isNotEqualTo(Rung.State.HELD);
        Profile without = Profile.of(Map.of("isHighTechEnterprise", false));
        assertThat(state("advanced-manufacturing-vat", without)).isEqualTo(Rung.State.LATER);
    }

    private static Rung.State state(String policy, Profile profile) {
        return LADDER.of(profile, AS_OF).stream()
                .filter(r -> r.policy().equals(policy))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
