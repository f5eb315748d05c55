package org.huiqi.engine.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Facts;
import org.huiqi.engine.TinyPack;
import org.huiqi.profile.Profile;
import org.huiqi.profile.RandomProfiles;
import org.junit.jupiter.api.Test;

final class ReferencePackagesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 12);
    private final TinyPack pack = new TinyPack()
            .rule("T-1", "Enterprise( sales * 2 > cost, founded <= asOf )")
            .rule("T-2", "exists Product( owner == enterprise.name, price >= 10 )");

    private static void agree(RuleBook book, ReferencePackages packages) {
        ReferenceEvaluator reference = ReferenceEvaluator.of(book.compiled(), packages);
        List<Profile> profiles = new RandomProfiles(book.dictionary(), 20260112).some(50);
        for (Profile profile : profiles) {
            Facts facts = Facts.of(book.compiled(), profile, AS_OF);
            assertThat(reference.evaluate(facts).agreesWith(book.direct().evaluate(facts)))
                    .as("%s", profile)
                    .isTrue();
        }
    }

    @Test
    void whatWasCompiledOnceServesManyBooksAndCanStillBeWritten() {
        RuleBook book = pack.book();
        ReferencePackages packages = ReferencePackages.compile(book.compiled());
        agree(book, packages);
        agree(book, packages);
        agree(pack.book(), packages);
        agree(book, ReferencePackages.of(packages.bytes()));
    }
}
