package org.huiqi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.huiqi.cli.bench.FirmList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that go away in the middle. */
final class ScreeningFaultsTest {
    private static final String ALL = "/api/v1/screenings";
    private static final int ROWS = 2_000;

    @TempDir
    private static Path folder = Path.of("");

    private static byte[] list = {};

    @SuppressWarnings("NullAway.Init")
    private static Office office;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer server;

    private static String token = "";

    @BeforeAll
    static void open() throws IOException {
        Path file = folder.resolve("list.csv");
        FirmList.write(RealBooks.book(), file, ROWS, 40);
        list = Files.readAllBytes(file);
        office = Office.in(folder);
        token = "Bearer " + office.token();
        server = RunningServer.start(office.door(), false);
    }

    @AfterAll
    static void close() {
        server.close();
        office.close();
    }

    private static void await(BooleanSupplier met) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!met.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static List<String> folders() {
        try (Stream<Path> all = Files.list(folder.resolve("office/jobs"))) {
            return all.map(f -> f.getFileName().toString())
                    .filter(n -> !n.equals("lock"))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static int jobs() {
        return server.get(ALL, "Authorization", token).json().path("screenings").size();
    }

    @Test
    void aClientThatGoesAwayWhileItSendsLeavesNeitherJobNorFile() throws IOException {
        int before = jobs();
        List<String> kept = folders();
        try (Socket socket = server.connect()) {
            String head = "POST " + ALL + "?name=gone.csv HTTP/1.1\r\nHost: x\r\nAuthorization: " + token
                    + "\r\nContent-Length: " + list.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(Arrays.copyOf(list, list.length / 2));
            socket.getOutputStream().flush();
            await(() -> folders().size() > kept.size());
        }
        await(() -> folders().equals(kept));
        assertThat(jobs()).isEqualTo(before);
    }

    @Test
    void aFollowerWhoGoesAwayDoesNotStopTheJob() throws IOException {
        String id = server.send("POST", ALL + "?name=a.csv", list, "Authorization", token)
                .json()
                .path("id")
                .asText();
        try (Socket socket = server.connect()) {
            String ask = "GET " + ALL + "/" + id + "/events HTTP/1.1\r\nHost: x\r\nAuthorization: " + token
                    + "\r\nAccept: text/event-stream\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            BufferedReader events =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(events.lines().filter(l -> l.startsWith("data:")).findFirst())
                    .hasValueSatisfying(l -> assertThat(l).contains(id));
        }
        String one = ALL + "/" + id;
        await(() -> server.get(one, "Authorization", token)
                .json()
                .path("state")
                .asText()
                .equals("done"));
        assertThat(server.get(one, "Authorization", token)
                        .json()
                        .at("/rows/screened")
                        .asInt())
                .isEqualTo(ROWS);
    }

    private static boolean done(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aListForWhichTheDiskHasNoRoomIsRefusedInWordsAndTheNextIsTaken() throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("small/office/jobs"));
        assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", jobs.toString()), "may not mount");
        try (Office small = Office.in(folder.resolve("small"));
                RunningServer narrow = RunningServer.start(small.door(), false)) {
            String as = "Bearer " + small.token();
            RunningServer.Answer full =
                    narrow.send("POST", ALL + "?name=a.csv", new byte[3_000_000], "Authorization", as);
            assertThat(full.status()).isEqualTo(507);
            assertThat(full.problem()).isEqualTo("no-room");
            assertThat(full.text()).contains("请管理员清理磁盘").doesNotContain(jobs.toString());
            assertThat(jobs.toFile().list()).allMatch(n -> !n.startsWith("arriving-"));
            assertThat(narrow.send("POST", ALL + "?name=a.csv", new byte[9], "Authorization", as)
                            .status())
                    .isEqualTo(201);
        } finally {
            done("umount", "-l", jobs.toString());
        }
    }
}
