package org.huiqi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileText;
import org.huiqi.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** A profile heard again after a change says what it would say to somebody who hears it first. */
final class HearingTest {
    private static final RuleBook BOOK = RealRules.book();
    private static final Assessor ASSESSOR = new Assessor(BOOK);
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void anAnswerTakenBackOrChangedIsHeardAsIfItHadNeverBeenOtherwise(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Profile profile = read("jinlan-dyeing");
        Hearing before = ASSESSOR.hear(profile, AS_OF);
        List<String> answered = new ArrayList<>(profile.enterprise().answers().keySet());
        String name = answered.get(random.nextInt(answered.size()));
        Profile changed = profile.withEnterprise(
                profile.enterprise().find(name).orElseThrow() instanceof Boolean yes
                        ? profile.enterprise().with(name, !yes)
                        : profile.enterprise().without(name));
        assertThat(verdicts(before.again(changed, Set.of(new Questions.Question("Enterprise", name)))))
                .as(name)
                .isEqualTo(ASSESSOR.headlines(changed, AS_OF, Set.of()));
    }

    @Test
    void aFieldThatAClassificationAsksForChangesTheClassToo() throws Exception {
        Profile profile = read("jinlan-dyeing");
        Field size = BOOK.dictionary().enterprise().get("sizeClass");
        Hearing before = ASSESSOR.hear(profile, AS_OF);
        Profile smaller = profile.withEnterprise(
                profile.enterprise().with("employeesPeriodEnd", 5).with("operatingRevenue", new BigDecimal("100")));
        Hearing after = before.again(
                smaller,
                Set.of(
                        new Questions.Question("Enterprise", "employeesPeriodEnd"),
                        new Questions.Question("Enterprise", "operatingRevenue")));
        assertThat(sizeClass(after, size)).isEqualTo("微型").isNotEqualTo(sizeClass(before, size));
    }

    private static Object sizeClass(Hearing hearing, Field field) {
        return hearing.facts().enterprise().get(BOOK.dictionary().enterprise().indexOf(field.name()));
    }

    private static List<Verdict> verdicts(Hearing hearing) {
        return BOOK.policies().stream()
                .flatMap(p -> hearing.verdicts(p, p.headline()).stream())
                .toList();
    }

    private static Profile read(String name) throws Exception {
        Path file = Path.of("test-cases/enterprises/" + name + ".yaml");
        return BOOK.profileReader().read(ProfileText.yaml(Files.readAllBytes(file)));
    }
}
