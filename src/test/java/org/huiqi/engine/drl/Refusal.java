package org.huiqi.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiqi.engine.TinyPack;
import org.huiqi.problem.Problem;

/** What every refusal owes the author of a rule: the place, the thing by name, and the way out. */
public final class Refusal {
    private static final String PLACE = "rules/[^:]+:[0-9]+";

    private Refusal() {}

    /** The pack is refused, and some problem names {@code what}. */
    public static void of(TinyPack pack, String what) {
        List<Problem> problems = pack.problems();
        assertThat(problems).isNotEmpty().allSatisfy(Refusal::isHelpful);
        assertThat(problems)
                .extracting(p -> p.message().en())
                .anySatisfy(m -> assertThat(m).contains(what));
    }

    /** The same, at a line of a file. */
    public static void of(TinyPack pack, String place, String what) {
        of(pack, what);
        assertThat(pack.problems())
                .anySatisfy(p -> assertThat(p.place() + " " + p.message().en())
                        .startsWith("rules/" + place + " ")
                        .contains(what));
    }

    private static void isHelpful(Problem problem) {
        assertThat(problem.place()).matches(PLACE);
        assertThat(problem.message().en())
                .isNotBlank()
                .hasSizeLessThan(1_000)
                .doesNotContain("Exception:", "Exception at", "org.drools", "\tat ");
        assertThat(problem.remedy().en()).isNotBlank();
    }
}
