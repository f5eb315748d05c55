package org.huiqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.huiqi.policy.Policy;
import org.huiqi.web.RunningServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutesTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aProfileIsAssessedAgainstEveryPolicy() {
        Answer answer = server.post(RunningServer.ASSESSMENTS, Profiles.LEDGER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("ruleBook").asText())
                .isEqualTo(RealBooks.book().digest());
        assertThat(answer.json().path("asOf").asText()).isEqualTo("2025-12-08");
        assertThat(answer.json().path("policies").findValuesAsText("policy"))
                .containsExactlyElementsOf(
                        RealBooks.book().policies().stream().map(Policy::id).toList());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void onlyThePoliciesAskedForAreAssessed() {
        JsonNode json = server.post(
                        RunningServer.ASSESSMENTS + "?policy=high-tech-enterprise&policy=first-set-equipment-shandong",
                        "{}")
                .json();
        assertThat(json.path("policies").findValuesAsText("policy"))
                .containsExactlyInAnyOrder("high-tech-enterprise", "first-set-equipment-shandong");
    }

    @Test
    void withoutADateTheDayIsTodayInChina() {
        assertThat(server.post(RunningServer.ASSESSMENTS, "{}")
                        .json()
                        .path("asOf")
                        .asText())
                .isEqualTo("2025-10-08");
        assertThat(server.post(RunningServer.ASSESSMENTS + "?asOf=2024-02-29", "{}")
                        .json()
                        .path("asOf")
                        .asText())
                .isEqualTo("2024-02-29");
    }

    @Test
    void evidenceSpeaksTheLanguageAskedFor() {
        String path = RunningServer.ASSESSMENTS + "?policy=advanced-manufacturing-vat";
        assertThat(server.post(path, Profiles.LEDGER).text()).contains("增值税纳税人身份");
        assertThat(server.post(path + "&lang=en", Profiles.LEDGER).text()).doesNotContain("\"left\":\"增值税");
    }

    @Test
    void theSameQuestionGetsTheSameBytesFromEveryServer() {
        byte[] first = server.post(RunningServer.ASSESSMENTS, Profiles.LEDGER)
                .response()
                .body();
        assertThat(server.post(RunningServer.ASSESSMENTS, Profiles.LEDGER)
                        .response()
                        .body())
                .isEqualTo(first);
        try (RunningServer other = RunningServer.start()) {
            assertThat(other.post(RunningServer.ASSESSMENTS, Profiles.LEDGER)
                            .response()
                            .body())
                    .isEqualTo(first);
        }
    }

    @Test
    void numbersAreReadAsPeopleWriteThem() {
        String plain = Profiles.LEDGER;
        String written = plain.replace("\"inputVat\": 1200000", "\"inputVat\": \"120万元\"")
                .replace("\"outputVat\": 1500000", "\"outputVat\": \"1500000元\"")
                .replace("\"inputVat\": 800000", "\"当期申报抵扣的进项税额\": \"800,000\"");
        assertThat(written).isNotEqualTo(plain);
        assertThat(server.post(RunningServer.ASSESSMENTS, written).text())
                .isEqualTo(server.post(RunningServer.ASSESSMENTS, plain).text());
    }

    @Test
    void theMoneyOfAPolicyComesWithEveryStep() {
        JsonNode amount =
                server.post(RunningServer.LEDGER, Profiles.LEDGER).json().path("amount");
        JsonNode accrued = element(amount.path("sheets").get(0).path("figures"), "figure", "accrued");
        assertThat(accrued.path("value").decimalValue()).isEqualByComparingTo("60000");
        assertThat(accrued.path("step").path("clause").asText()).isNotEmpty();
        assertThat(accrued.path("step").path("working").asText()).isNotEmpty();
        assertThat(element(amount.path("totals"), "figure", "accrued")
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("100000");
    }

    @Test
    void moneyIsWrittenPlainly() {
        assertThat(server.post(RunningServer.LEDGER, Profiles.LEDGER).text()).doesNotContainPattern("\"value\":[^,]*E");
    }

    @Test
    void entitlementCanBeAssumed() {
        String profile = Profiles.LEDGER.replace("\"onAdvancedManufacturingList\": true,", "");
        assertThat(server.post(RunningServer.LEDGER, profile)
                        .json()
                        .at("/amount/assumed")
                        .asBoolean())
                .isFalse();
        assertThat(server.post(RunningServer.LEDGER + "?assumeEntitled=true", profile)
                        .json()
                        .at("/amount/assumed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void everyPolicyOfTheListCanBeReadInFull() {
        JsonNode list = server.get("/api/v1/policies").json().path("policies");
        assertThat(list).hasSize(RealBooks.book().policies().size());
        for (JsonNode row : list) {
            JsonNode policy =
                    server.get("/api/v1/policies/" + row.path("id").asText()).json();
            assertThat(policy.path("criteria")).hasSize(row.path("criteria").asInt());
            assertThat(policy.path("editions")).isEqualTo(row.path("editions"));
            assertThat(policy.has("amount")).isEqualTo(row.path("amount").asBoolean());
        }
    }

    @Test
    void theGraphKnowsEveryPolicyAfterThoseItRestsOn() {
        JsonNode graph = server.get("/api/v1/graph").json();
        List<String> policies = graph.path("policies").findValuesAsText("id");
        assertThat(policies)
                .containsExactlyInAnyOrderElementsOf(
                        RealBooks.book().policies().stream().map(Policy::id).toList());
        assertThat(graph.path("requires"))
                .isNotEmpty()
                .allSatisfy(arrow -> assertThat(
                                policies.indexOf(arrow.path("on").asText()))
                        .isBetween(0, policies.indexOf(arrow.path("policy").asText()) - 1));
        assertThat(graph.path("excludes"))
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(policies)
                        .contains(pair.path(0).asText(), pair.path(1).asText()));
    }

    @Test
    void theListNamesTheEditionsOfTheDayAskedFor() {
        String before = server.get("/api/v1/policies?asOf=2015-12-31").text();
        String after = server.get("/api/v1/policies?asOf=2016-01-01").text();
        assertThat(before).doesNotContain("\"editionsThatDay\":[\"2016年版认定办法\"]");
        assertThat(after).contains("\"editionsThatDay\":[\"2016年版认定办法\"]");
    }

    @Test
    void aPolicyCitesADocumentItListsForEveryCriterion() {
        JsonNode policy = server.get("/api/v1/policies/high-tech-enterprise").json();
        List<String> documents = policy.path("documents").findValuesAsText("key");
        policy.path("criteria").forEach(c -> {
            assertThat(documents).contains(c.path("document").asText());
            assertThat(c.path("drl").asText())
                    .startsWith("rule \"" + c.path("id").asText());
        });
    }

    @Test
    void theDictionaryTellsHowToAsk() {
        JsonNode types = server.get("/api/v1/facts").json().path("types");
        assertThat(types.findValuesAsText("kind")).doesNotContain("table", "sheet");
        JsonNode payer = element(types.get(0).path("fields"), "name", "vatTaxpayerType");
        assertThat(payer.path("choices").findValuesAsText("")).isEmpty();
        assertThat(payer.path("choices").toString()).contains("一般纳税人", "小规模纳税人");
        assertThat(payer.path("question").asText()).isNotEmpty();
    }

    @Test
    void healthNamesTheRuleBookBeingServed() {
        JsonNode health = server.get("/health").json();
        assertThat(health.path("status").asText()).isEqualTo("ready");
        assertThat(health.path("ruleBook").asText()).isEqualTo(RealBooks.book().digest());
        assertThat(health.has("refused")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/api/v1/facts",
                "/api/v1/graph",
                "/api/v1/policies",
                "/api/v1/policies/high-tech-enterprise"
            })
    void headSaysWhatGetWouldSayWithoutTheBody(String path) {
        Answer get = server.get(path);
        Answer head = server.send("HEAD", path, new byte[0]);
        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.response().body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @Test
    void headOfWhatIsNotThereIsNotThere() {
        assertThat(server.send("HEAD", "/api/v1/policies/nothing", new byte[0]).status())
                .isEqualTo(404);
    }

    @Test
    void optionsNameTheMethodsAndGrantNothingToOtherSites() {
        Answer options = server.send(
                "OPTIONS",
                RunningServer.ASSESSMENTS,
                new byte[0],
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "POST");
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("POST, OPTIONS");
        assertThat(options.response().headers().map().keySet())
                .noneMatch(h -> h.toLowerCase().startsWith("access-control"));
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        Answer first = server.get("/api/v1/facts");
        Answer second = server.get("/api/v1/facts", "If-None-Match", first.header("ETag"));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.response().body()).isEmpty();
    }

    @Test
    void largeAnswersAreCompressedForWhoeverAsks() throws IOException {
        Answer plain = server.get("/api/v1/facts");
        Answer zipped = server.get("/api/v1/facts", "Accept-Encoding", "gzip");
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(zipped.response().body().length).isLessThan(plain.response().body().length / 3);
        assertThat(new GZIPInputStream(
                                new ByteArrayInputStream(zipped.response().body()))
                        .readAllBytes())
                .isEqualTo(plain.response().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/v1/policies", "/nowhere", "/openapi.json"})
    void everyAnswerHasItsSafetyHeadersAndTellsNothingOfTheServer(String path) {
        Answer answer = server.get(path);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("Server") + answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    private static JsonNode element(JsonNode array, String key, String value) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(e -> e.path(key).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
