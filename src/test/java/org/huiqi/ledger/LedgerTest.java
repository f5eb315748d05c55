package org.huiqi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiqi.ledger.account.Account;
import org.huiqi.ledger.account.Doorman;
import org.huiqi.ledger.account.Journal;
import org.huiqi.ledger.account.Password;
import org.huiqi.ledger.account.Role;
import org.huiqi.ledger.account.Secret;
import org.huiqi.ledger.account.Sessions;
import org.huiqi.ledger.account.Tokens;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.Jobs;
import org.huiqi.ledger.job.State;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What accounts promise, on a SQLite file and on PostgreSQL alike. */
@ParameterizedClass
@EnumSource(Store.class)
final class LedgerTest {
    private static final String PASSWORD = "麒麟 relays at dawn";

    @Parameter
    private Store store = Store.SQLITE;

    @TempDir
    private Path folder = Path.of("");

    private final Hours hours = new Hours();

    @SuppressWarnings("NullAway.Init")
    private LedgerPlace place;

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @BeforeEach
    void open() {
        place = store.fresh(folder);
        ledger = Ledger.open(place, hours);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Account add(String name, Role role) {
        return ledger.accounts().add(name, role, Password.chosen(PASSWORD, name));
    }

    private Doorman.Answer knock(String name, String password) {
        return ledger.doorman().knock(name, Password.typed(password), "192.0.2.7");
    }

    @Test
    void aWorkshopGoesOnWithItsOwnJobsAndWithThoseOfNoOther() {
        Jobs here = ledger.jobs().in("here");
        Jobs there = ledger.jobs().in("there");
        Job.Wish wish = new Job.Wish(LocalDate.of(2026, 1, 12), Set.of(), 0, Lang.ZH);
        here.add("a", "chen", new Job.File("a.csv", 1, ""), wish);
        assertThat(here.begin("a", "rules")).isTrue();
        there.interruptRunning();
        assertThat(there.waiting()).isEmpty();
        assertThat(there.get("a").state()).isEqualTo(State.RUNNING);
        here.interruptRunning();
        assertThat(here.waiting()).extracting(Job::id).containsExactly("a");
    }

    @Test
    void whatWasKeptIsThereAfterOpeningAgain() {
        add("李经办", Role.OFFICER);
        ledger.close();
        ledger = Ledger.open(place, hours);
        assertThat(ledger.accounts().list())
                .extracting(Account::name, Account::role)
                .containsExactly(tuple("李经办", Role.OFFICER));
    }

    @Test
    void twoProcessesMayKeepTheSameLedgerOpen() {
        try (Ledger other = Ledger.open(place, hours)) {
            add("chen", Role.AUDITOR);
            assertThat(other.accounts().find("chen")).isPresent();
            other.accounts().lock(other.accounts().get("chen"));
            assertThat(ledger.accounts().get("chen").locked()).isTrue();
        }
    }

    @Test
    void aNameIsTheSameHoweverItIsTyped() {
        add("Chen.Wei", Role.OFFICER);
        assertThat(ledger.accounts().find(" \uff43\uff48\uff45\uff4e.wei ")).isPresent();
        assertThatThrownBy(() -> add("CHEN.wei", Role.ADMIN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("chen.wei");
    }

    @Test
    void anUnknownNameIsToldTheNearest() {
        add("zhangsan", Role.OFFICER);
        assertThatThrownBy(() -> ledger.accounts().get("zhangsen")).hasMessageContaining("Maybe 'zhangsan'?");
    }

    @Test
    void theRightPasswordIsLetInAndWrittenDown() {
        Account account = add("chen", Role.OFFICER);
        assertThat(knock("Chen", PASSWORD)).isEqualTo(new Doorman.Answer.Admitted(account));
        assertThat(ledger.journal().newest(9))
                .extracting(Journal.Event::kind, Journal.Event::account, Journal.Event::client)
                .containsExactly(tuple(Journal.Kind.LOGIN, "chen", "192.0.2.7"));
    }

    @Test
    void aWrongPasswordAnUnknownNameAndALockedAccountAreTheSame() {
        add("chen", Role.OFFICER);
        ledger.accounts().lock(add("wang", Role.OFFICER));
        assertThat(knock("chen", "wrong")).isEqualTo(new Doorman.Answer.Refused());
        assertThat(knock("nobody", PASSWORD)).isEqualTo(new Doorman.Answer.Refused());
        assertThat(knock("wang", PASSWORD)).isEqualTo(new Doorman.Answer.Refused());
        assertThat(ledger.journal().newest(9))
                .extracting(Journal.Event::account)
                .containsExactlyInAnyOrder("chen", "", "wang");
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordWaitsLongerEachTime() {
        add("chen", Role.OFFICER);
        for (String name : List.of("chen", "nobody")) {
            for (int i = 0; i < 5; i++) {
                assertThat(knock(name, "wrong")).isEqualTo(new Doorman.Answer.Refused());
            }
            assertThat(knock(name, PASSWORD)).isEqualTo(new Doorman.Answer.Wait(Duration.ofSeconds(30)));
        }
        hours.pass(Duration.ofSeconds(31));
        assertThat(knock("chen", "wrong")).isEqualTo(new Doorman.Answer.Refused());
        assertThat(knock("chen", PASSWORD)).isEqualTo(new Doorman.Answer.Wait(Duration.ofSeconds(60)));
        hours.pass(Duration.ofSeconds(61));
        assertThat(knock("chen", PASSWORD)).isInstanceOf(Doorman.Answer.Admitted.class);
        assertThat(ledger.doorman().failures("chen")).isZero();
    }

    @Test
    void manyGuessesAtOnceAreCountedOneByOne() throws InterruptedException, ExecutionException {
        add("chen", Role.OFFICER);
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Doorman.Answer>> guesses = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                guesses.add(() -> knock("chen", "wrong"));
            }
            int looked = 0;
            for (Future<Doorman.Answer> answer : many.invokeAll(guesses)) {
                looked += answer.get() instanceof Doorman.Answer.Refused ? 1 : 0;
            }
            assertThat(looked).isEqualTo(5);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void unlockingForgetsTheFailures() {
        Account account = add("chen", Role.OFFICER);
        for (int i = 0; i < 6; i++) {
            knock("chen", "wrong");
        }
        assertThat(ledger.doorman().wait("chen")).isPresent();
        ledger.accounts().unlock(account);
        assertThat(knock("chen", PASSWORD)).isInstanceOf(Doorman.Answer.Admitted.class);
    }

    @Test
    void aSessionEndsWhenItsOwnerIsAwayForAnHour() {
        Secret secret = ledger.sessions().begin(add("chen", Role.OFFICER));
        hours.pass(Duration.ofMinutes(59));
        assertThat(ledger.sessions().find(secret)).isPresent();
        hours.pass(Duration.ofMinutes(59));
        assertThat(ledger.sessions().find(secret)).isPresent();
        hours.pass(Sessions.IDLE);
        assertThat(ledger.sessions().find(secret)).isEmpty();
    }

    @Test
    void aSessionEndsAfterTwelveHoursOfWork() {
        Secret secret = ledger.sessions().begin(add("chen", Role.OFFICER));
        for (int i = 0; i < 23; i++) {
            hours.pass(Duration.ofMinutes(30));
            assertThat(ledger.sessions().find(secret)).isPresent();
        }
        hours.pass(Duration.ofMinutes(30));
        assertThat(ledger.sessions().find(secret)).isEmpty();
    }

    @Test
    void lockingRemovingAndANewPasswordEndTheSessions() {
        for (String change : List.of("lock", "remove", "password")) {
            Account account = add("who-" + change, Role.OFFICER);
            Secret secret = ledger.sessions().begin(account);
            switch (change) {
                case "lock" -> ledger.accounts().lock(account);
                case "remove" -> ledger.accounts().remove(account);
                default -> ledger.accounts().password(account, Password.chosen("another long one", account.name()));
            }
            assertThat(ledger.sessions().find(secret)).as(change).isEmpty();
        }
    }

    @Test
    void aTokenActsForItsAccountUntilItExpires() {
        Account account = add("chen", Role.OFFICER);
        Secret secret = ledger.tokens().add(account, "nightly", Duration.ofDays(90));
        assertThat(secret.text()).startsWith(Tokens.MARK);
        assertThat(ledger.tokens().find(secret)).contains(account);
        assertThat(ledger.tokens().list().get(0).used()).contains(hours.instant());
        hours.pass(Duration.ofDays(90));
        assertThat(ledger.tokens().find(secret)).isEmpty();
    }

    @Test
    void aRevokedTokenAndOneOfALockedAccountLetNobodyIn() {
        Account account = add("chen", Role.OFFICER);
        Secret revoked = ledger.tokens().add(account, "a", Duration.ofDays(1));
        Secret other = ledger.tokens().add(account, "b", Duration.ofDays(1));
        ledger.tokens().revoke(revoked.text().substring(0, 9));
        assertThat(ledger.tokens().find(revoked)).isEmpty();
        assertThat(ledger.tokens().find(other)).isPresent();
        assertThatThrownBy(() -> ledger.tokens().revoke(revoked.text().substring(0, 9)))
                .isInstanceOf(InvalidInputException.class);
        ledger.accounts().lock(account);
        assertThat(ledger.tokens().find(other)).isEmpty();
    }

    @Test
    void removingAnAccountKeepsWhatItDid() {
        Account account = add("chen", Role.OFFICER);
        ledger.tokens().add(account, "a", Duration.ofDays(1));
        knock("chen", PASSWORD);
        ledger.accounts().remove(account);
        assertThat(ledger.accounts().list()).isEmpty();
        assertThat(ledger.tokens().list()).isEmpty();
        assertThat(ledger.journal().newest(9))
                .extracting(Journal.Event::account)
                .containsExactly("chen");
    }

    @Test
    void noSecretCanBeReadFromTheFile() throws IOException {
        Account account = add("chen", Role.OFFICER);
        Secret session = ledger.sessions().begin(account);
        Secret token = ledger.tokens().add(account, "a", Duration.ofDays(1));
        ledger.close();
        if (store == Store.SQLITE) {
            String bytes = new String(Files.readAllBytes(place.file()), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(bytes)
                    .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                    .doesNotContain(session.text())
                    .doesNotContain(token.text())
                    .doesNotContain("relays at dawn");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.file())))
                    .isEqualTo("rw-------");
        }
    }
}
