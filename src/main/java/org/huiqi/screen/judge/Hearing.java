package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.List;

/** One stage asks one firm: every probe once at most, and in an order that is remembered. Belongs to one stage of one thread. */
final class Hearing {
    /** No part of a tree is turned around. */
    static final int NONE = -1;

    private final List<Probe> asked = new ArrayList<>();
    private @org.jspecify.annotations.Nullable Scene scene;
    private int round;
    /** Number of the part that is taken to be the other way round. */
    int turned = NONE;

    void begin(Scene firm) {
        scene = firm;
        round++;
        asked.clear();
        turned = NONE;
    }

    int ask(Probe probe) {
        if (probe.round != round) {
            probe.round = round;
            probe.answer = probe.ask(java.util.Objects.requireNonNull(scene));
            asked.add(probe);
        }
        return probe.answer;
    }

    /** What was asked, in order; the answers are still known. */
    List<Probe> asked() {
        return asked;
    }
}
