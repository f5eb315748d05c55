package org.huiqi.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.huiqi.assess.RealRules;
import org.huiqi.cli.bench.FirmList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed (SIGKILL) while it screens, again and again: nothing lost, nothing twice, the same bytes. {@code -Dkills=20} kills more
 * often, {@code -Drows=…} screens a longer list.
 */
final class KilledJobsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int ROWS = Integer.getInteger("rows", 20_000);
    private static final String SCREENINGS = "/api/v1/screenings";
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    private String token = "";

    /** A server process, and where it listens. */
    private record Running(Process process, String url) {}

    private ProcessBuilder huiqi(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "target/huiqi.jar"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HUIQI_DATA", folder.resolve("data").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private String output(String stdin, String... args) throws IOException, InterruptedException {
        Process process = huiqi(args).start();
        process.getOutputStream().write(stdin.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.strip();
    }

    /** Once it listens and has its rules. */
    private Running serve() throws IOException {
        Process process = huiqi("serve", "--port", "0", "--lang", "en").start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String url = said.readLine().replaceAll(".*(http://\\S+),.*", "$1");
        assertThat(said.readLine()).startsWith("ready");
        return new Running(process, url);
    }

    private static void kill(Running running) throws InterruptedException {
        running.process().destroyForcibly().waitFor();
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.header("Authorization", "Bearer " + token)
                            .timeout(Duration.ofMinutes(2))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> get(Running server, String path) {
        return ask(HttpRequest.newBuilder(URI.create(server.url() + path)));
    }

    private JsonNode job(Running server, String id) throws IOException {
        return JSON.readTree(get(server, SCREENINGS + "/" + id).body());
    }

    private String submit(Running server) throws IOException {
        HttpResponse<byte[]> answer = ask(HttpRequest.newBuilder(
                        URI.create(server.url() + SCREENINGS + "?name=firms.csv&asOf=2026-01-12&recheck=0"))
                .POST(HttpRequest.BodyPublishers.ofFile(folder.resolve("firms.csv"))));
        assertThat(answer.statusCode()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private JsonNode done(Running server, String id) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        JsonNode job = job(server, id);
        while (!List.of("done", "failed", "cancelled")
                .contains(job.path("state").asText())) {
            assertThat(System.nanoTime()).as(job.toString()).isLessThan(end);
            LockSupport.parkNanos(100_000_000);
            job = job(server, id);
        }
        return job;
    }

    private Map<String, String> results(Running server, JsonNode job) {
        Map<String, String> results = new TreeMap<>();
        job.path("results").forEach(name -> {
            byte[] bytes = get(server, SCREENINGS + "/" + job.path("id").asText() + "/results/" + name.asText())
                    .body();
            results.put(name.asText(), bytes.length + " bytes, " + java.util.Arrays.hashCode(bytes));
        });
        return results;
    }

    @Test
    void aJobWhoseProcessIsKilledAgainAndAgainEndsWithTheSameBytes() throws IOException, InterruptedException {
        FirmList.write(RealRules.book(), folder.resolve("firms.csv"), ROWS, 40);
        output("a long enough passphrase\n", "account", "add", "chen", "--stdin");
        token = output("", "token", "add", "chen");
        Running server = serve();
        Map<String, String> whole = results(server, done(server, submit(server)));
        assertThat(whole).hasSizeGreaterThan(4);
        String id = submit(server);
        Random random = new Random(7);
        for (int i = 0; i < KILLS; i++) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(3_000)).toNanos());
            kill(server);
            server = serve();
            System.out.println(
                    "kill " + (i + 1) + ": back at " + job(server, id).path("rows") + " "
                            + job(server, id).path("state").asText());
        }
        JsonNode job = done(server, id);
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.at("/rows/read").asInt()).isEqualTo(ROWS);
        assertThat(results(server, job)).isEqualTo(whole);
        kill(server);
    }
}
