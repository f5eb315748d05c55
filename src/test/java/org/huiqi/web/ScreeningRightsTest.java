package org.huiqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.huiqi.ledger.account.Account;
import org.huiqi.ledger.account.Journal;
import org.huiqi.ledger.account.Password;
import org.huiqi.ledger.account.Role;
import org.huiqi.web.RunningServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what with whose screening, and what becomes of it when they are gone. */
final class ScreeningRightsTest {
    private static final String ALL = "/api/v1/screenings";
    private static final String PASSWORD = "seven herons wade at noon";
    private static final byte[] SHORT = "统一社会信用代码,企业名称\n91370303MA3C0J8W0X,麒麟\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LONG = ("统一社会信用代码,企业名称\n" + "x,\n".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static Office office;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer server;

    @BeforeAll
    static void open() {
        office = Office.in(folder);
        server = RunningServer.start(office.door(), false);
    }

    @AfterAll
    static void close() {
        server.close();
        office.close();
    }

    private static Account account(String name, Role role) {
        return office.ledger().accounts().add(name, role, Password.chosen(PASSWORD, name));
    }

    private static String token(Account account) {
        return "Bearer "
                + office.ledger().tokens().add(account, "", Duration.ofDays(1)).text();
    }

    private static String send(byte[] list, String as) {
        return server.send("POST", ALL + "?name=a.csv&recheck=0", list, "Authorization", as)
                .json()
                .path("id")
                .asText();
    }

    private static Answer ask(String method, String path, String as) {
        return server.send(method, ALL + "/" + path, new byte[0], "Authorization", as);
    }

    private static String over(String job, String as) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            String state = ask("GET", job, as).json().path("state").asText();
            if (List.of("done", "failed", "cancelled").contains(state)) {
                return state;
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("a job without an end");
    }

    private static boolean kept(String job) {
        return Files.exists(folder.resolve("office/jobs").resolve(job));
    }

    @Test
    void aScreeningIsDeletedByItsOfficerOrAnAdministratorAndByNobodyElse() {
        String chen = "Bearer " + office.token();
        String liu = token(account("liu", Role.OFFICER));
        String wang = token(account("wang", Role.AUDITOR));
        String admin = token(account("boss", Role.ADMIN));
        String one = send(SHORT, chen);
        String other = send(SHORT, chen);
        over(one, chen);
        over(other, chen);
        assertThat(ask("DELETE", one + "/files", liu).text()).contains("这个任务是“chen”的");
        assertThat(ask("DELETE", one + "/files", wang).status()).isEqualTo(403);
        assertThat(kept(one)).isTrue();
        assertThat(ask("DELETE", one + "/files", chen).status()).isEqualTo(200);
        assertThat(ask("DELETE", other + "/files", admin).status()).isEqualTo(200);
        assertThat(kept(one)).isFalse();
        assertThat(kept(other)).isFalse();
        assertThat(ask("GET", one + "/results/results.csv", chen).status()).isEqualTo(404);
        Answer record = ask("GET", other, wang);
        assertThat(record.json().at("/deleted/by").asText()).isEqualTo("boss");
        assertThat(record.json().at("/file/sha256").asText()).hasSize(64);
        assertThat(record.json().has("results")).isFalse();
        assertThat(office.ledger().journal().newest(2))
                .extracting(Journal.Event::kind)
                .containsOnly(Journal.Kind.SCREENING_DELETED);
    }

    @Test
    void aSessionDeletesNothingWithoutItsFormToken() {
        String chen = "Bearer " + office.token();
        String job = send(SHORT, chen);
        over(job, chen);
        String cookie = office.ledger().sessions().begin(office.officer()).text();
        Answer forged =
                server.send("DELETE", ALL + "/" + job + "/files", new byte[0], "Cookie", "huiqi_session=" + cookie);
        assertThat(forged.problem()).isEqualTo("forged");
        assertThat(kept(job)).isTrue();
    }

    @Test
    void theScreeningOfARemovedAccountGoesOnAndAnyOfficerMayEndAndDeleteIt() {
        Account zhao = account("zhao", Role.OFFICER);
        String sun = token(account("sun", Role.OFFICER));
        String asZhao = token(zhao);
        String done = send(SHORT, asZhao);
        String lasting = send(LONG, asZhao);
        office.ledger().accounts().remove(zhao);
        assertThat(ask("GET", lasting, asZhao).status()).isEqualTo(401);
        assertThat(over(done, sun)).isEqualTo("done");
        assertThat(ask("GET", lasting, sun).json().path("state").asText()).isIn("queued", "running");
        assertThat(ask("DELETE", lasting, sun).json().path("state").asText()).isEqualTo("cancelled");
        assertThat(ask("DELETE", lasting + "/files", sun).status()).isEqualTo(200);
        assertThat(ask("DELETE", done + "/files", sun).status()).isEqualTo(200);
        assertThat(ask("GET", done, sun).json().path("account").asText()).isEqualTo("zhao");
    }
}
