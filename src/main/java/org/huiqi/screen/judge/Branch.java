package org.huiqi.screen.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** If the condition holds, so must {@code then}; if not, {@code otherwise} must, where there is one. */
final class Branch extends Part {
    private final Part condition;
    private final Part then;
    private final @Nullable Part otherwise;

    Branch(Part condition, Part then, @Nullable Part otherwise) {
        this.condition = condition;
        this.then = then;
        this.otherwise = otherwise;
    }

    @Override
    void look(Scene scene, long rows, int turned) {
        condition.look(scene, rows, turned);
        then.look(scene, rows, turned);
        if (otherwise != null) {
            otherwise.look(scene, rows, turned);
        }
        long otherMet = otherwise == null ? -1 : otherwise.met;
        long otherUnmet = otherwise == null ? 0 : otherwise.unmet;
        long otherReview = otherwise == null ? 0 : otherwise.review;
        long open = ~(condition.met | condition.unmet);
        met = condition.met & then.met | condition.unmet & otherMet | open & then.met & otherMet;
        unmet = condition.met & then.unmet | condition.unmet & otherUnmet | open & then.unmet & otherUnmet;
        long known = ~(condition.unknown() | then.unknown() | ~(otherMet | otherUnmet | otherReview));
        review = condition.met & then.review | condition.unmet & otherReview | open & known & ~(met | unmet);
    }

    @Override
    void numbers(List<Integer> out) {
        condition.numbers(out);
        then.numbers(out);
        if (otherwise != null) {
            otherwise.numbers(out);
        }
    }

    @Override
    void blame(long rows, boolean wanted, long[] blame) {
        long mine = rows & (wanted ? met : unmet);
        if (mine == 0) {
            return;
        }
        then.blame(otherwise == null ? mine : mine & ~condition.unmet, wanted, blame);
        if (otherwise != null) {
            otherwise.blame(mine & ~condition.met, wanted, blame);
        }
    }

    @Override
    void missing(Scene scene, long rows, Wants out) {
        long mine = rows & unknown();
        if (mine == 0) {
            return;
        }
        condition.missing(scene, mine, out);
        then.missing(scene, otherwise == null ? mine : mine & ~condition.unmet, out);
        if (otherwise != null) {
            otherwise.missing(scene, mine & ~condition.met, out);
        }
    }
}
