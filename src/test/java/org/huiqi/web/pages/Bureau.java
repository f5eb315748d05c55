package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.huiqi.web.HuiqiServer;
import org.huiqi.web.LiveBook;
import org.huiqi.web.Office;
import org.huiqi.web.RealBooks;
import org.huiqi.web.ServerOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server where an officer may log in and send lists, for all tests of the pages behind the login. */
final class Bureau implements BeforeAllCallback {
    private @Nullable Open open;

    private record Open(Path folder, Office office, HuiqiServer server, String token) implements AutoCloseable {
        static Open create() {
            try {
                Path folder = Files.createTempDirectory("bureau");
                Office office = Office.in(folder);
                LiveBook live = new LiveBook();
                live.open(RealBooks.book());
                HuiqiServer server = HuiqiServer.start(
                        ServerOptions.on("127.0.0.1", 0), live, new PageSite(policy -> List.of()), office.door());
                return new Open(folder, office, server, office.token());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            office.close();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Bureau.class))
                .getOrComputeIfAbsent("open", k -> Open.create(), Open.class);
    }

    private Open open() {
        return Objects.requireNonNull(open);
    }

    String url(String path) {
        return open().server().url() + path;
    }

    /** Fills in the login that a page shows. */
    static void login(Page page, String password) {
        page.locator("#name").fill(Office.NAME);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
    }

    /** As if just now; the form itself, and how often it may be sent, are for those who test it. */
    Page loggedIn(Page page) {
        String secret = open().office()
                .ledger()
                .sessions()
                .begin(open().office().officer())
                .text();
        page.context().addCookies(List.of(new Cookie("huiqi_session", secret).setUrl(url("/"))));
        page.navigate(url("/screenings"));
        return page;
    }

    /** Sends a list as a script would; its job. */
    String send(String name, byte[] list, String query) {
        String to = "/api/v1/screenings?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + query;
        return ask(HttpRequest.newBuilder(URI.create(url(to))).POST(HttpRequest.BodyPublishers.ofByteArray(list)))
                .path("id")
                .asText();
    }

    /** Waits for a job to be over; how it ended. */
    String over(String job) {
        for (int tries = 0; tries < 3_000; tries++) {
            String state = ask(HttpRequest.newBuilder(URI.create(url("/api/v1/screenings/" + job))))
                    .path("state")
                    .asText();
            if (List.of("done", "failed", "cancelled").contains(state)) {
                return state;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("a job without an end");
    }

    private JsonNode ask(HttpRequest.Builder request) {
        try {
            HttpRequest asked =
                    request.header("Authorization", "Bearer " + open().token()).build();
            return new ObjectMapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(asked, HttpResponse.BodyHandlers.ofByteArray())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
