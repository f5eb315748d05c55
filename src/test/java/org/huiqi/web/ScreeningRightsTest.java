package org.huiqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.huiqi.ledger.account.Account;
import org.huiqi.ledger.account.Journal;
import org.huiqi.ledger.account.Password;
import org.huiqi.ledger.account.Role;
import org.huiqi.ledger.account.Secret;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.Jobs;
import org.huiqi.problem.Lang;
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

    /** Sends all but the last byte, does something, and sends that. */
    private static String sendAround(String credential, Runnable meanwhile) throws IOException {
        try (Socket socket = server.connect()) {
            OutputStream out = socket.getOutputStream();
            String head = "POST " + ALL + "?name=late.csv HTTP/1.1\r\nHost: x\r\n" + credential + "\r\nContent-Length: "
                    + SHORT.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(SHORT, 0, SHORT.length - 1);
            out.flush();
            waitFor(() -> names().anyMatch(n -> n.startsWith("arriving-")));
            meanwhile.run();
            out.write(SHORT, SHORT.length - 1, 1);
            out.flush();
            return RunningServer.readAnswer(socket.getInputStream());
        }
    }

    private static Stream<String> names() {
        String[] names = folder.resolve("office/jobs").toFile().list();
        return names == null ? Stream.empty() : Stream.of(names);
    }

    private static void waitFor(BooleanSupplier met) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!met.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void aListWhoseSenderIsLockedOutOrLoggedOutOnItsWayBecomesNoJob() throws IOException {
        // opens the workshop
        over(send(SHORT, "Bearer " + office.token()), "Bearer " + office.token());
        Account wei = account("wei", Role.OFFICER);
        Account qian = account("qian", Role.OFFICER);
        Secret session = office.ledger().sessions().begin(qian);
        String locked = sendAround(
                "Authorization: " + token(wei), () -> office.ledger().accounts().lock(wei));
        String left = sendAround(
                "Cookie: huiqi_session=" + session.text() + "\r\nX-CSRF-Token: " + session.formToken(),
                () -> office.ledger().sessions().end(session));
        assertThat(locked).startsWith("HTTP/1.1 401 ").contains("login-needed");
        assertThat(left).startsWith("HTTP/1.1 401 ");
        assertThat(office.ledger().jobs().newest(99))
                .extracting(j -> j.file().name())
                .doesNotContain("late.csv");
        assertThat(names()).noneMatch(n -> n.startsWith("arriving-"));
    }

    @Test
    void whoFollowsAJobIsLetGoOnceTheSessionHasEnded() throws IOException {
        String chen = "Bearer " + office.token();
        String job = send(LONG, chen);
        Secret session = office.ledger().sessions().begin(office.officer());
        try (Socket socket = server.connect()) {
            String ask = "GET " + ALL + "/" + job + "/events HTTP/1.1\r\nHost: x\r\nCookie: huiqi_session="
                    + session.text() + "\r\nAccept: text/event-stream\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
            BufferedReader events =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(events.lines().anyMatch(l -> l.startsWith("data:"))).isTrue();
            office.ledger().sessions().end(session);
            // the stream has an end before the job has, or this waits until the socket gives up
            events.lines().forEach(l -> assertThat(l).doesNotContain("\"done\""));
        }
        assertThat(ask("DELETE", job, chen).json().path("state").asText()).isEqualTo("cancelled");
    }

    @Test
    void noAccountHasMoreThanFiftyScreeningsUnderWay() {
        Account many = account("many", Role.OFFICER);
        String token = token(many);
        Jobs elsewhere = office.ledger().jobs().in("elsewhere");
        Job.Wish wish = new Job.Wish(LocalDate.of(2026, 1, 12), Set.of(), 0, Lang.ZH);
        for (int i = 0; i < 50; i++) {
            elsewhere.add("waiting-" + i, "many", new Job.File("a.csv", 1, ""), wish);
        }
        Answer refused = server.send("POST", ALL + "?name=a.csv", SHORT, "Authorization", token);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("还有 50 个任务没有结束");
        office.ledger().jobs().cancel("waiting-7");
        assertThat(server.send("POST", ALL + "?name=a.csv", SHORT, "Authorization", token)
                        .status())
                .isEqualTo(201);
    }
}
