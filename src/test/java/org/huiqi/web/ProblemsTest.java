package org.huiqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.huiqi.web.RunningServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of problem, as a client sees it. */
final class ProblemsTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void theServerStillServes() {
        assertThat(server.post(RunningServer.ASSESSMENTS, "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"totalSalesExclVat\": }",
                "{\"totalSalesExclVat\": 1} {\"totalSalesExclVat\": 2}",
                "{\"totalSalesExclVat\": NaN}",
                "{'totalSalesExclVat': 1}",
                "// comment\n{}",
                "\u0000"
            })
    void textThatIsNoJsonIsRefusedWithItsPlace(String body) {
        Answer answer = server.send(
                "POST",
                RunningServer.ASSESSMENTS,
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-json");
        assertThat(answer.paths()).hasSize(1);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        Answer answer = server.send(
                "POST",
                RunningServer.ASSESSMENTS,
                "{\"name\": \"\u00d6\"}".getBytes(StandardCharsets.ISO_8859_1),
                "Content-Type",
                "application/json");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        Answer answer = server.post(RunningServer.ASSESSMENTS, "{\"totalSalesExclVat\": 1, \"totalSalesExclVat\": 2}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("totalSalesExclVat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[|]|1000000", "{\"a\":|}|1000000", "[|]|21"})
    void deepJsonIsRefused(String open, String close, int depth) {
        int levels = Math.min(depth, 4_900_000 / (open.length() + close.length()));
        String body = open.repeat(levels) + (open.endsWith(":") ? "1" : "") + close.repeat(levels);
        Answer answer = server.post(RunningServer.ASSESSMENTS, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "123456789012345678901234567890",
                "0.12345678901234567890",
                "\"1e999999999\"",
                "\"9999999999999999999999亿元\""
            })
    void numbersNoFirmCanMeanAreRefused(String number) {
        Answer answer = server.post(RunningServer.ASSESSMENTS, "{\"totalSalesExclVat\": " + number + "}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.paths()).containsExactly("totalSalesExclVat");
        assertThat(answer.text().length()).isLessThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999999", "1e-99999999999999"})
    void numbersBeyondAllBoundsAreNoJson(String number) {
        assertThat(server.post(RunningServer.ASSESSMENTS, "{\"totalSalesExclVat\": " + number + "}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aNumberOfAMillionDigitsIsRefused() {
        assertThat(server.post(RunningServer.ASSESSMENTS, "{\"totalSalesExclVat\": " + "9".repeat(1_000_000) + "}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void unitsAndFullWidthDigitsAreUnderstood() {
        Answer answer = server.post(
                RunningServer.ASSESSMENTS + "?policy=advanced-manufacturing-vat",
                "{\"totalSalesExclVat\": \"1,200万元\", \"manufacturingSalesExclVat\": \"\uff17\uff10\uff10万元\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("1,200万元").contains("700万元");
    }

    @Test
    void everyProblemOfAProfileIsListedWithItsPathAndTheWayOut() {
        Answer answer = server.post(RunningServer.ASSESSMENTS, """
                        {"totalSalesExclVa": 1, "vatTaxpayerType": "大规模纳税人", "listYear": "去年",
                         "products": [{"name": "甲", "unitValue": -1}, {"name": "乙", "unitvalues": 2}]}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-profile");
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(answer.paths())
                .containsExactly(
                        "totalSalesExclVa",
                        "vatTaxpayerType",
                        "listYear",
                        "products[0].unitValue",
                        "products[1].unitvalues");
        JsonNode unknown = answer.json().path("problems").get(0);
        assertThat(unknown.at("/remedy/zh").asText()).contains("totalSalesExclVat");
        assertThat(unknown.at("/remedy/en").asText()).contains("totalSalesExclVat");
        assertThat(unknown.at("/message/zh").asText()).contains("totalSalesExclVa");
        assertThat(unknown.at("/message/en").asText()).contains("totalSalesExclVa");
    }

    @Test
    void threeHundredThousandUnknownFieldsAreRefusedShortlyAndSoon() {
        StringBuilder body = new StringBuilder("{\"zz0\": 1");
        for (int i = 1; i < 330_000; i++) {
            body.append(",\"zz").append(i).append("\":1");
        }
        long start = System.nanoTime();
        Answer answer = server.post(RunningServer.ASSESSMENTS, body.append('}').toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("problems")).hasSize(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void moreSubjectsThanOneAnswerCanExplainAreRefused() {
        String product = "{\"unitValue\": 1}";
        assertThat(server.post(
                                RunningServer.ASSESSMENTS,
                                "{\"products\": [" + (product + ",").repeat(ProfileSize.MAX_SUBJECTS) + product + "]}")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null"})
    void aProfileIsAnObject(String body) {
        assertThat(server.post(RunningServer.ASSESSMENTS, body).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=gbk",
                "application/jsonp",
                "multipart/form-data; boundary=x"
            })
    void anotherTypeThanJsonIsRefusedWithTheRemedy(String type) {
        Answer answer = server.send(
                "POST", RunningServer.ASSESSMENTS, "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", type);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text()).contains("Content-Type: application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json;charset=utf-8", "Application/JSON; charset=\"UTF-8\""})
    void jsonIsRecognizedHoweverItsTypeIsWritten(String type) {
        assertThat(server.send(
                                "POST",
                                RunningServer.ASSESSMENTS,
                                "{}".getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                type)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCompressedBodyIsRefused() {
        assertThat(server.send(
                                "POST",
                                RunningServer.ASSESSMENTS,
                                new byte[] {31, -117, 8},
                                "Content-Type",
                                "application/json",
                                "Content-Encoding",
                                "gzip")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void everyProblemOfTheQueryIsListedAtOnce() {
        Answer answer = server.post(
                RunningServer.ASSESSMENTS
                        + "?asof=2025-01-01&asOf=31.12.2025&lang=de&policy=high-tech-enterprises&assumeEntitled=yes",
                "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.paths())
                .containsExactlyInAnyOrder(
                        "query.asof", "query.asOf", "query.lang", "query.policy", "query.assumeEntitled");
        assertThat(answer.text()).contains("Maybe 'asOf'?").contains("Maybe 'high-tech-enterprise'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "0001-01-01", "999999999-01-01", "2025-10-08&asOf=2025-10-09", ""})
    void aDateThatIsNoneIsRefused(String date) {
        assertThat(server.get("/api/v1/policies?asOf=" + date).status()).isEqualTo(400);
    }

    @Test
    void anUnknownPolicyIsNotFoundAndTheNearestIsNamed() {
        Answer answer = server.get("/api/v1/policies/high-tech-enterprises");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("unknown-policy");
        assertThat(answer.text()).contains("Maybe 'high-tech-enterprise'?");
    }

    @Test
    void aPolicyWithoutMoneyNamesThoseThatHaveSome() {
        Answer answer = server.post("/api/v1/amounts/high-tech-enterprise", "{}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("no-amount");
        assertThat(answer.text()).contains("advanced-manufacturing-vat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/v2/facts", "/API/V1/FACTS", "/favicon.ico"})
    void anUnknownAddressIsNotFound(String path) {
        Answer answer = server.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE|/api/v1/facts|GET, HEAD, OPTIONS",
                "PUT|/api/v1/policies/high-tech-enterprise|GET, HEAD, OPTIONS",
                "GET|/api/v1/assessments|POST, OPTIONS",
                "HEAD|/api/v1/assessments|POST, OPTIONS",
                "POST|/health|GET, HEAD, OPTIONS"
            })
    void anotherMethodIsRefusedWithThoseThatWork(String method, String path, String allowed) {
        Answer answer = server.send(method, path, new byte[0]);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(", ")).containsExactlyInAnyOrder(allowed.split(", "));
    }

    @Test
    void withoutARuleBookEverythingThatNeedsOneSaysComeBack() {
        LiveBook empty = new LiveBook();
        try (RunningServer early = RunningServer.on(empty, ServerOptions.Limits.DEFAULT, RunningServer.OCTOBER_8)) {
            for (String path : new String[] {"/api/v1/facts", "/api/v1/policies", "/health"}) {
                assertThat(early.get(path).status()).isEqualTo(503);
                assertThat(early.get(path).header("Retry-After")).isEqualTo("1");
            }
            assertThat(early.post(RunningServer.ASSESSMENTS, "{}").problem()).isEqualTo("not-ready");
            assertThat(early.get("/health").json().path("status").asText()).isEqualTo("starting");
            assertThat(early.get("/openapi.json").status()).isEqualTo(200);
            empty.open(RealBooks.book());
            assertThat(early.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void withEveryPlaceTakenTheServerSaysComeBack() {
        ServerOptions.Limits none =
                new ServerOptions.Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(50), 8, 0, 32);
        LiveBook live = new LiveBook();
        live.open(RealBooks.book());
        try (RunningServer full = RunningServer.on(live, none, RunningServer.OCTOBER_8)) {
            Answer answer = full.post(RunningServer.ASSESSMENTS, "{}");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("busy");
            assertThat(full.get("/api/v1/facts").status()).isEqualTo(200);
        }
    }

    @Test
    void whatNobodyForesawIsAnIncidentWithANumberAndNothingElse() {
        assertThat(incident(() -> new IllegalStateException("麒麟公司的销售额")))
                .doesNotContain("麒麟")
                .doesNotContain("IllegalState");
    }

    @Test
    void anErrorOfTheMachineEndsTheRequestNotTheServer() {
        assertThat(incident(() -> new StackOverflowError("麒麟公司的销售额"))).doesNotContain("StackOverflow");
    }

    /** What a client learns when today cannot be told. */
    private static String incident(Supplier<Throwable> cause) {
        LiveBook live = new LiveBook();
        live.open(RealBooks.book());
        try (LogBook log = new LogBook();
                RunningServer broken = RunningServer.on(live, ServerOptions.Limits.DEFAULT, new BrokenClock(cause))) {
            Answer answer = broken.get("/api/v1/policies");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.mediaType()).isEqualTo("application/problem+json");
            String number = answer.json().path("instance").asText().replace("urn:uuid:", "");
            assertThat(log.lines()).filteredOn(l -> l.contains(number)).hasSize(1);
            assertThat(log.lines()).noneMatch(l -> l.contains("麒麟"));
            assertThat(broken.get("/health").status()).isEqualTo(200);
            return answer.text();
        }
    }

    private static final class BrokenClock extends Clock {
        private final Supplier<Throwable> cause;

        BrokenClock(Supplier<Throwable> cause) {
            this.cause = cause;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw BrokenClock.<RuntimeException>sneaky(cause.get());
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> T sneaky(Throwable t) throws T {
            throw (T) t;
        }
    }
}
