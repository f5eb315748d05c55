package org.huiqi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.huiqi.audit.TestCases;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileText;
import org.huiqi.report.ProfileJson;
import org.huiqi.report.sheet.ProfileWorkbook;
import org.huiqi.report.sheet.WorkbookReader;
import org.huiqi.web.HuiqiServer;
import org.huiqi.web.LiveBook;
import org.huiqi.web.RealBooks;
import org.huiqi.web.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server makes of forms, without a browser. */
final class FormsTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static HuiqiServer server;

    @BeforeAll
    static void start() throws IOException {
        LiveBook live = new LiveBook();
        live.open(RealBooks.book());
        server = HuiqiServer.start(
                ServerOptions.on("127.0.0.1", 0), live, new PageSite(p -> TestCases.of(Path.of("test-cases"), p)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(
                request.header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path)));
    }

    private static HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> post(String path, String profile) throws IOException, InterruptedException {
        String body = "profile=" + URLEncoder.encode(profile, StandardCharsets.UTF_8);
        return post(path, "application/x-www-form-urlencoded", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/policies", "/policies/high-tech-enterprise", "/check", "/en", "/nowhere"})
    void everyPageForbidsWhatItDoesNotBring(String path) throws Exception {
        String policy =
                get(path).headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/policies", "/policies/high-tech-enterprise/rules", "/check"})
    void noPageHasAScriptOrAStyleWrittenIntoIt(String path) throws Exception {
        assertThat(get(path).body())
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
    }

    @Test
    void aPageIsKeptButAskedForAgainAndAnAssetIsKeptForever() throws Exception {
        HttpResponse<String> page = get("/policies");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        String asset = page.body().replaceAll("(?s).*href=\"(/assets/[^\"]*huiqi.css)\".*", "$1");
        assertThat(get(asset).headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(get(asset.replaceAll("/assets/\\w+", "/assets/0")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aResultIsNeverKept() throws Exception {
        assertThat(post("/check/result", "{}").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/check/result", "/check/form", "/check/interview", "/check/report", "/check/profile.xlsx"})
    void whatIsNoProfileGetsAPageThatSaysSo(String path) throws Exception {
        HttpResponse<String> malformed = post(path, "{\"name\": ");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        HttpResponse<String> list = post(path, "[]");
        assertThat(list.statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = post(path, "{\"registratonDate\": \"2020-01-01\"}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("是不是“registrationDate”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/check/result", "/check/import"})
    void anOversizedFormGetsAPage(String path) throws Exception {
        HttpResponse<String> answer = post(path, "{\"name\": \"" + "x".repeat(ProfileText.MAX_BYTES) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<!doctype html>");
    }

    /** No client library would ask for it; the address bar of a browser does. */
    @Test
    void anAddressThatCannotBeReadGetsAPage() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            String ask = "GET /policies/%00 HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("<!doctype html>", "看不懂这个请求");
        }
    }

    @Test
    void whatIsNoFormIsRefused() throws Exception {
        assertThat(post("/check/result", "text/plain", "profile={}").statusCode())
                .isEqualTo(415);
        assertThat(post("/check/import", "multipart/form-data", "x").statusCode())
                .isEqualTo(400);
        assertThat(post("/check/import", "multipart/form-data; boundary=b", "x").statusCode())
                .isEqualTo(400);
        assertThat(post("/check/result", "application/x-www-form-urlencoded", "profile=%zz")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/check/result", "application/x-www-form-urlencoded", "a=1&".repeat(20_001))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoComesWithoutAFormBeginsAtTheBeginning() throws Exception {
        HttpResponse<String> answer = get("/en/check/result");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/en/check");
    }

    @Test
    void aProgramIsToldOfProblemsInItsOwnWay() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/policies/nothing"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(get("/api/v1/policies/nothing")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qilin-relay.yaml", "new-startup.json"})
    void aProfileComesBackFromItsWorkbookAndItsJsonAsItWas(String sample) throws Exception {
        byte[] bytes = java.nio.file.Files.readAllBytes(Path.of("test-cases/samples", sample));
        Profile profile = RealBooks.book()
                .profileReader()
                .read(sample.endsWith("yaml") ? ProfileText.yaml(bytes) : ProfileText.json(bytes));
        var dictionary = RealBooks.book().dictionary();
        var tree = ProfileJson.tree(dictionary, profile);
        Profile again = RealBooks.book().profileReader().read(tree);
        assertThat(ProfileJson.tree(dictionary, again)).isEqualTo(tree);
        assertThat(assessment(again)).isEqualTo(assessment(profile));
        var back = WorkbookReader.read(dictionary, ProfileWorkbook.write(dictionary, profile));
        Profile read = RealBooks.book().profileReader().read(back);
        assertThat(ProfileJson.tree(dictionary, read).size()).isEqualTo(tree.size());
        assertThat(assessment(read)).isEqualTo(assessment(profile));
    }

    private static String assessment(Profile profile) {
        var request = new org.huiqi.assess.Assessor.Request(
                LocalDate.of(2025, 12, 8), java.util.Set.of(), false, org.huiqi.problem.Lang.ZH);
        return new org.huiqi.assess.Assessor(RealBooks.book())
                .assess(profile, request).policies().stream()
                        .map(p -> p.policy()
                                + p.verdicts().stream()
                                        .map(v -> v.subject() + v.outcome() + v.missing())
                                        .toList()
                                + p.amount()
                                        .map(a -> a.totals().stream()
                                                .map(t -> t.value()
                                                        .map(x -> x.stripTrailingZeros()
                                                                .toPlainString()))
                                                .toList()))
                        .toList()
                        .toString();
    }

    @Test
    void chineseSignsBecomeWideOnlyBesideChineseText() {
        assertThat(List.of("甲,乙(丙):丁", "12,846.5 (a)", "5%,按", "HTE-03, x", "第(一)项"))
                .map(Typesetting::chinese)
                .containsExactly(
                        "甲\uff0c乙\uff08丙\uff09\uff1a丁", "12,846.5 (a)", "5%\uff0c按", "HTE-03, x", "第\uff08一\uff09项");
    }
}
