package org.huiqi.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.report.Json;
import org.huiqi.report.ProfileJson;
import org.huiqi.web.HuiqiServer;
import org.huiqi.web.LiveBook;
import org.huiqi.web.ServerOptions;
import org.huiqi.web.pages.CaseShelf;
import org.huiqi.web.pages.PageSite;

/** Asks a server of its own for every kind of page, one after the other: from the request to the last byte, on this machine. */
public final class PagesBench {
    private static final int WARM_UP = 30;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RuleBook book;
    private final PrintStream out;

    public PagesBench(RuleBook book, PrintStream out) {
        this.book = book;
        this.out = out;
    }

    /** {@code form}: what is posted, empty to get. */
    private record Page(String path, String form) {}

    public void run(int runs) throws IOException, InterruptedException {
        LiveBook live = new LiveBook();
        live.open(book);
        out.println("页面 page                                        字节 bytes   处理器 CPU    最短 min  中位 median      95%");
        try (HuiqiServer server =
                HuiqiServer.start(ServerOptions.on("127.0.0.1", 0), live, new PageSite(CaseShelf.EMPTY))) {
            for (Page page : pages()) {
                measure(server, page, runs);
            }
        }
    }

    private List<Page> pages() throws IOException {
        String largest = book.policies().stream()
                .map(Policy::id)
                .max(Comparator.comparing(id -> book.criteriaOf(id).size()))
                .orElseThrow();
        byte[] json = Json.bytes(ProfileJson.tree(book.dictionary(), Sample.read(book.dictionary())));
        String full = "profile=" + URLEncoder.encode(new String(json, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Stream<Page> read = Stream.of(
                        "/",
                        "/policies",
                        "/policies/" + largest,
                        "/policies/" + largest + "/rules",
                        "/check",
                        "/ladder")
                .map(path -> new Page(path, ""));
        Stream<Page> posted = Stream.of("form", "result", "report", "ladder", "interview", "advice")
                .map(name -> new Page("/check/" + name, full));
        return Stream.concat(Stream.concat(read, posted), Stream.of(new Page("/check/interview", "profile=%7B%7D")))
                .toList();
    }

    private void measure(HuiqiServer server, Page page, int runs) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.url() + page.path())).header("Accept", "text/html");
        if (!page.form().isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(page.form()));
        }
        HttpRequest ready = request.build();
        for (int i = 0; i < WARM_UP; i++) {
            ask(ready);
        }
        double[] millis = new double[runs];
        double[] busy = new double[runs];
        int bytes = 0;
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            long worked = worked();
            bytes = ask(ready);
            millis[i] = (System.nanoTime() - start) / 1e6;
            busy[i] = (worked() - worked) / 1e6;
        }
        print(page, bytes, busy, millis);
    }

    /** What the threads of the server have computed so far, in nanoseconds: unlike the clock on the wall it does not count what others compute. */
    private static long worked() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(t -> t != null && t.getThreadName().startsWith("http"))
                .mapToLong(t -> Math.max(0, threads.getThreadCpuTime(t.getThreadId())))
                .sum();
    }

    private static int ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answers " + answer.statusCode());
        }
        return answer.body().length;
    }

    private void print(Page page, int bytes, double[] busy, double[] millis) {
        Arrays.sort(busy);
        Arrays.sort(millis);
        String name = (page.form().isEmpty() ? "GET  " : "POST ")
                + page.path()
                + (page.form().length() > 100 ? " (full)" : "");
        out.printf(
                Locale.ROOT,
                "%-46s %10d %8.1f ms %8.1f ms %8.1f ms %8.1f ms%n",
                name,
                bytes,
                busy[busy.length / 2],
                millis[0],
                millis[millis.length / 2],
                millis[millis.length * 95 / 100]);
    }
}
