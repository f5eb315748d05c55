package org.huiqi.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.huiqi.ledger.LedgerDoor;

/** A server on a free port, and ways to talk to it. */
final class RunningServer implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String LEDGER = "/api/v1/amounts/advanced-manufacturing-vat";
    static final String ASSESSMENTS = "/api/v1/assessments";
    /** Noon in China on the day that test cases are assessed. */
    static final Clock OCTOBER_8 = Clock.fixed(Instant.parse("2025-10-08T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final HuiqiServer server;
    private final Supplier<HttpClient> clients;

    private RunningServer(HuiqiServer server, Supplier<HttpClient> clients) {
        this.server = server;
        this.clients = clients;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    static RunningServer on(LiveBook live, ServerOptions.Limits limits, Clock clock) {
        try {
            HttpClient client = client();
            return new RunningServer(
                    HuiqiServer.start(new ServerOptions("127.0.0.1", 0, clock, limits), live), () -> client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the rules of this project and somebody who may log in. */
    static RunningServer start(LedgerDoor ledger, boolean proxied) {
        LiveBook live = new LiveBook();
        live.open(RealBooks.book());
        ServerOptions options = new ServerOptions("127.0.0.1", 0, OCTOBER_8, ServerOptions.Limits.DEFAULT, proxied);
        try {
            HttpClient client = client();
            return new RunningServer(HuiqiServer.start(options, live, Site.NONE, ledger), () -> client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the rules of this project. */
    static RunningServer start() {
        LiveBook live = new LiveBook();
        live.open(RealBooks.book());
        return on(live, ServerOptions.Limits.DEFAULT, OCTOBER_8);
    }

    /** Where the server hangs up on the silent so soon that a connection kept for later is dead by then. */
    RunningServer onNewConnectionsOnly() {
        return new RunningServer(server, RunningServer::client);
    }

    HuiqiServer server() {
        return server;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    /** Posts JSON. */
    Answer post(String path, String json) {
        return send("POST", path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    Answer send(String method, String path, byte[] body, String... headers) {
        HttpRequest.BodyPublisher publisher =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(clients.get().send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A bare connection, for what no client library would send. */
    Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Sends bytes as they are, and reads until the server closes the connection or {@code Content-Length} is reached. */
    String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return readAnswer(socket.getInputStream());
        }
    }

    static String readAnswer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        int end = -1;
        for (int c = in.read(); c >= 0; c = in.read()) {
            answer.append((char) c);
            if (end < 0 && answer.toString().endsWith("\r\n\r\n")) {
                end = answer.length() + length(answer.toString());
            }
            if (answer.length() == end) {
                break;
            }
        }
        return new String(answer.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static int length(String head) {
        return head.lines()
                .filter(l -> l.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToInt(l -> Integer.parseInt(l.substring(15).strip()))
                .findFirst()
                .orElse(1_000_000);
    }

    @Override
    public void close() {
        server.close();
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String mediaType() {
            return header("Content-Type").split(";")[0];
        }

        /** Kind of a problem: the last part of its type. */
        String problem() {
            String type = json().path("type").asText();
            return type.substring(type.lastIndexOf(':') + 1);
        }

        List<String> paths() {
            return json().path("problems").findValuesAsText("path");
        }
    }
}
