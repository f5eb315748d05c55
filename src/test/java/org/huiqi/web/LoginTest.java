package org.huiqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.huiqi.ledger.LedgerDoor;
import org.huiqi.ledger.LedgerPlace;
import org.huiqi.ledger.account.Journal;
import org.huiqi.web.RunningServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoginTest {
    private static final String SESSIONS = "/api/v1/sessions";
    private static final String CURRENT = "/api/v1/sessions/current";

    @TempDir
    private static Path folder = Path.of("");

    private static int count;

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private RunningServer server;

    @BeforeEach
    void open() {
        office = Office.in(folder.resolve("office-" + ++count));
        server = RunningServer.start(office.door(), false);
    }

    @AfterEach
    void close() {
        server.close();
        office.close();
    }

    private Answer login(RunningServer on, String name, String password, String... headers) {
        String body = "{\"name\": \"" + name + "\", \"password\": \"" + password + "\"}";
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("Content-Type", "application/json"),
                        java.util.Arrays.stream(headers))
                .toArray(String[]::new);
        return on.send("POST", SESSIONS, body.getBytes(java.nio.charset.StandardCharsets.UTF_8), all);
    }

    private Answer login() {
        return login(server, Office.NAME, Office.PASSWORD);
    }

    private Answer whoAmI(String cookie) {
        return server.get(CURRENT, "Cookie", cookie);
    }

    @Test
    void theCookieIsForThisServerOnlyAndForNoScript() {
        String cookie = login().header("Set-Cookie");
        assertThat(cookie.split("; "))
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
        assertThat(cookie).doesNotContain("Domain").doesNotContain("Max-Age");
        assertThat(whoAmI(cookie.split(";")[0]).json().path("account").asText()).isEqualTo(Office.NAME);
    }

    @Test
    void behindAnHttpsProxyTheCookieIsSecureAndTheClientIsTheOneTheProxyNames() {
        try (RunningServer proxied = RunningServer.start(office.door(), true)) {
            Answer answer =
                    login(proxied, Office.NAME, Office.PASSWORD, "X-Forwarded-For", "198.51.100.1, 203.0.113.9");
            assertThat(answer.header("Set-Cookie"))
                    .startsWith("__Host-huiqi_session=")
                    .contains("; Secure");
            assertThat(office.ledger().journal().newest(1))
                    .extracting(Journal.Event::client)
                    .containsExactly("203.0.113.9");
        }
    }

    @Test
    void withoutAProxyNobodyCanNameAnotherClient() {
        login(server, Office.NAME, Office.PASSWORD, "X-Forwarded-For", "203.0.113.9");
        assertThat(office.ledger().journal().newest(1))
                .extracting(Journal.Event::client)
                .containsExactly("127.0.0.1");
    }

    @Test
    void loggingInBeginsANewSessionAndEndsTheOldOne() {
        String first = SessionOutcomes.cookie(login());
        String second = SessionOutcomes.cookie(login(server, Office.NAME, Office.PASSWORD, "Cookie", first));
        assertThat(second).isNotEqualTo(first);
        assertThat(whoAmI(first).status()).isEqualTo(401);
        assertThat(whoAmI(second).status()).isEqualTo(200);
    }

    @Test
    void aSecretThatTheClientMadeUpIsNeverASession() {
        String made = "huiqi_session=" + "a".repeat(43);
        assertThat(whoAmI(made).status()).isEqualTo(401);
        String given = SessionOutcomes.cookie(login(server, Office.NAME, Office.PASSWORD, "Cookie", made));
        assertThat(given).isNotEqualTo(made);
        assertThat(whoAmI(made).status()).isEqualTo(401);
    }

    @Test
    void anUnknownAccountAWrongPasswordAndALockedAccountAreAnsweredAlike() {
        Answer wrong = login(server, Office.NAME, "wrong");
        Answer unknown = login(server, "nobody", Office.PASSWORD);
        office.ledger().accounts().lock(office.officer());
        Answer locked = login();
        assertThat(List.of(wrong.status(), unknown.status(), locked.status())).containsOnly(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(locked.text()).isEqualTo(wrong.text());
        assertThat(wrong.problem()).isEqualTo("login-refused");
    }

    @Test
    void afterTooManyFailuresEvenTheRightPasswordHasToWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(login(server, Office.NAME, "wrong").status()).isEqualTo(401);
        }
        Answer answer = login();
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(20, 30);
    }

    @Test
    void oneClientCannotTryManyNamesQuickly() {
        int refused = 0;
        for (int i = 0; i < 14; i++) {
            refused += login(server, "nobody" + i, "wrong").status() == 429 ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(server.get("/api/v1/facts").status()).isEqualTo(200);
    }

    @Test
    void whatChangesSomethingNeedsTheFormTokenOfTheSession() {
        Answer mine = login();
        Answer other = login();
        String cookie = SessionOutcomes.cookie(mine);
        for (String token : List.of("", "x", other.json().path("csrf").asText())) {
            Answer answer = server.send("DELETE", CURRENT, new byte[0], "Cookie", cookie, "X-CSRF-Token", token);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("forged");
        }
        String right = mine.json().path("csrf").asText();
        assertThat(server.send("DELETE", CURRENT, new byte[0], "Cookie", cookie, "X-CSRF-Token", right)
                        .status())
                .isEqualTo(204);
        assertThat(whoAmI(cookie).status()).isEqualTo(401);
    }

    @Test
    void aTokenNeedsNoFormTokenAndARevokedOneLetsNobodyIn() {
        String token = office.token();
        String bearer = "Bearer " + token;
        assertThat(server.get(CURRENT, "Authorization", bearer).json().has("csrf"))
                .isFalse();
        assertThat(server.send("DELETE", CURRENT, new byte[0], "Authorization", bearer)
                        .status())
                .isEqualTo(204);
        office.ledger().tokens().revoke(token.substring(0, 9));
        Answer refused = server.get(CURRENT, "Authorization", bearer);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void aTokenThatIsNoneIsNotMadeGoodByACookie() {
        String cookie = SessionOutcomes.cookie(login());
        assertThat(server.get(CURRENT, "Cookie", cookie, "Authorization", "Bearer hq_none")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void noPasswordAndNoSecretIsLogged() {
        try (LogBook log = new LogBook()) {
            String secret = SessionOutcomes.cookie(login()).split("=")[1];
            login(server, Office.NAME, "geheimnis");
            assertThat(log.lines()).noneMatch(l -> l.contains("geheimnis") || l.contains(secret) || l.contains("麒麟"));
        }
    }

    @Test
    void whatIsOpenToEverybodyNeverTouchesTheLedger() {
        Path data = folder.resolve("untouched");
        LedgerPlace place = new LedgerPlace(data, Optional.empty(), "", "");
        try (RunningServer open = RunningServer.start(LedgerDoor.to(place, Clock.systemUTC()), false)) {
            assertThat(open.get("/api/v1/facts", "Cookie", "huiqi_session=x").status())
                    .isEqualTo(200);
            assertThat(open.post(RunningServer.ASSESSMENTS, "{}").status()).isEqualTo(200);
            assertThat(login(open, "nobody", "nothing").status()).isEqualTo(401);
            assertThat(data).doesNotExist();
        }
    }
}
