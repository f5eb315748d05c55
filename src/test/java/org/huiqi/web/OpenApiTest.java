package org.huiqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.router.ParsedEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huiqi.audit.TestCase;
import org.huiqi.audit.TestCases;
import org.huiqi.policy.Policy;
import org.huiqi.profile.ProfileText;
import org.huiqi.web.RunningServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document says what the server does, no more and no less. */
final class OpenApiTest {
    /** Of each policy, spread over all of its cases. */
    private static final int CASES = 12;

    private static final Map<JsonNode, Schema> SCHEMAS = new HashMap<>();
    private static RunningServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        document = server.get("/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedRouteExists() {
        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> documented.add(method.toUpperCase() + " " + path.getKey())));
        Set<String> served = new TreeSet<>();
        for (ParsedEndpoint route :
                server.server().javalin().unsafe.internalRouter.allHttpHandlers()) {
            String method = route.endpoint.method.name();
            // the introduction of the document promises these two for every address
            if (!method.equals("HEAD") && !method.equals("OPTIONS")) {
                served.add(method + " " + route.endpoint.path);
            }
        }
        assertThat(documented).isEqualTo(served);
    }

    @Test
    void theYamlIsTheSameDocument() throws IOException {
        Answer yaml = server.get("/openapi.yaml");
        assertThat(yaml.mediaType()).isEqualTo("application/yaml");
        assertThat(new YAMLMapper().readTree(yaml.text())).isEqualTo(document);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        references.forEach(r ->
                assertThat(document.at(r.substring(1)).isMissingNode()).as(r).isFalse());
    }

    /** A comma in a text without quotes makes such a key. */
    @Test
    void noKeyOfTheDocumentIsWithoutAValue() {
        assertThat(document.toString()).doesNotContain(":null");
    }

    @Test
    void everySchemaIsUsed() {
        List<String> references = document.findValuesAsText("$ref");
        document.at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> assertThat(references).contains("#/components/schemas/" + name));
    }

    @Test
    void theExampleIsAccepted() {
        JsonNode example = document.at("/components/requestBodies/profile/content/application~1json/example");
        assertThat(server.post(RunningServer.ASSESSMENTS, example.toString()).status())
                .isEqualTo(200);
    }

    @Test
    void theProfilesOfTestCasesFitTheirSchemaAndTheirAssessmentsTheirs() {
        for (Policy policy : RealBooks.book().policies()) {
            List<TestCase> cases = TestCases.of(Path.of("test-cases"), policy.id());
            for (int i = 0; i < cases.size(); i += Math.max(1, cases.size() / CASES)) {
                TestCase testCase = cases.get(i);
                assertThat(wrong("Profile", testCase.profile()))
                        .as(testCase.name())
                        .isEmpty();
                Answer answer = server.post(
                        RunningServer.ASSESSMENTS + "?assumeEntitled=true&asOf=" + testCase.asOf() + "&policy="
                                + policy.id(),
                        testCase.profile().toString());
                assertThat(answer.status()).as(testCase.name()).isEqualTo(200);
                assertThat(wrong("Assessment", answer.json()))
                        .as(testCase.name())
                        .isEmpty();
            }
        }
    }

    /** Each address is asked for each of its documented outcomes, and each answer is held against the document. */
    @Test
    void everyDocumentedOutcomeHappensAndLooksAsDocumented(@TempDir Path folder) {
        Set<String> seen = new TreeSet<>();
        try (SessionOutcomes sessions = SessionOutcomes.in(folder)) {
            List<SessionOutcomes.Outcome> all = new ArrayList<>(sessions.all());
            all.addAll(new ScreeningOutcomes(sessions).all());
            all.forEach(o -> {
                seen.add(o.method() + " " + o.path() + " " + o.answer().status());
                check(
                        document.path("paths").path(o.path()).path(o.method()).path("responses"),
                        String.valueOf(o.answer().status()),
                        o.answer());
            });
            seen.add("post /api/v1/screenings " + tooLarge(new ScreeningOutcomes(sessions)));
        }
        outcomes(server, seen);
        LiveBook empty = new LiveBook();
        try (RunningServer early = RunningServer.on(empty, ServerOptions.Limits.DEFAULT, RunningServer.OCTOBER_8)) {
            outcomes(early, seen);
        }
        LiveBook refusing = new LiveBook();
        refusing.open(RealBooks.book());
        refusing.refuse(List.of(org.huiqi.problem.Problem.inRules("rules/facts.drl", 3, "wrong.", "Right it.")));
        try (RunningServer other = RunningServer.on(refusing, patient(), RunningServer.OCTOBER_8)) {
            outcomes(other, seen);
        }
        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .path("responses")
                                .fieldNames()
                                .forEachRemaining(status ->
                                        documented.add(operation.getKey() + " " + path.getKey() + " " + status))));
        documented.remove("post /api/v1/screenings 507");
        assertThat(seen).isEqualTo(documented);
    }

    private static String tooLarge(ScreeningOutcomes screenings) {
        try {
            String answer = screenings.tenGigabytes();
            assertThat(answer).contains("urn:problem-type:huiqi:too-large");
            return answer.split(" ")[1];
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ServerOptions.Limits patient() {
        return new ServerOptions.Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 8, 2, 32);
    }

    private static void outcomes(RunningServer on, Set<String> seen) {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (path.getKey().startsWith("/api/v1/s")) {
                continue;
            }
            boolean post = path.getValue().has("post");
            String concrete = path.getKey().replace("{policy}", "advanced-manufacturing-vat");
            for (Answer answer : post ? posts(on, path.getKey(), concrete) : gets(on, path.getKey(), concrete)) {
                String status = String.valueOf(answer.status());
                seen.add((post ? "post " : "get ") + path.getKey() + " " + status);
                check(path.getValue().path(post ? "post" : "get").path("responses"), status, answer);
            }
        }
    }

    private static List<Answer> gets(RunningServer on, String path, String concrete) {
        List<Answer> answers = new ArrayList<>();
        Answer plain = on.get(concrete);
        answers.add(plain);
        answers.add(on.get(concrete + "?wrong=1"));
        answers.add(on.send("DELETE", concrete, new byte[0]));
        if (!plain.header("ETag").isEmpty()) {
            answers.add(on.get(concrete, "If-None-Match", plain.header("ETag")));
        }
        if (path.contains("{")) {
            answers.add(on.get(path.replace("{policy}", "nothing")));
            RealBooks.book().policies().forEach(p -> answers.add(on.get(path.replace("{policy}", p.id()))));
        }
        return answers;
    }

    private static List<Answer> posts(RunningServer on, String path, String concrete) {
        List<Answer> answers = new ArrayList<>();
        answers.add(on.post(concrete, Profiles.LEDGER));
        answers.add(on.post(concrete, "{}"));
        answers.add(on.post(
                concrete,
                "{\"profile\": " + Profiles.LEDGER + ", \"previous\": {}, \"skipped\": [\"totalSalesExclVat\"]}"));
        answers.add(on.post(concrete + "?assumeEntitled=true&lang=en", "{}"));
        answers.add(on.post(concrete + "?wrong=1", "{}"));
        answers.add(on.post(concrete, "{"));
        answers.add(on.post(concrete, "{\"nothing\": 1}"));
        answers.add(on.post(concrete, " ".repeat(ProfileText.MAX_BYTES + 1)));
        answers.add(on.get(concrete));
        answers.add(on.send("POST", concrete, "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/plain"));
        if (path.contains("{")) {
            answers.add(on.post(path.replace("{policy}", "nothing"), "{}"));
            answers.add(on.post(path.replace("{policy}", "high-tech-enterprise"), "{}"));
        }
        return answers;
    }

    private static void check(JsonNode responses, String status, Answer answer) {
        assertThat(responses.has(status)).as("%s %s", status, answer.text()).isTrue();
        JsonNode response = responses.path(status);
        JsonNode content = (response.has("$ref")
                        ? document.at(response.path("$ref").asText().substring(1))
                        : response)
                .path("content");
        if (content.isMissingNode()) {
            assertThat(answer.response().body()).isEmpty();
            return;
        }
        assertThat(content.has(answer.mediaType())).as(answer.mediaType()).isTrue();
        if (answer.mediaType().endsWith("json")) {
            assertThat(wrong(content.path(answer.mediaType()).path("schema"), answer.json()))
                    .as(answer.text())
                    .isEmpty();
        }
    }

    private static List<String> wrong(String schema, JsonNode value) {
        return wrong(RunningServer.JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema), value);
    }

    private static List<String> wrong(JsonNode schema, JsonNode value) {
        return SCHEMAS.computeIfAbsent(schema, OpenApiTest::compile).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    /** A JSON Schema keeps elsewhere what OpenAPI keeps under components. */
    private static Schema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("$defs", document.at("/components/schemas"));
        String text = whole.toString().replace("#/components/schemas/", "#/$defs/");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }
}
