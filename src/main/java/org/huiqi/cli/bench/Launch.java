package org.huiqi.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One start of the program, with a cache of compiled rules that is empty. Ends the process it started. */
final class Launch implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("http://[^\\s,,]+");
    private static final long LONGEST_SECONDS = 120;
    private static final int POLL_MILLIS = 5;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final long start = System.nanoTime();
    private final Process process;
    private final Path cache;

    Launch(List<String> command, String options, Path folder) throws IOException {
        cache = folder.resolve("cache");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HUIQI_CACHE", cache.toString());
        builder.environment().put("HUIQI_JVM_OPTIONS", options);
        process = builder.start();
    }

    double ended() throws IOException, InterruptedException {
        byte[] said = process.getInputStream().readAllBytes();
        int code = process.waitFor();
        double seconds = seconds();
        if (code != 0 || said.length == 0) {
            throw new IOException("the program ended with " + code + ": " + new String(said, StandardCharsets.UTF_8));
        }
        return seconds;
    }

    double healthy() throws IOException, InterruptedException {
        URI health = URI.create(url() + "/health");
        while (seconds() < LONGEST_SECONDS) {
            if (ready(health)) {
                return seconds();
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IOException("not ready after " + LONGEST_SECONDS + " s");
    }

    private String url() throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher url = URL.matcher(line);
            if (url.find()) {
                return url.group();
            }
        }
        throw new IOException("serve said no address");
    }

    private static boolean ready(URI health) throws IOException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(health).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        removeCache();
    }

    private void removeCache() throws IOException {
        if (Files.isDirectory(cache)) {
            try (var files = Files.newDirectoryStream(cache)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(cache);
        }
    }
}
