package org.huiqi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.huiqi.engine.TinyPack;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Requirement trees against brute force: every way four criteria can be met, unmet, unknown or under review. A tree is decided exactly when
 * every completion of what is open decides it alike, and what it lists as missing is exactly what can still decide it.
 */
final class TreesTest {
    private static final List<String> FACTS = List.of("a", "b", "c", "d");

    /** {@code F-x} asks a field, {@code R-x} a reviewer; a tree uses either by its letter. */
    private static TinyPack pack(String tree) {
        TinyPack pack = new TinyPack();
        for (String fact : FACTS) {
            pack.field(fact + " : Boolean @label(\"" + fact + "\")");
            pack.rule("F-" + fact, "Enterprise( " + fact + " == true )");
            pack.judged("R-" + fact, "");
        }
        String all = "[{any: [F-a, R-a]}, {any: [F-b, R-b]}, {any: [F-c, R-c]}, {any: [F-d, R-d]}]";
        return pack.policy("stages:\n  apply:\n    " + tree + "\n  listed:\n    all: " + all + "\n");
    }

    private static final String A = "{any: [F-a, R-a]}";
    private static final String B = "{any: [F-b, R-b]}";
    private static final String C = "{any: [F-c, R-c]}";
    private static final String D = "{any: [F-d, R-d]}";

    /** How the truth of a letter is brought about: a known field, an unknown field with the reviewer's no, or the field's no with no reviewer yet. */
    private static Profile with(Profile profile, String letter, Truth truth) {
        Profile answered = truth == Truth.UNKNOWN
                ? profile
                : profile.withEnterprise(profile.enterprise().with(letter, truth == Truth.MET));
        return truth == Truth.REVIEW ? answered : Tiny.reviewed(answered, "R-" + letter, "", false);
    }

    private static void check(String tree, Function<boolean[], Boolean> meaning) {
        Tiny tiny = new Tiny(pack(tree));
        Truth[] truths = Truth.values();
        for (int code = 0; code < 256; code++) {
            Truth[] of = {truths[code & 3], truths[code >> 2 & 3], truths[code >> 4 & 3], truths[code >> 6 & 3]};
            Profile profile = Tiny.profile();
            for (int i = 0; i < 4; i++) {
                profile = with(profile, FACTS.get(i), of[i]);
            }
            Verdict verdict = new Assessor(tiny.book())
                    .assess(profile, Assessor.Request.on(Tiny.DAY))
                    .policies()
                    .get(0)
                    .verdicts()
                    .get(0);
            compare(of, verdict, meaning);
        }
        tiny.assess(Tiny.profile("a", true, "b", false));
    }

    private static void compare(Truth[] of, Verdict verdict, Function<boolean[], Boolean> meaning) {
        Set<Boolean> possible = new java.util.HashSet<>();
        Set<String> deciding = new java.util.TreeSet<>();
        for (boolean[] completion : completions(of)) {
            boolean holds = meaning.apply(completion);
            possible.add(holds);
            for (int i = 0; i < 4; i++) {
                boolean[] other = completion.clone();
                other[i] = !other[i];
                if (of[i] == Truth.UNKNOWN && meaning.apply(other) != holds) {
                    deciding.add(FACTS.get(i));
                }
            }
        }
        String shown = List.of(of) + " → " + verdict.outcome() + " " + verdict.missing();
        if (possible.size() == 1) {
            Outcome expected = possible.contains(true) ? Outcome.ELIGIBLE : Outcome.INELIGIBLE;
            assertThat(verdict.outcome()).as(shown).isEqualTo(expected);
        } else if (deciding.isEmpty()) {
            assertThat(verdict.outcome()).as(shown).isEqualTo(Outcome.REVIEW);
        } else {
            assertThat(verdict.outcome()).as(shown).isEqualTo(Outcome.INCOMPLETE);
            assertThat(verdict.missing()).as(shown).containsExactlyInAnyOrderElementsOf(deciding);
        }
    }

    private static List<boolean[]> completions(Truth[] of) {
        List<boolean[]> completions = new ArrayList<>();
        for (int code = 0; code < 16; code++) {
            boolean[] values = new boolean[4];
            boolean fits = true;
            for (int i = 0; i < 4; i++) {
                values[i] = (code >> i & 1) == 1;
                fits &= !of[i].decided() || values[i] == (of[i] == Truth.MET);
            }
            if (fits) {
                completions.add(values);
            }
        }
        return completions;
    }

    @Test
    void allAreMetWhenEachIs() {
        check("all: [" + A + ", " + B + ", " + C + ", " + D + "]", v -> v[0] && v[1] && v[2] && v[3]);
    }

    @Test
    void anyIsMetWhenOneIs() {
        check("any: [" + A + ", " + B + ", " + C + ", " + D + "]", v -> v[0] || v[1] || v[2] || v[3]);
    }

    @Test
    void noneIsMetWhenNoneIs() {
        check("none: [" + A + ", " + B + ", " + C + ", " + D + "]", v -> !(v[0] || v[1] || v[2] || v[3]));
    }

    @Test
    void atLeastCounts() {
        for (int n = 1; n <= 4; n++) {
            int count = n;
            check("atLeast: " + n + "\n    of: [" + A + ", " + B + ", " + C + ", " + D + "]", v -> met(v) >= count);
        }
    }

    private static int met(boolean[] values) {
        int met = 0;
        for (boolean value : values) {
            met += value ? 1 : 0;
        }
        return met;
    }

    @Test
    void aBranchAsksOneSideOnly() {
        check("all: [{if: " + A + ", then: " + B + ", else: " + C + "}, " + D + "]", v -> (v[0] ? v[1] : v[2]) && v[3]);
        check(
                "all: [{if: " + A + ", then: " + B + "}, {if: " + C + ", then: " + D + "}]",
                v -> (!v[0] || v[1]) && (!v[2] || v[3]));
        check(
                "if: {all: [" + A + ", " + B + "]}\n    then: " + C + "\n    else: {none: [" + D + "]}",
                v -> v[0] && v[1] ? v[2] : !v[3]);
    }

    @Test
    void treesNest() {
        check(
                "all: [{any: [" + A + ", {none: [" + B + "]}]}, {any: [" + C + ", " + D + "]}]",
                v -> (v[0] || !v[1]) && (v[2] || v[3]));
        check(
                "none: [{all: [" + A + ", " + B + "]}, {all: [" + C + ", " + D + "]}]",
                v -> !(v[0] && v[1] || v[2] && v[3]));
        check(
                "any: [{all: [" + A + ", {none: [" + B + "]}]}, {atLeast: 2, of: [" + C + ", " + D + "]}]",
                v -> v[0] && !v[1] || v[2] && v[3]);
        check(
                "any: [" + A + "]\n    all: [" + B + "]\n    none: [" + C + ", " + D + "]",
                v -> v[0] && v[1] && !v[2] && !v[3]);
    }

    @Test
    void whatDecidedAgainstIsNamed() {
        BiFunction<String, Profile, List<String>> decisive =
                (tree, profile) -> new Tiny(pack(tree)).verdict(profile).decisive();
        Profile no = Tiny.profile("a", false, "b", false, "c", true, "d", true);
        assertThat(decisive.apply("all: [F-a, F-b, F-c]", no)).containsExactly("F-a", "F-b");
        assertThat(decisive.apply("any: [F-a, F-b]", no)).containsExactly("F-a", "F-b");
        assertThat(decisive.apply("none: [F-a, F-c, F-d]", no)).containsExactly("F-c", "F-d");
        assertThat(decisive.apply("none: [{all: [F-c, F-d]}]", no)).containsExactly("F-c", "F-d");
        assertThat(decisive.apply("all: [{if: F-c, then: F-a, else: F-b}]", no)).containsExactly("F-a");
        assertThat(decisive.apply("all: [{if: F-a, then: F-c, else: F-b}]", no)).containsExactly("F-b");
        assertThat(decisive.apply("all: [{atLeast: 3, of: [F-a, F-b, F-c, F-d]}]", no))
                .containsExactly("F-a", "F-b");
        Profile open = Tiny.profile("a", false, "b", false);
        assertThat(decisive.apply("all: [{if: F-c, then: F-a, else: F-b}]", open))
                .containsExactly("F-a", "F-b");
    }
}
