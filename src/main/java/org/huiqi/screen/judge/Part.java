package org.huiqi.screen.judge;

import java.util.List;

/** A requirement as code. What it makes of the firms before the judge stands in words, one bit a firm. Belongs to one thread. */
abstract class Part {
    /** No part of a tree is turned around. */
    static final int NONE = -1;

    long met;
    long unmet;
    /** Only a person can tell. What is neither of the three is unknown. */
    long review;

    /** Finds out about {@code rows}; what the words say of other firms means nothing. {@code turned}: number of the part that is taken to be the other way round. */
    abstract void look(Scene scene, long rows, int turned);

    /**
     * Marks the criteria and scores that made it what it is, if that is met or unmet, as {@code wanted} says. As last looked at.
     *
     * @param blame by number, one bit a firm
     */
    abstract void blame(long rows, boolean wanted, long[] blame);

    /** Adds what could still decide it, for those for whom it is unknown. As last looked at. */
    abstract void missing(Scene scene, long rows, Wants out);

    /** Adds the numbers of all criteria and scores it rests on. */
    void numbers(List<Integer> out) {}

    final long unknown() {
        return ~(met | unmet | review);
    }

    final void all(long truth) {
        met = truth;
        unmet = 0;
        review = 0;
    }
}
