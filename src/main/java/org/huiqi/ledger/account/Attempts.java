package org.huiqi.ledger.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Failed logins by name. After a few, each further one makes everybody wait longer before the next. Thread-safe. */
final class Attempts {
    /** Mistakes nobody is bothered for. */
    static final int FREE = 5;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofDays(1);
    private final Jdbi jdbi;
    private final Clock clock;

    Attempts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Kept(int failures, long lockedUntil) {}

    /**
     * Counts an attempt before it is known to fail, so that many at once count as well; returns how long to wait if it may not be made now.
     */
    Optional<Duration> begin(String name) {
        long now = clock.millis();
        return jdbi.inTransaction(h -> {
            h.createUpdate("delete from attempt where latest < :old")
                    .bind("old", now - MEMORY.toMillis())
                    .execute();
            take(h, name, now);
            Kept kept = kept(h, name);
            if (kept.lockedUntil() > now) {
                return Optional.of(Duration.ofMillis(kept.lockedUntil() - now));
            }
            keep(h, name, kept.failures() + 1, now);
            return Optional.empty();
        });
    }

    /** Whoever else wants the same row now waits until this transaction is over. */
    private static void take(Handle handle, String name, long now) {
        handle.createUpdate(
                        "insert into attempt (name_digest, failures, locked_until, latest)"
                                + " values (:digest, 0, 0, :now) on conflict (name_digest) do update set latest = excluded.latest")
                .bind("digest", digest(name))
                .bind("now", now)
                .execute();
    }

    private static Kept kept(Handle handle, String name) {
        return handle.createQuery("select failures, locked_until from attempt where name_digest = :digest")
                .bind("digest", digest(name))
                .map((row, ctx) -> new Kept(row.getInt("failures"), row.getLong("locked_until")))
                .findOne()
                .orElse(new Kept(0, 0));
    }

    private static void keep(Handle handle, String name, int failures, long now) {
        handle.createUpdate(
                        "update attempt set failures = :failures, locked_until = :until where name_digest = :digest")
                .bind("digest", digest(name))
                .bind("failures", failures)
                .bind("until", failures < FREE ? 0 : now + pause(failures).toMillis())
                .execute();
    }

    /** Doubles with every failure. */
    static Duration pause(int failures) {
        int doublings = Math.min(failures - FREE, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    int failures(String name) {
        return jdbi.withHandle(h -> kept(h, name)).failures();
    }

    Optional<Duration> wait(String name) {
        long left = jdbi.withHandle(h -> kept(h, name)).lockedUntil() - clock.millis();
        return left > 0 ? Optional.of(Duration.ofMillis(left)) : Optional.empty();
    }

    static void forget(Jdbi jdbi, String name) {
        jdbi.useHandle(h -> h.createUpdate("delete from attempt where name_digest = :digest")
                .bind("digest", digest(name))
                .execute());
    }

    private static String digest(String name) {
        return Secret.digest("name:" + AccountName.normalize(name));
    }
}
