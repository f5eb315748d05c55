package org.huiqi.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The places to compute at: more at once would only make everyone slower and the heap fuller. Thread-safe. */
public final class Places {
    private final Semaphore free;
    private final Duration wait;

    Places(ServerOptions.Limits limits) {
        this.free = new Semaphore(limits.computing(), true);
        this.wait = limits.queue();
    }

    /** @throws ProblemException if no place becomes free in time */
    public <T> T compute(Supplier<T> work) {
        try {
            if (!free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(ProblemKind.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemKind.BUSY);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
