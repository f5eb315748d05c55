package org.huiqi.screen.judge;

/** A requirement as code. */
interface Part {
    byte truth(Hearing hearing);

    /** Adds the numbers of the criteria and scores that made it {@code truth}, if it is. */
    void blame(Hearing hearing, byte truth, long[] out);

    /** Adds what could still decide it, if it is unknown. */
    void missing(Hearing hearing, long[] out);
}
