package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a stage said before. Which probe is asked next depends on nothing but the answers so far, so the hearings of all firms make one tree: a firm
 * is led through it by its answers, and what the first firm of a kind was told, all others are told. Forgets all when it is full. Not thread-safe.
 *
 * <p>The tree is one array, since a million firms walk through it: an atom is its number and what comes after each of its three truths; any other
 * probe is the complement of its number, where its answers stand, and how many there are. What comes after is a place in the array, the
 * complement of the number of what is said, or {@link #NOTHING} yet.
 */
final class Precedents {
    private static final int MOST = 1 << 18;
    private static final int NOTHING = 0;
    private static final int TRUTHS = 3;
    private final List<Probe> probes = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private int[] tree = new int[64];
    private int used = 1;
    /** Stands for what comes after nothing was asked. */
    private int first = NOTHING;

    /** What was said of a firm with the same answers; null if there was none. */
    @org.jspecify.annotations.Nullable
    Said find(Scene scene) {
        int at = first;
        while (at > NOTHING) {
            int asked = tree[at];
            if (asked >= 0) {
                at = tree[at + 1 + scene.enterprise(asked)];
            } else {
                int answer = probes.get(~asked).ask(scene);
                at = answer < tree[at + 2] ? tree[tree[at + 1] + answer] : NOTHING;
            }
        }
        return at == NOTHING ? null : said.get(~at);
    }

    /** {@code asked}: in the order of the hearing, with its answers. */
    void keep(List<Probe> asked, Said verdict) {
        if (used > MOST) {
            asked.forEach(Probe::forget);
            forget();
            return;
        }
        said.add(verdict);
        int link = -1;
        for (Probe probe : asked) {
            int at = after(link);
            if (at == NOTHING) {
                at = add(probe);
                lead(link, at);
            }
            link = link(at, probe);
        }
        lead(link, ~(said.size() - 1));
    }

    private int after(int link) {
        return link < 0 ? first : tree[link];
    }

    private void lead(int link, int to) {
        if (link < 0) {
            first = to;
        } else {
            tree[link] = to;
        }
    }

    private int add(Probe probe) {
        if (probe instanceof Probe.OfAtom atom) {
            int at = room(1 + TRUTHS);
            tree[at] = atom.atom;
            return at;
        }
        int at = room(3);
        tree[at] = ~number(probe);
        return at;
    }

    private int number(Probe probe) {
        int known = probes.indexOf(probe);
        if (known < 0) {
            probes.add(probe);
            return probes.size() - 1;
        }
        return known;
    }

    /** Where it stands what comes after the answer of a probe. */
    private int link(int at, Probe probe) {
        if (tree[at] >= 0) {
            return at + 1 + probe.answer;
        }
        int answers = tree[at + 2];
        if (probe.answer >= answers) {
            int more = Math.max(probe.answer + 1, answers * 2);
            int moved = room(more);
            System.arraycopy(tree, tree[at + 1], tree, moved, answers);
            tree[at + 1] = moved;
            tree[at + 2] = more;
        }
        return tree[at + 1] + probe.answer;
    }

    private int room(int size) {
        if (used + size > tree.length) {
            tree = Arrays.copyOf(tree, (used + size) * 2);
        }
        used += size;
        return used - size;
    }

    private void forget() {
        probes.forEach(Probe::forget);
        probes.clear();
        said.clear();
        tree = new int[64];
        used = 1;
        first = NOTHING;
    }
}
