package org.huiqi.ledger.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Who is logged in, by digests of the secrets their browsers hold. Thread-safe. */
public final class Sessions {
    /** Without a request for so long, somebody has left the desk. */
    public static final Duration IDLE = Duration.ofMinutes(60);

    /** Nobody works longer than this without logging in again. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** Being seen is written down at most so often. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Clock clock;

    public Sessions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Somebody logged in; {@code ends} at the latest. */
    public record Session(Account account, Instant ends) {}

    /** Begins one, under a secret nobody has seen before; those that have ended are swept out. */
    public Secret begin(Account account) {
        Secret secret = Secret.create();
        long now = clock.millis();
        jdbi.useTransaction(h -> {
            h.createUpdate("delete from session where created <= :oldest or seen <= :idle")
                    .bind("oldest", now - LONGEST.toMillis())
                    .bind("idle", now - IDLE.toMillis())
                    .execute();
            h.createUpdate(
                            "insert into session (digest, account_id, created, seen) values (:digest, :account, :now, :now)")
                    .bind("digest", secret.digest())
                    .bind("account", account.id())
                    .bind("now", now)
                    .execute();
        });
        return secret;
    }

    /** The session of a secret, unless it has ended or its account is locked; its idle time begins anew. */
    public Optional<Session> find(Secret secret) {
        long now = clock.millis();
        return jdbi.withHandle(h -> {
            Optional<Session> found = h.createQuery("select account.*, session.created as begun from session"
                            + " join account on account.id = session.account_id where digest = :digest"
                            + " and session.created > :oldest and seen > :idle and locked = 0")
                    .bind("digest", secret.digest())
                    .bind("oldest", now - LONGEST.toMillis())
                    .bind("idle", now - IDLE.toMillis())
                    .map((row, ctx) -> new Session(
                            Accounts.ROW.map(row, ctx),
                            Instant.ofEpochMilli(row.getLong("begun")).plus(LONGEST)))
                    .findOne();
            if (found.isPresent()) {
                h.createUpdate("update session set seen = :now where digest = :digest and seen < :grain")
                        .bind("now", now)
                        .bind("grain", now - GRAIN.toMillis())
                        .bind("digest", secret.digest())
                        .execute();
            }
            return found;
        });
    }

    /** Whether somebody would still be let in by it; asking is no sign that they are there. */
    public boolean lasts(Secret secret) {
        long now = clock.millis();
        return jdbi.withHandle(h -> h.createQuery("select count(*) from session"
                                + " join account on account.id = session.account_id where digest = :digest"
                                + " and session.created > :oldest and seen > :idle and locked = 0")
                        .bind("digest", secret.digest())
                        .bind("oldest", now - LONGEST.toMillis())
                        .bind("idle", now - IDLE.toMillis())
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    public void end(Secret secret) {
        jdbi.useHandle(h -> h.createUpdate("delete from session where digest = :digest")
                .bind("digest", secret.digest())
                .execute());
    }
}
