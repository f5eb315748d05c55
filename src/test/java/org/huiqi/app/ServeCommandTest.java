package org.huiqi.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiqi.assess.RuleBook;
import org.huiqi.cli.HuiqiCommand;
import org.huiqi.cli.RuleBookSource;
import org.huiqi.engine.RuleFiles;
import org.huiqi.web.RealBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ServeCommandTest {
    private static final RuleBookSource BOOKS =
            folder -> RuleBook.load(folder.map(RuleFiles::in).orElseGet(RuleFiles::shipped), RealBooks.CACHE);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path temporary;

    @Test
    void serveTellsItsAddressServesAndStopsWhenAsked() throws Exception {
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread command = new Thread(() -> code.complete(run("serve", "--port", "0", "--rules", "rules")));
        command.start();
        String url = await("http://127\\.0\\.0\\.1:\\d+");
        await("就绪");
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/health")).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains(RealBooks.book().digest());
        command.interrupt();
        assertThat(code.get()).isZero();
    }

    @Test
    void aPackThatIsNotInOrderIsNotServed() throws Exception {
        Files.writeString(temporary.resolve("facts.drl"), "package facts;\nnonsense\n");
        assertThat(run("serve", "--port", "0", "--rules", temporary.toString())).isEqualTo(3);
        assertThat(err.toString(UTF_8)).contains("facts.drl:");
    }

    @Test
    void casesThatFailKeepThePackFromBeingServed() throws Exception {
        Path cases = temporary.resolve("high-tech-enterprise");
        Files.createDirectories(cases);
        Files.writeString(
                cases.resolve("wrong.yaml"), "cases: [{name: 空档案就是合格, profile: {}, expect: {apply: ELIGIBLE}}]");
        assertThat(run("serve", "--port", "0", "--cases", temporary.toString())).isEqualTo(3);
        assertThat(err.toString(UTF_8)).contains("空档案就是合格").contains("INCOMPLETE");
    }

    @Test
    void aPortThatIsTakenIsToldWithoutAStackTrace() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(run("serve", "--port", String.valueOf(port))).isEqualTo(2);
            assertThat(err.toString(UTF_8)).contains(String.valueOf(port)).doesNotContain("\tat ");
        }
    }

    @Test
    void aPortThatIsNoneIsAWrongUse() {
        assertThat(run("serve", "--port", "70000")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--port").contains("70000");
    }

    private int run(String... args) {
        return HuiqiCommand.run(
                args,
                BOOKS,
                new HttpServing(BOOKS),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    private String await(String pattern) throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            Matcher m = Pattern.compile(pattern).matcher(out.toString(UTF_8));
            if (m.find()) {
                return m.group();
            }
            Thread.sleep(30);
        }
        throw new AssertionError(out.toString(UTF_8) + err.toString(UTF_8));
    }
}
