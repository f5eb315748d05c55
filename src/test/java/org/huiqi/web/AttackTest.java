package org.huiqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.huiqi.profile.ProfileText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no decent client sends, over bare connections. */
final class AttackTest {
    private static final String HEAD =
            "POST /api/v1/assessments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final ServerOptions.Limits IMPATIENT =
            new ServerOptions.Limits(Duration.ofMillis(700), Duration.ofMillis(1_500), Duration.ofSeconds(5), 8, 2, 64);
    private static RunningServer server;

    @BeforeAll
    static void start() {
        LiveBook live = new LiveBook();
        live.open(RealBooks.book());
        server = RunningServer.on(live, IMPATIENT, RunningServer.OCTOBER_8).onNewConnectionsOnly();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void theServerStillServes() {
        assertThat(server.post(RunningServer.ASSESSMENTS, "{}").status()).isEqualTo(200);
    }

    @Test
    void aBodyDeclaredTooLargeIsRefusedBeforeAByteOfItArrives() throws IOException {
        String answer = server.raw(HEAD + "Content-Length: " + (ProfileText.MAX_BYTES + 1) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("too-large");
    }

    @Test
    void aClientBusySendingTooMuchStillGetsItsAnswer() {
        String tooMuch = " ".repeat(ProfileText.MAX_BYTES * 2);
        for (int i = 0; i < 10; i++) {
            assertThat(server.post(RunningServer.ASSESSMENTS, tooMuch).status()).isEqualTo(413);
            assertThat(server.post("/api/v1/assessments?wrong=1", tooMuch).status())
                    .isEqualTo(400);
            assertThat(server.post("/nowhere", tooMuch).status()).isEqualTo(404);
            assertThat(server.post("/health", tooMuch).status()).isEqualTo(405);
        }
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedOnceItIsTooLarge() throws IOException {
        try (Socket socket = server.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            long sent = 0;
            try {
                for (; sent < 100_000_000; sent += 0x10000) {
                    out.write(chunk);
                }
            } catch (SocketException refusedMeanwhile) {
                // the server has answered and hung up
            }
            assertThat(sent).isLessThan(60_000_000);
        }
    }

    @Test
    void theLastByteThatIsTooManyIsTold() throws IOException {
        try (Socket socket = server.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String size = Integer.toHexString(ProfileText.MAX_BYTES + 1);
            out.write((size + "\r\n" + " ".repeat(ProfileText.MAX_BYTES + 1) + "\r\n0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(RunningServer.readAnswer(socket.getInputStream())).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aBodyOfExactlyTheLimitIsRead() {
        String padding = " ".repeat(ProfileText.MAX_BYTES - 2);
        assertThat(server.post(RunningServer.ASSESSMENTS, "{" + padding + "}").status())
                .isEqualTo(200);
        assertThat(server.post(RunningServer.ASSESSMENTS, "{ " + padding + "}").status())
                .isEqualTo(413);
    }

    @Test
    void aClientThatHangsUpInTheMiddleIsNobodysAlarm() throws Exception {
        try (LogBook log = new LogBook()) {
            for (String head :
                    new String[] {"Content-Length: 1000\r\n\r\n{\"a", "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a"}) {
                try (Socket socket = server.connect()) {
                    socket.getOutputStream().write((HEAD + head).getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    Thread.sleep(100);
                    socket.setSoLinger(true, 0);
                }
            }
            Thread.sleep(300);
            assertThat(log.alarms()).isEmpty();
        }
    }

    @Test
    void aClientThatDoesNotWaitForItsAnswerIsNobodysAlarm() throws Exception {
        try (LogBook log = new LogBook()) {
            try (Socket socket = server.connect()) {
                socket.getOutputStream()
                        .write((HEAD + "Content-Length: 2\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII));
                socket.setSoLinger(true, 0);
            }
            Thread.sleep(500);
            assertThat(log.alarms()).isEmpty();
        }
    }

    @Test
    void aSilentClientIsHungUpOn() throws IOException {
        try (Socket socket = server.connect()) {
            long start = System.nanoTime();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aBodyThatStopsArrivingIsGivenUp() throws IOException {
        String answer = server.raw(HEAD + "Content-Length: 10\r\n\r\n{");
        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("request-timeout");
    }

    @Test
    void aBodyThatDripsIsGivenUp() throws Exception {
        try (Socket socket = server.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((HEAD + "Content-Length: 100000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            long start = System.nanoTime();
            try {
                while (socket.getInputStream().available() == 0
                        && System.nanoTime() - start < Duration.ofSeconds(10).toNanos()) {
                    out.write(' ');
                    Thread.sleep(100);
                }
            } catch (SocketException hungUp) {
                // as good as an answer
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void manySlowBodiesLeaveRoomForThoseWhoOnlyAsk() throws Exception {
        Socket[] dripping = new Socket[20];
        for (int i = 0; i < dripping.length; i++) {
            dripping[i] = server.connect();
            dripping[i]
                    .getOutputStream()
                    .write((HEAD + "Content-Length: 100000\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
        }
        long start = System.nanoTime();
        assertThat(server.get("/health").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        for (Socket socket : dripping) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
                "GET /api/v1/policies/%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/policies/..%2f..%2fetc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/policies/..;/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /api/v1/assessments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n{}",
                "POST /api/v1/assessments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/assessments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"
            })
    void aRequestThatIsNoHttpGetsAProblemDocumentAndNoWordOfTheServer(String request) throws IOException {
        try (LogBook log = new LogBook()) {
            String answer = server.raw(request);
            assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("nosniff");
            assertThat(answer).contains("application/problem+json").contains("urn:problem-type:huiqi:");
            assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("Exception");
            assertThat(log.alarms()).isEmpty();
        }
    }

    @Test
    void headersTooLargeAreRefused() throws IOException {
        assertThat(server.raw("GET /health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("headers-too-large");
    }

    @Test
    void anAddressTooLongIsRefused() throws IOException {
        assertThat(server.raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ")
                .contains("uri-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BREW", "get", "QUERY"})
    void aMadeUpMethodIsNotImplemented(String method) throws IOException {
        assertThat(server.raw(method + " /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 501 ")
                .contains("not-implemented");
    }

    @Test
    void traceIsNotEchoed() throws IOException {
        assertThat(server.raw("TRACE /health HTTP/1.1\r\nHost: x\r\nX-Secret: 1234\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .doesNotContain("1234");
    }

    @Test
    void aPolicyIdOfThousandsOfCharactersIsNotEchoedInFull() {
        assertThat(server.get("/api/v1/policies/" + "a".repeat(5_000)).text().length())
                .isLessThan(1_000);
    }

    @Test
    void noProfileIsEverLogged() {
        try (LogBook log = new LogBook()) {
            server.post(RunningServer.ASSESSMENTS, "{\"name\": \"麒麟继电保护\", \"totalSalesExclVat\": 987654321}");
            server.post(RunningServer.ASSESSMENTS, "{\"name\": \"麒麟继电保护\", \"nome\": 987654321}");
            server.post(RunningServer.ASSESSMENTS, "{\"name\": \"麒麟继电保护\", \"nome\": 987654321");
            server.post(RunningServer.LEDGER, "{\"name\": \"麒麟继电保护\", \"totalSalesExclVat\": 987654321}");
            assertThat(log.lines()).isNotEmpty().noneMatch(l -> l.contains("麒麟") || l.contains("987654321"));
        }
    }
}
