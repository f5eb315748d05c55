package org.huiqi.ledger.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets in who knows a password. An unknown name, a wrong password and a locked account are the same to whoever asks: the same answer after the same
 * work, and the same waits. Thread-safe.
 */
public final class Doorman {
    private final Jdbi jdbi;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Journal journal;

    public Doorman(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.accounts = new Accounts(jdbi, clock);
        this.attempts = new Attempts(jdbi, clock);
        this.journal = new Journal(jdbi, clock);
    }

    /** What became of a knock. */
    public sealed interface Answer {
        record Admitted(Account account) implements Answer {}

        record Refused() implements Answer {}

        /** Not even looked at: too many have failed. */
        record Wait(Duration time) implements Answer {}
    }

    /** {@code client}: from where, for the journal. */
    public Answer knock(String name, Password password, String client) {
        Optional<Duration> wait = attempts.begin(name);
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        Optional<Account> account = accounts.find(name);
        boolean fits = PasswordHash.fits(password, account.map(accounts::hash).orElse(PasswordHash.Decoy.HASH));
        if (!fits || account.isEmpty() || account.get().locked()) {
            journal.add(Journal.Kind.LOGIN_REFUSED, account.map(Account::name).orElse(""), client);
            return new Answer.Refused();
        }
        Attempts.forget(jdbi, name);
        journal.add(Journal.Kind.LOGIN, account.get().name(), client);
        return new Answer.Admitted(account.get());
    }

    /** How many logins in a row have failed under this name. */
    public int failures(String name) {
        return attempts.failures(name);
    }

    /** How long nobody may log in under this name, because too many have failed. */
    public Optional<Duration> wait(String name) {
        return attempts.wait(name);
    }
}
