package org.huiqi.screen.result;

import java.util.List;
import org.huiqi.screen.judge.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Some firms, {@link #MOST} at a time, by what they were told: firms judged together share their answers, so that whoever looks at answers need not
 * look at each firm's. Not thread-safe.
 */
public final class Panel {
    /** Most firms at a time. */
    public static final int MOST = Long.SIZE;

    private final @Nullable Answer[] said = new Answer[MOST];
    private final long[] firms = new long[MOST];
    private int count;

    /** Something to be done with a few firms at a time, in their order. */
    public interface Use {
        void of(List<Screened> firms);
    }

    public static void each(List<Screened> firms, Use use) {
        for (int from = 0; from < firms.size(); from += MOST) {
            use.of(firms.subList(from, Math.min(firms.size(), from + MOST)));
        }
    }

    /** Looks at the answers of some firms to one question. */
    public void look(List<Screened> some, int question) {
        count = 0;
        for (int f = 0; f < some.size(); f++) {
            Answer answer = some.get(f).answers()[question];
            int i = 0;
            while (i < count && said[i] != answer) {
                i++;
            }
            if (i == count) {
                said[count++] = answer;
                firms[i] = 0;
            }
            firms[i] |= 1L << f;
        }
    }

    /** How many different answers there are. */
    public int count() {
        return count;
    }

    public Answer answer(int i) {
        return java.util.Objects.requireNonNull(said[i]);
    }

    /** To whom it was given: one bit a firm, by position. */
    public long firms(int i) {
        return firms[i];
    }
}
