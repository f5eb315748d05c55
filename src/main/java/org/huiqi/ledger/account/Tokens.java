package org.huiqi.ledger.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Tokens for scripts: each acts for its account until it expires or is revoked. Thread-safe. */
public final class Tokens {
    /** What every token begins with. */
    public static final String MARK = "hq_";

    /** What is shown of a token: enough to find it, nothing to guess from. */
    private static final int SHOWN = MARK.length() + 6;

    private static final Duration GRAIN = Duration.ofMinutes(1);

    private static final RowMapper<Token> ROW = (row, ctx) -> new Token(
            row.getString("id"),
            row.getString("account"),
            row.getString("label"),
            row.getString("prefix"),
            Instant.ofEpochMilli(row.getLong("created")),
            Instant.ofEpochMilli(row.getLong("expires")),
            Optional.of(row.getLong("used")).filter(u -> u > 0).map(Instant::ofEpochMilli),
            row.getInt("revoked") == 1);

    private final Jdbi jdbi;
    private final Clock clock;

    public Tokens(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A token without its secret.
     *
     * @param account name of whom it acts for
     * @param used when it last let somebody in, to the minute
     */
    public record Token(
            String id,
            String account,
            String label,
            String prefix,
            Instant created,
            Instant expires,
            Optional<Instant> used,
            boolean revoked) {}

    /** The only time the secret is known. */
    public Secret add(Account account, String label, Duration life) {
        Secret secret = Secret.create(MARK);
        long now = clock.millis();
        jdbi.useHandle(h -> h.createUpdate("insert into token"
                        + " (id, account_id, label, prefix, digest, created, expires, used, revoked)"
                        + " values (:id, :account, :label, :prefix, :digest, :created, :expires, 0, 0)")
                .bind("id", UUID.randomUUID().toString())
                .bind("account", account.id())
                .bind("label", label.length() <= 100 ? label : label.substring(0, 100))
                .bind("prefix", secret.text().substring(0, SHOWN))
                .bind("digest", secret.digest())
                .bind("created", now)
                .bind("expires", now + life.toMillis())
                .execute());
        return secret;
    }

    /** The newest first. */
    public List<Token> list() {
        return jdbi.withHandle(h -> h.createQuery("select token.*, account.name as account from token"
                        + " join account on account.id = token.account_id order by token.created desc, prefix")
                .map(ROW)
                .list());
    }

    /** Whom a token acts for, while it is good and the account is not locked. */
    public Optional<Account> find(Secret secret) {
        long now = clock.millis();
        return jdbi.withHandle(h -> {
            Optional<Account> account = h.createQuery("select account.* from token"
                            + " join account on account.id = token.account_id"
                            + " where digest = :digest and revoked = 0 and expires > :now and locked = 0")
                    .bind("digest", secret.digest())
                    .bind("now", now)
                    .map(Accounts.ROW)
                    .findOne();
            if (account.isPresent()) {
                h.createUpdate("update token set used = :now where digest = :digest and used < :grain")
                        .bind("now", now)
                        .bind("grain", now - GRAIN.toMillis())
                        .bind("digest", secret.digest())
                        .execute();
            }
            return account;
        });
    }

    /**
     * Revokes the token shown as {@code prefix}.
     *
     * @throws InvalidInputException unless there is exactly one good token of it
     */
    public Token revoke(String prefix) {
        List<Token> meant = list().stream()
                .filter(t -> !t.revoked() && t.prefix().equals(prefix))
                .toList();
        if (meant.size() != 1) {
            throw new InvalidInputException(List.of(new Problem(
                    "PREFIX",
                    new Text("没有可吊销的令牌“" + prefix + "”", "there is no token '" + prefix + "' to revoke"),
                    new Text("见 huiqi token list。", "See huiqi token list."))));
        }
        jdbi.useHandle(h -> h.createUpdate("update token set revoked = 1 where id = :id")
                .bind("id", meant.get(0).id())
                .execute());
        return meant.get(0);
    }
}
