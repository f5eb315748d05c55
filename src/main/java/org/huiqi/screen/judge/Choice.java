package org.huiqi.screen.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huiqi.assess.KeySpace;
import org.huiqi.policy.Edition;

/** Which editions some values of the keys leave open, and the firms before the judge with these values. Not thread-safe. */
final class Choice {
    /** Number of the edition that applies, or the likeliest; behind the last for none. */
    final int edition;
    /** Numbers of all that may apply, in the order tried; empty if the keys are settled. */
    final int[] each;

    private final List<String> unanswered;
    private final KeySpace space;
    /** Which unanswered keys make a difference, by what each edition says. */
    private final Map<String, List<String>> deciding = new HashMap<>();

    long rows;

    Choice(int edition, int[] each, List<String> unanswered, KeySpace space) {
        this.edition = edition;
        this.each = each;
        this.unanswered = unanswered;
        this.space = space;
    }

    boolean settled() {
        return each.length == 0;
    }

    /** The unanswered keys that matter; {@code said}: one character for each edition that may apply, equal where both say the same. */
    List<String> deciding(String said, Function<java.util.Optional<Edition>, Integer> number) {
        if (alike(said)) {
            return List.of();
        }
        return deciding.computeIfAbsent(said, s -> space.deciding(unanswered, e -> of(number.apply(e), s)));
    }

    private static boolean alike(String said) {
        for (int i = 1; i < said.length(); i++) {
            if (said.charAt(i) != said.charAt(0)) {
                return false;
            }
        }
        return true;
    }

    private String of(int edition, String said) {
        for (int i = 0; i < each.length; i++) {
            if (each[i] == edition) {
                return said.substring(i, i + 1);
            }
        }
        throw new IllegalStateException("an edition that was not tried");
    }
}
