package org.huiqi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiqi.engine.TinyPack;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** A field that a classification works out, while the classification is still open between some of its classes. */
final class OpenClassTest {
    private static final String CLASSES = """
            id: klass
            name: {zh: 分类, en: Classes}
            level: national
            kind: classification
            documents:
              文: {title: 文件, seen: full}
            stages:
              apply:
                results:
                  - {result: 大, when: {all: [K-1, K-2]}}
                  - {result: 中, when: {all: [K-3, K-4]}}
                  - {result: 小, when: K-0}
            """;
    private static final Tiny TINY = new Tiny(pack());

    private static TinyPack pack() {
        return new TinyPack()
                .field("klass : String @label(\"类\") @choices(\"大|中|小\") @from(\"klass\")")
                .rule("T-1", "Enterprise( klass in (\"中\", \"小\") )")
                .rule("T-2", "Enterprise( klass != \"大\" )")
                .rule("T-3", "Enterprise( klass not in (\"大\", \"中\") )")
                .rule("T-4", "Enterprise( klass == \"大\" )")
                .rule("T-5", "exists Product( enterprise.klass == \"大\", price > 1 )")
                .policy("stages:\n  apply:\n    all: [T-1]\n  listed:\n    all: [T-2, T-3, T-4, T-5]\n")
                .file("policies/klass/policy.yaml", CLASSES)
                .file("policies/klass/criteria.drl", criteria());
    }

    private static String criteria() {
        return "package policies.klass;\nimport facts.*;\n"
                + rule("K-0", "staff >= 0")
                + rule("K-1", "staff >= 100")
                + rule("K-2", "sales >= 1000")
                + rule("K-3", "staff >= 10")
                + rule("K-4", "sales >= 100");
    }

    private static String rule(String id, String test) {
        return "rule \"" + id + " 说法\" @document(\"文\") @clause(\"一\") @seen(\"full\")\nwhen Enterprise( " + test
                + " )\nthen met(); end\n";
    }

    private static Truth truth(Profile profile, String criterion) {
        return TINY.finding(profile, criterion).truth();
    }

    @Test
    void whatHoldsForEveryClassStillPossibleHolds() {
        Profile middleOrSmall = Tiny.profile("staff", 50);
        assertThat(truth(middleOrSmall, "T-1")).isEqualTo(Truth.MET);
        assertThat(truth(middleOrSmall, "T-2")).isEqualTo(Truth.MET);
        assertThat(TINY.finding(middleOrSmall, "T-1").missing()).isEmpty();
    }

    @Test
    void whatHoldsForNoneOfThemFails() {
        assertThat(truth(Tiny.profile("staff", 50), "T-4")).isEqualTo(Truth.UNMET);
    }

    @Test
    void whatTellsThemApartIsOpenAndAsksForTheirFields() {
        Finding open = TINY.finding(Tiny.profile("staff", 50), "T-3");
        assertThat(open.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(open.missing()).containsExactly("sales");
        assertThat(truth(Tiny.profile("staff", 500), "T-1")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void withNothingAnsweredEveryClassIsPossible() {
        assertThat(TINY.finding(Tiny.profile(), "T-1").missing()).containsExactlyInAnyOrder("staff", "sales");
    }

    @Test
    void aProductKnowsWhatItsEnterpriseCannotBe() {
        Profile profile = Tiny.profile("staff", 50).withList("Product", List.of(Tiny.entry("甲")));
        assertThat(truth(profile, "T-5")).isEqualTo(Truth.UNMET);
    }

    @Test
    void theOpenClassificationNamesTheClassesItHasComeDownTo() {
        Verdict open = new Assessor(TINY.book())
                .assess(Tiny.profile("staff", 50), Assessor.Request.on(Tiny.DAY)).policies().stream()
                        .filter(p -> p.policy().equals("klass"))
                        .findFirst()
                        .orElseThrow()
                        .verdicts()
                        .get(0);
        assertThat(open.possible()).containsExactly("中", "小");
        assertThat(open.missing()).containsExactly("sales");
    }

    @Test
    void theFigureShownNamesTheClassesStillPossible() {
        assertThat(TINY.finding(Tiny.profile("staff", 50), "T-1").evidence())
                .singleElement()
                .satisfies(e -> assertThat(e.left()).isEqualTo("类 中或小"));
    }
}
