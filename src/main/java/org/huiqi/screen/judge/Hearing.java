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
    private final int step;
    /** Number of the part that is taken to be the other way round. */
    int turned = NONE;

    /** {@code step}: 1, or -1 for one that may be held while the other goes on, and of which no minutes are taken. */
    Hearing(int step) {
        this.step = step;
    }

    void begin(Scene firm) {
        if (scene != firm) {
            scene = firm; // nearly never: a write that the collector hears of
        }
        round += step;
        if (step > 0) {
            asked.clear();
        }
        turned = NONE;
    }

    int ask(Probe probe) {
        if (probe.round != round) {
            probe.round = round;
            probe.answer = probe.ask(java.util.Objects.requireNonNull(scene));
            if (step > 0) {
                asked.add(probe);
            }
        }
        return probe.answer;
    }

    /** Asks several at once; not again if all of them were asked before. */
    void ask(Bundle bundle) {
        boolean heard = true;
        for (Probe part : bundle.parts()) {
            heard &= part.round == round;
        }
        if (!heard) {
            ask((Probe) bundle);
            told(List.of(bundle.parts()));
        }
    }

    /** What an answer has told already is not asked for any more. */
    void told(List<Probe> parts) {
        for (Probe part : parts) {
            if (part.round != round) {
                part.round = round;
                part.answer = part.ask(java.util.Objects.requireNonNull(scene));
            }
        }
    }

    /** What was asked, in order; the answers are still known. */
    List<Probe> asked() {
        return asked;
    }
}
