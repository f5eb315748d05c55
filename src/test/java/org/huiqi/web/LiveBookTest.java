package org.huiqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Problem;
import org.junit.jupiter.api.Test;

final class LiveBookTest {
    private static final String MARK = "(改)";
    /** Swapping without a pause, so that the shortest gap between two looks at the book is hit. */
    private static final Duration SWAPPING = Duration.ofSeconds(3);

    @Test
    void whileBooksAreSwappedEveryAnswerComesFromOneBook() throws Exception {
        RuleBook before = RealBooks.book();
        RuleBook after = RealBooks.edited(text ->
                text.replaceFirst("name: \\{zh: (?:\"([^\"]+)\"|([^,\"]+)),", "name: {zh: \"$1$2" + MARK + "\","));
        assertThat(after.policies()).allMatch(p -> p.name().zh().endsWith(MARK));
        LiveBook live = new LiveBook();
        live.open(before);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try (RunningServer server = RunningServer.on(live, ServerOptions.Limits.DEFAULT, RunningServer.OCTOBER_8)) {
            List<Future<Set<String>>> seen = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                seen.add(clients.submit(asking(server, after.digest(), over)));
            }
            int swaps = 0;
            for (long end = System.nanoTime() + SWAPPING.toNanos(); System.nanoTime() - end < 0; swaps++) {
                live.open(swaps % 2 == 0 ? after : before);
            }
            over.set(true);
            Set<String> books = new HashSet<>();
            for (Future<Set<String>> client : seen) {
                books.addAll(client.get());
            }
            assertThat(books).containsExactlyInAnyOrder(before.digest(), after.digest());
            assertThat(server.get("/health").json().path("opened").asInt()).isEqualTo(swaps + 1);
        } finally {
            clients.shutdownNow();
        }
    }

    /** Asks until it is over; the digests of the books that answered. */
    private static Callable<Set<String>> asking(RunningServer server, String marked, AtomicBoolean over) {
        return () -> {
            Set<String> books = new HashSet<>();
            while (!over.get()) {
                JsonNode verdicts = server.post(RunningServer.ASSESSMENTS, "{}").json();
                books.add(consistent(verdicts, marked));
                books.add(consistent(server.get("/api/v1/policies").json(), marked));
            }
            return books;
        };
    }

    private static String consistent(JsonNode answer, String marked) {
        String book = answer.path("ruleBook").asText();
        assertThat(answer.path("policies")).isNotEmpty();
        answer.path("policies")
                .forEach(p ->
                        assertThat(p.at("/name/zh").asText().endsWith(MARK)).isEqualTo(book.equals(marked)));
        return book;
    }

    @Test
    void aRefusedBookLeavesTheOpenOneAndIsForgottenWithTheNext() {
        LiveBook live = new LiveBook();
        live.open(RealBooks.book());
        live.refuse(List.of(Problem.inRules("rules/facts.drl", 7, "unknown type 'Money'.", "Maybe 'BigDecimal'?")));
        try (RunningServer server = RunningServer.on(live, ServerOptions.Limits.DEFAULT, RunningServer.OCTOBER_8)) {
            JsonNode health = server.get("/health").json();
            assertThat(health.path("status").asText()).isEqualTo("ready");
            assertThat(health.at("/refused/problems/0/path").asText()).isEqualTo("rules/facts.drl:7");
            assertThat(health.at("/refused/problems/0/remedy/en").asText()).isEqualTo("Maybe 'BigDecimal'?");
            assertThat(server.get("/api/v1/policies").json().path("policies").findValuesAsText("id"))
                    .containsExactlyElementsOf(
                            RealBooks.book().policies().stream().map(Policy::id).toList());
            live.open(RealBooks.book());
            assertThat(server.get("/health").json().has("refused")).isFalse();
        }
    }
}
