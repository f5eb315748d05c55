package org.huiqi.screen.judge;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stage said before. Which probe is asked next depends on nothing but the answers so far, so the hearings of all firms make one tree: a firm
 * is led through it by its answers, and what the first firm of a kind was told, all others are told. Forgets all when it is full. Not thread-safe.
 */
final class Precedents {
    private static final int MOST_STEPS = 1 << 15;
    private @Nullable Step first;
    private int steps;
    private final Set<Probe> probes = Collections.newSetFromMap(new IdentityHashMap<>());

    private static final class Step {
        final @Nullable Probe probe;
        /** The atom it asks for, which needs no call; else -1. */
        final int atom;

        final @Nullable Said said;
        private @Nullable Step[] next = new Step[2];

        Step(@Nullable Probe probe, @Nullable Said said) {
            this.probe = probe;
            this.atom = probe instanceof Probe.OfAtom of ? of.atom : -1;
            this.said = said;
        }

        @Nullable
        Step after(int answer) {
            return answer < next.length ? next[answer] : null;
        }

        void then(int answer, Step step) {
            if (answer >= next.length) {
                next = java.util.Arrays.copyOf(next, Math.max(answer + 1, next.length * 3 / 2));
            }
            next[answer] = step;
        }
    }

    /** What was said of a firm with the same answers; null if there was none. */
    @Nullable
    Said find(Scene scene) {
        Step step = first;
        while (step != null) {
            Probe probe = step.probe;
            if (probe == null) {
                return step.said;
            }
            step = step.after(step.atom >= 0 ? scene.enterprise(step.atom) : probe.ask(scene));
        }
        return null;
    }

    /** {@code asked}: in the order of the hearing, with its answers. */
    void keep(List<Probe> asked, Said said) {
        if (steps + asked.size() >= MOST_STEPS) {
            asked.forEach(Probe::forget);
            forget();
            return;
        }
        Step last = null;
        int answer = 0;
        for (Probe probe : asked) {
            last = next(last, answer, probe, null);
            answer = probe.answer;
        }
        next(last, answer, null, said);
    }

    private Step next(@Nullable Step last, int answer, @Nullable Probe probe, @Nullable Said said) {
        Step known = last == null ? first : last.after(answer);
        if (known != null) {
            return known;
        }
        Step made = new Step(probe, said);
        steps++;
        if (probe != null) {
            probes.add(probe);
        }
        if (last == null) {
            first = made;
        } else {
            last.then(answer, made);
        }
        return made;
    }

    private void forget() {
        probes.forEach(Probe::forget);
        probes.clear();
        first = null;
        steps = 0;
    }
}
