package org.huiqi.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.RuleFiles;
import org.huiqi.web.HuiqiServer;
import org.huiqi.web.LiveBook;
import org.huiqi.web.RealBooks;
import org.huiqi.web.ServerOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of this project in a folder, edited while they are served. */
final class RuleWatchTest {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration QUIET = Duration.ofMillis(800);
    private static final String HTE = "policies/high-tech-enterprise/";

    @TempDir
    private Path temporary;

    private final HttpClient client = HttpClient.newHttpClient();
    private final LiveBook live = new LiveBook();
    private Path rules;
    private Path cases;
    private HuiqiServer server;
    private RuleWatch watch;

    @BeforeEach
    void serve() throws IOException {
        rules = temporary.resolve("pack");
        cases = temporary.resolve("cases");
        copy(Path.of("rules"), rules);
        copy(Path.of("test-cases/high-tech-enterprise"), cases.resolve("high-tech-enterprise"));
        List<Path> folders = List.of(rules, cases);
        String contents = FolderDigest.ofContents(folders);
        PackLoader loader = new PackLoader(RuleWatchTest::load, Optional.of(rules), Optional.of(cases));
        live.open(RealBooks.book());
        server = HuiqiServer.start(ServerOptions.on("127.0.0.1", 0), live);
        watch = new RuleWatch(folders, contents, loader, live, LOOK, QUIET);
    }

    @AfterEach
    void stop() {
        watch.close();
        server.close();
    }

    @Test
    void aChangedPackReplacesTheOneServed() throws Exception {
        String before = health().path("ruleBook").asText();
        edit(HTE + "policy.yaml", "高新技术企业认定,", "高企认定(新),");
        JsonNode after = healthWhen(h -> h.path("opened").asInt() == 2);
        assertThat(after.path("ruleBook").asText()).isNotEqualTo(before);
        assertThat(get("/api/v1/policies/high-tech-enterprise").at("/name/zh").asText())
                .isEqualTo("高企认定(新)");
    }

    @Test
    void aBadPackIsRefusedWithAllItsProblemsAndTheGoodOneStays() throws Exception {
        String before = health().path("ruleBook").asText();
        String policy = Files.readString(rules.resolve(HTE + "policy.yaml"));
        edit(HTE + "policy.yaml", "headline: apply", "headline: aply");
        edit("policies/first-set-equipment-shandong/policy.yaml", "headline: apply", "headlne: apply");
        JsonNode refused = healthWhen(h -> h.has("refused"));
        assertThat(refused.path("status").asText()).isEqualTo("ready");
        assertThat(refused.path("ruleBook").asText()).isEqualTo(before);
        assertThat(refused.at("/refused/problems").findValuesAsText("path"))
                .anyMatch(p -> p.startsWith("rules/policies/high-tech-enterprise/policy.yaml:"))
                .anyMatch(p -> p.startsWith("rules/policies/first-set-equipment-shandong/policy.yaml:"));
        assertThat(get("/api/v1/policies").path("ruleBook").asText()).isEqualTo(before);

        Files.writeString(rules.resolve(HTE + "policy.yaml"), policy);
        edit("policies/first-set-equipment-shandong/policy.yaml", "headlne: apply", "headline: apply");
        JsonNode repaired = healthWhen(h -> !h.has("refused"));
        assertThat(repaired.path("ruleBook").asText()).isEqualTo(before);
    }

    @Test
    void aPackThatFailsItsCasesIsRefusedUntilTheCasesAgree() throws Exception {
        String before = health().path("ruleBook").asText();
        edit(HTE + "policy.yaml", "above: 70", "above: 60");
        JsonNode refused = healthWhen(h -> h.has("refused"));
        assertThat(refused.path("ruleBook").asText()).isEqualTo(before);
        assertThat(refused.at("/refused/problems").findValuesAsText("path"))
                .allMatch(p -> p.startsWith("test-cases/high-tech-enterprise/"));
        copy(
                Path.of("test-cases/high-tech-enterprise/conditions.yaml"),
                cases.resolve("high-tech-enterprise/score.yaml"));
        copy(
                Path.of("test-cases/high-tech-enterprise/conditions.yaml"),
                cases.resolve("high-tech-enterprise/apply.yaml"));
        copy(
                Path.of("test-cases/high-tech-enterprise/conditions.yaml"),
                cases.resolve("high-tech-enterprise/experts.yaml"));
        assertThat(healthWhen(h -> !h.has("refused")).path("ruleBook").asText()).isNotEqualTo(before);
    }

    @Test
    void aFileThatIsStillBeingWrittenIsNotRead() throws Exception {
        byte[] whole = Files.readString(rules.resolve(HTE + "policy.yaml"))
                .replace("高新技术企业认定,", "高企认定(新),")
                .getBytes(UTF_8);
        int pieces = 10;
        try (OutputStream out = Files.newOutputStream(rules.resolve(HTE + "policy.yaml"))) {
            for (int i = 0; i < pieces; i++) {
                int from = whole.length * i / pieces;
                out.write(whole, from, whole.length * (i + 1) / pieces - from);
                out.flush();
                Thread.sleep(QUIET.toMillis() / 8);
                assertThat(health().path("opened").asInt()).isEqualTo(1);
                assertThat(health().has("refused")).isFalse();
            }
        }
        healthWhen(h -> h.path("opened").asInt() == 2 && !h.has("refused"));
    }

    @Test
    void whatEditorsLeaveBesideAFileIsNoChange() throws Exception {
        Files.writeString(rules.resolve(HTE + ".policy.yaml.swp"), "x");
        Files.writeString(rules.resolve(HTE + "policy.yaml~"), "x");
        Thread.sleep(QUIET.toMillis() * 2);
        assertThat(health().path("opened").asInt()).isEqualTo(1);
        assertThat(health().has("refused")).isFalse();
    }

    @Test
    void aFolderThatGoesAwayIsToldWithoutItsPathAndMayComeBack() throws Exception {
        Path away = temporary.resolve("away");
        Files.move(rules, away);
        JsonNode refused = healthWhen(h -> h.has("refused"));
        assertThat(refused.path("status").asText()).isEqualTo("ready");
        assertThat(refused.toString()).doesNotContain(temporary.toString());
        Files.move(away, rules);
        healthWhen(h -> !h.has("refused"));
    }

    @Test
    void aFileReplacedInOneMoveIsSeenEvenWithTheSameSizeAndTime() throws Exception {
        Path file = rules.resolve(HTE + "policy.yaml");
        Path other = temporary.resolve("policy.yaml");
        Files.writeString(other, Files.readString(file).replace("高新技术企业认定,", "高新技术企业评定,"));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        assertThat(Files.size(other)).isEqualTo(Files.size(file));
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        healthWhen(h -> h.path("opened").asInt() == 2);
    }

    private static RuleBook load(Optional<Path> folder) {
        return RuleBook.load(RuleFiles.in(folder.orElseThrow()), RealBooks.CACHE);
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(rules.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(rules.resolve(file), text.replace(from, to));
    }

    private JsonNode health() throws Exception {
        return get("/health");
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).build();
        return new ObjectMapper()
                .readTree(client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8))
                        .body());
    }

    private JsonNode healthWhen(Predicate<JsonNode> condition) throws Exception {
        JsonNode health = health();
        for (int i = 0; i < 600 && !condition.test(health); i++) {
            Thread.sleep(50);
            health = health();
        }
        assertThat(condition.test(health)).as(health.toString()).isTrue();
        return health;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
