package org.huiqi.advise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.profile.Profile;

/** A profile changed here and there on trial. */
record Attempt(Profile origin, Profile profile, Map<String, Move> moves) {
    static Attempt from(Profile origin) {
        return new Attempt(origin, origin, Map.of());
    }

    /** One change more; a second change of the same field takes the place of the first. */
    Attempt with(Move move) {
        Map<String, Move> more = new LinkedHashMap<>(moves);
        Move first = moves.get(move.about().path());
        more.put(
                move.about().path(),
                first == null ? move : new Move(move.about(), first.from(), move.to(), first.kind()));
        return new Attempt(origin, move.applied(profile), more);
    }

    Optional<Move> find(FieldPath path) {
        return Optional.ofNullable(moves.get(path.path()));
    }

    List<Move> list() {
        return new ArrayList<>(moves.values());
    }
}
