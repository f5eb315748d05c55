package org.huiqi.app;

import java.time.Duration;
import java.time.Instant;

/** Waits until something that is being changed has come to rest, and speaks up once per rest. Not thread-safe. */
final class Settling {
    private final Duration quiet;
    private String taken;
    private String last;
    private Instant since = Instant.MIN;

    /** {@code taken}: what is known already and needs no word. */
    Settling(Duration quiet, String taken) {
        this.quiet = quiet;
        this.taken = taken;
        this.last = taken;
    }

    /** Tells what was seen; true if it has been the same for long enough and is news. */
    boolean rests(String seen, Instant now) {
        if (!seen.equals(last)) {
            last = seen;
            since = now;
        }
        if (seen.equals(taken) || now.isBefore(since.plus(quiet))) {
            return false;
        }
        taken = seen;
        return true;
    }

    /** What it spoke of last was in vain: whatever comes to rest next is news, the same included. */
    void again() {
        taken = "";
    }

    /** Something was seen that has not been spoken of. */
    boolean moving() {
        return !last.equals(taken);
    }
}
