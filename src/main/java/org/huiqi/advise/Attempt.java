package org.huiqi.advise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.profile.Profile;

/** A profile changed here and there on trial. */
record Attempt(Trials trials, Map<String, Move> moves) {
    static Attempt from(Trials trials) {
        return new Attempt(trials, Map.of());
    }

    /** One change more; a second change of the same field takes the place of the first. */
    Attempt with(Move move) {
        Map<String, Move> more = new LinkedHashMap<>(moves);
        Move first = moves.get(move.about().path());
        more.put(
                move.about().path(),
                first == null ? move : new Move(move.about(), first.from(), move.to(), first.kind()));
        return new Attempt(trials, more);
    }

    /** The profile with every change made, as the engine sees it. */
    Scene scene() {
        return trials.after(list());
    }

    Profile profile() {
        return scene().profile();
    }

    Optional<Move> find(FieldPath path) {
        return Optional.ofNullable(moves.get(path.path()));
    }

    List<Move> list() {
        return new ArrayList<>(moves.values());
    }
}
