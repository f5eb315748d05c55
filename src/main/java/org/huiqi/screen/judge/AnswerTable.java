package org.huiqi.screen.judge;

import org.jspecify.annotations.Nullable;

/** Keeps one answer of each kind, so that a million firms share a few thousand of them. Forgets all when it is full. Not thread-safe. */
final class AnswerTable {
    private static final int LARGEST = 1 << 15;
    private @Nullable Answer[] slots = new Answer[64];
    private int used;

    Answer of(Finding finding, String edition, int subjects, int likeIt) {
        int hash = Answer.hash(finding, subjects, likeIt);
        int slot = first(hash);
        for (Answer known = slots[slot]; known != null; known = slots[slot]) {
            if (known.hashCode() == hash && known.says(finding, edition, subjects, likeIt)) {
                return known;
            }
            slot = slot + 1 & slots.length - 1;
        }
        Answer made = new Answer(finding, edition, subjects, likeIt);
        keep(made, slot);
        return made;
    }

    private void keep(Answer answer, int slot) {
        slots[slot] = answer;
        used++;
        if (used * 2 > slots.length) {
            grow();
        }
    }

    private void grow() {
        Answer[] old = slots;
        slots = new Answer[Math.min(LARGEST, old.length * 2)];
        used = 0;
        for (Answer answer : old) {
            if (answer != null && old.length < LARGEST) {
                slots[free(answer.hashCode())] = answer;
                used++;
            }
        }
    }

    private int free(int hash) {
        int slot = first(hash);
        while (slots[slot] != null) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int first(int hash) {
        return (hash ^ hash >>> 16) * 0x9E3779B1 >>> 16 & slots.length - 1;
    }
}
