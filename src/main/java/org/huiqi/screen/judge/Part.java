package org.huiqi.screen.judge;

import java.util.List;

/** A requirement as code. */
interface Part {
    byte truth(Hearing hearing);

    /** Adds the numbers of the criteria and scores that made it {@code truth}, if it is. */
    void blame(Hearing hearing, byte truth, long[] out);

    /** Adds what is asked for in any case, if the truth is asked for and then the blame for {@code wanted}. Need not be complete. */
    default void sure(byte wanted, List<Probe> out) {}

    /** Adds the numbers of all criteria and scores it rests on. */
    default void numbers(List<Integer> out) {}

    /** Adds what could still decide it, if it is unknown. */
    void missing(Hearing hearing, long[] out);
}
