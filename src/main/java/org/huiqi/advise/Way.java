package org.huiqi.advise;

import java.util.List;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Outcome;

/**
 * A smallest set of changes that flips a verdict: assessed again with all of them it says {@code reached}, and with fewer of them it does not.
 *
 * @param reached ELIGIBLE or REVIEW
 */
public record Way(List<Move> moves, Outcome reached) {
    public Way {
        moves = List.copyOf(moves);
    }

    /** Needs nothing but patience. */
    public boolean timeOnly() {
        return moves.stream().allMatch(m -> m.kind() == Move.Kind.TIME);
    }

    /** The profile with every change made. */
    public Profile applied(Profile profile) {
        Profile changed = profile;
        for (Move move : moves) {
            changed = move.applied(changed);
        }
        return changed;
    }

    double effort() {
        return moves.stream().mapToDouble(Move::effort).sum();
    }
}
