package org.huiqi.ledger.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Who may log in. Whatever changes an account ends its sessions. Thread-safe. */
public final class Accounts {
    static final RowMapper<Account> ROW = (row, ctx) -> new Account(
            row.getString("id"),
            row.getString("name"),
            Role.valueOf(row.getString("role")),
            row.getInt("locked") == 1,
            Instant.ofEpochMilli(row.getLong("created")));

    private final Jdbi jdbi;
    private final Clock clock;

    public Accounts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @throws InvalidInputException if nobody can be called so, or somebody is already */
    public Account add(String typed, Role role, Password password) {
        Account account = new Account(UUID.randomUUID().toString(), AccountName.checked(typed), role, false, now());
        String hash = PasswordHash.of(password);
        int added =
                jdbi.withHandle(h -> h.createUpdate("insert into account (id, name, role, password, locked, created)"
                                + " values (:id, :name, :role, :password, 0, :created) on conflict (name) do nothing")
                        .bind("id", account.id())
                        .bind("name", account.name())
                        .bind("role", role.name())
                        .bind("password", hash)
                        .bind("created", account.created().toEpochMilli())
                        .execute());
        if (added == 0) {
            throw taken(account.name());
        }
        return account;
    }

    /** @throws InvalidInputException if {@link #add} would refuse the name */
    public void checkFree(String typed) {
        String name = AccountName.checked(typed);
        if (find(name).isPresent()) {
            throw taken(name);
        }
    }

    private static InvalidInputException taken(String name) {
        return refused(
                new Text("已有账号“" + name + "”", "there is already an account '" + name + "'"),
                new Text("请换一个名字,或用 huiqi account password 改密码。", "Take another name, or huiqi account password."));
    }

    /** By name. */
    public List<Account> list() {
        return jdbi.withHandle(h ->
                h.createQuery("select * from account order by name").map(ROW).list());
    }

    public Optional<Account> find(String typed) {
        return jdbi.withHandle(h -> h.createQuery("select * from account where name = :name")
                .bind("name", AccountName.normalize(typed))
                .map(ROW)
                .findOne());
    }

    /** @throws InvalidInputException if there is none of this name, naming the nearest */
    public Account get(String typed) {
        return find(typed).orElseThrow(() -> {
            List<String> names = list().stream().map(Account::name).toList();
            Optional<String> near = Nearest.to(AccountName.normalize(typed), names);
            return refused(
                    new Text("没有账号“" + typed + "”", "there is no account '" + typed + "'"),
                    new Text(
                            near.map(n -> "是不是“" + n + "”?").orElse("见 huiqi account list。"),
                            near.map(n -> "Maybe '" + n + "'?").orElse("See huiqi account list.")));
        });
    }

    public void lock(Account account) {
        change(account, "update account set locked = 1 where id = :id");
    }

    /** Also forgets its failed logins. */
    public void unlock(Account account) {
        change(account, "update account set locked = 0 where id = :id");
        Attempts.forget(jdbi, account.name());
    }

    public void password(Account account, Password password) {
        String hash = PasswordHash.of(password);
        jdbi.useTransaction(h -> {
            h.createUpdate("update account set password = :hash where id = :id")
                    .bind("hash", hash)
                    .bind("id", account.id())
                    .execute();
            endSessions(h, account);
        });
    }

    public boolean fits(Account account, Password password) {
        return PasswordHash.fits(password, hash(account));
    }

    String hash(Account account) {
        return jdbi.withHandle(h -> h.createQuery("select password from account where id = :id")
                .bind("id", account.id())
                .mapTo(String.class)
                .findOne()
                .orElse(PasswordHash.Decoy.HASH));
    }

    /** With its tokens and sessions; what it did stays on record. */
    public void remove(Account account) {
        change(account, "delete from account where id = :id");
        Attempts.forget(jdbi, account.name());
    }

    private void change(Account account, String sql) {
        jdbi.useTransaction(h -> {
            endSessions(h, account);
            h.createUpdate(sql).bind("id", account.id()).execute();
        });
    }

    private static void endSessions(Handle handle, Account account) {
        handle.createUpdate("delete from session where account_id = :id")
                .bind("id", account.id())
                .execute();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static InvalidInputException refused(Text message, Text remedy) {
        return new InvalidInputException(List.of(new Problem("name", message, remedy)));
    }
}
