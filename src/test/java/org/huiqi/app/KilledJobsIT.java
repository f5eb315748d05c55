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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.huiqi.assess.RealRules;
import org.huiqi.cli.bench.FirmList;
import org.huiqi.web.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed (SIGKILL) while it screens, again and again: nothing lost, nothing twice, the same bytes. Every process gets some blocks
 * further before it dies, or dies while it writes the results. {@code -Dkills=20 -Drows=20000} kills more often.
 */
final class KilledJobsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int ROWS = Integer.getInteger("rows", 5_000);
    private static final String SCREENINGS = "/api/v1/screenings";
    private static final String OVER = "all of it";
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    private String token = "";
    /** How long the log of a job was at most. */
    private long log;

    /** A server process, and where it listens. */
    private record Running(Process process, String url) {}

    private ProcessBuilder huiqi(String... args) {
        List<String> command = new ArrayList<>(List.of("target/huiqi"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HUIQI_DATA", folder.resolve("office").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        // a process that dies soon earns nothing from the optimizing compiler
        builder.environment().put("HUIQI_JVM_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private Process start() throws IOException {
        return huiqi("serve", "--port", "0", "--lang", "en").start();
    }

    /** Once it listens and has its rules. */
    private Running serve() throws IOException {
        Process process = start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String url = said.readLine().replaceAll(".*(http://\\S+),.*", "$1");
        assertThat(said.readLine()).startsWith("ready");
        return new Running(process, url);
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
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
                        URI.create(server.url() + SCREENINGS + "?name=firms.csv&asOf=2026-01-12&recheck=2000"))
                .POST(HttpRequest.BodyPublishers.ofFile(folder.resolve("firms.csv"))));
        assertThat(answer.statusCode()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private Path jobs() {
        return folder.resolve("office/jobs");
    }

    private JsonNode done(Running server, String id) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        JsonNode job = job(server, id);
        while (!List.of("done", "failed", "cancelled")
                .contains(job.path("state").asText())) {
            assertThat(System.nanoTime()).as(job.toString()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
            log = Math.max(log, size(jobs().resolve(id).resolve("blocks.log")));
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

    /** What a job has written so far: what it found, and results that are not complete. */
    private long written(String id) {
        Path jobs = jobs().resolve(id);
        return size(jobs.resolve("blocks.log")) + size(jobs.resolve("results.part"));
    }

    private static long size(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        } catch (IOException | UncheckedIOException notYet) {
            return 0;
        }
    }

    /** Kills a server once its job has written so much; the percentage it was at. */
    private String killedAt(Process process, String id, long goal, long all) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        Path over = jobs().resolve(id).resolve("results");
        while (written(id) < goal && !Files.exists(over)) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
        kill(process);
        return Files.exists(over) ? OVER : 100 * written(id) / all + "%";
    }

    @Test
    void aJobWhoseProcessIsKilledAgainAndAgainEndsWithTheSameBytes() throws IOException, InterruptedException {
        FirmList.write(RealRules.book(), folder.resolve("firms.csv"), ROWS, 40);
        try (Office office = Office.in(folder)) {
            token = office.token();
        }
        Running server = serve();
        String first = submit(server);
        Map<String, String> whole = results(server, done(server, first));
        assertThat(whole).hasSizeGreaterThan(4);
        String id = submit(server);
        List<String> places = new ArrayList<>();
        Process process = server.process();
        long all = log + size(jobs().resolve(first).resolve("results"));
        Random random = new Random(7);
        for (int i = 0; i < KILLS; i++) {
            long goal = (long) (0.95 * all * (i + random.nextDouble()) / KILLS);
            places.add(killedAt(process, id, goal, all));
            process = start();
        }
        kill(process);
        server = serve();
        System.out.println("Killed when it had written " + String.join(", ", places));
        assertThat(places).doesNotContain(OVER);
        JsonNode job = done(server, id);
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.at("/rows/read").asInt()).isEqualTo(ROWS);
        assertThat(results(server, job)).isEqualTo(whole);
        kill(server.process());
    }
}
