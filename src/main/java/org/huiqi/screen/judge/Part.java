package org.huiqi.screen.judge;

/** A requirement as code. */
interface Part {
    byte truth(Scene scene);

    /** Adds the numbers of the criteria and scores that made it {@code truth}, if it is. */
    void blame(Scene scene, byte truth, long[] out);

    /** Adds what could still decide it, if it is unknown. */
    void missing(Scene scene, long[] out);

    /** Is it the same for every firm of this list? */
    default boolean constant() {
        return false;
    }
}
