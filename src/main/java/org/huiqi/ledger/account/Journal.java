package org.huiqi.ledger.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiqi.problem.Text;
import org.jdbi.v3.core.Jdbi;

/** Who came, was refused and left, and what was done to accounts. Only ever added to. Thread-safe. */
public final class Journal {
    private final Jdbi jdbi;
    private final Clock clock;

    public Journal(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What happened. */
    public enum Kind {
        LOGIN("登录", "logged in"),
        LOGIN_REFUSED("登录被拒", "login refused"),
        LOGOUT("退出", "logged out"),
        ACCOUNT_ADDED("新建账号", "account added"),
        ACCOUNT_LOCKED("锁定账号", "account locked"),
        ACCOUNT_UNLOCKED("解锁账号", "account unlocked"),
        ACCOUNT_REMOVED("删除账号", "account removed"),
        PASSWORD_CHANGED("改密码", "password changed"),
        TOKEN_ADDED("新建令牌", "token added"),
        TOKEN_REVOKED("吊销令牌", "token revoked"),
        SCREENING_DELETED("删除筛查任务", "screening deleted");

        private final Text label;

        Kind(String zh, String en) {
            this.label = new Text(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /**
     * One entry.
     *
     * @param account its name; empty if there is none of the name that was given
     * @param client an address, or {@code terminal}
     */
    public record Event(Instant at, Kind kind, String account, String client) {}

    public void add(Kind kind, String account, String client) {
        jdbi.useHandle(h -> h.createUpdate("insert into event (id, happened, kind, account, client)"
                        + " values (:id, :at, :kind, :account, :client)")
                .bind("id", UUID.randomUUID().toString())
                .bind("at", clock.millis())
                .bind("kind", kind.name())
                .bind("account", account)
                .bind("client", client.length() <= 100 ? client : client.substring(0, 100))
                .execute());
    }

    /** The newest first. */
    public List<Event> newest(int most) {
        return jdbi.withHandle(h -> h.createQuery("select * from event order by happened desc, id limit :most")
                .bind("most", most)
                .map((row, ctx) -> new Event(
                        Instant.ofEpochMilli(row.getLong("happened")),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("account"),
                        row.getString("client")))
                .list());
    }
}
