package org.huiqi.advise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One profile as it is and as it would be after some changes, each looked at once however often it comes up. Not thread-safe. */
final class Trials {
    private final Scene origin;
    private final Map<List<Answer>, Scene> scenes = new HashMap<>();

    Trials(Scene origin) {
        this.origin = origin;
    }

    /** What a change comes to: the field and what it says then. */
    private record Answer(String path, Object to) {}

    Scene after(List<Move> moves) {
        return moves.isEmpty()
                ? origin
                : scenes.computeIfAbsent(
                        moves.stream()
                                .map(m -> new Answer(m.about().path(), m.to()))
                                .toList(),
                        k -> origin.after(moves));
    }
}
