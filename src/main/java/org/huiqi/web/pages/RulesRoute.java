package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.audit.TestCase;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Law;
import org.huiqi.policy.Policy;
import org.huiqi.report.Words;
import org.huiqi.web.QueryReader;

/** The rules of one policy as written, each beside its clause and the cases that prove it. */
final class RulesRoute {
    private static final Map<String, String> EXPECTED = Map.of(
            "met", "✓ 满足|✓ met",
            "unmet", "✗ 不满足|✗ unmet",
            "review", "◇ 待评审|◇ review");
    private final Visit visit;
    private final Words words;
    private final Policy policy;
    private final CaseShelf shelf;

    RulesRoute(Visit visit, CaseShelf shelf) {
        this.visit = visit;
        this.words = visit.words();
        this.policy = PolicyRoute.asked(visit);
        this.shelf = shelf;
    }

    /** A case as far as it speaks of one criterion: what it fills in, and what must come out. */
    record Proof(String name, String file, String given, String tone, String expected) {}

    record Rule(Demand.Clause clause, String claim, String place, List<Drl.Token> tokens, List<Proof> proofs) {}

    record RulesPage(Chrome chrome, Policy policy, String name, List<Rule> rules, int cases) {}

    void rules() {
        new QueryReader(visit.ctx(), Set.of()).finish();
        List<TestCase> cases = shelf.of(policy.id());
        Drl drl = new Drl(visit.open().book().dictionary(), words);
        Clauses clauses = new Clauses(visit.open().book(), words);
        List<Rule> rules = visit.open().book().criteriaOf(policy.id()).stream()
                .map(c -> new Rule(
                        clauses.of(c), words.claim(c), c.place().toString(), drl.tokens(c.source()), proofs(c, cases)))
                .toList();
        String name = policy.name().in(words.lang());
        Chrome chrome = visit.chrome(name + words.of(" · 规则", " · rules"), "policies");
        visit.show("rules.jte", new RulesPage(chrome, policy, name, rules, cases.size()));
    }

    private List<Proof> proofs(Criterion criterion, List<TestCase> cases) {
        List<Proof> proofs = new ArrayList<>();
        for (TestCase one : cases) {
            one.expect().properties().forEach(e -> {
                if (e.getKey().equals(criterion.id()) || e.getKey().startsWith(criterion.id() + "@")) {
                    proofs.add(proof(criterion, one, e.getKey(), e.getValue()));
                }
            });
        }
        return proofs;
    }

    private Proof proof(Criterion criterion, TestCase one, String key, JsonNode expected) {
        String subject = key.length() > criterion.id().length()
                ? key.substring(criterion.id().length() + 1) + ": "
                : "";
        String tone = expected.isTextual() ? expected.asText() : "unknown";
        return new Proof(one.name(), one.file(), given(criterion, one.profile()), tone, subject + expected(expected));
    }

    private String expected(JsonNode expected) {
        String said = EXPECTED.getOrDefault(expected.asText(), "");
        if (!said.isEmpty()) {
            return words.of(said.substring(0, said.indexOf('|')), said.substring(said.indexOf('|') + 1));
        }
        Stream<JsonNode> missing = Stream.iterate(0, i -> i + 1)
                .limit(expected.path("unknown").size())
                .map(expected.path("unknown")::get);
        return words.of("? 未知,缺 ", "? unknown, needs ") + words.list(missing.map(JsonNode::asText));
    }

    /** Only the answers that the criterion reads. */
    private String given(Criterion criterion, JsonNode profile) {
        List<String> names = Law.atoms(criterion.form()).stream()
                .flatMap(a -> a.reads().stream())
                .map(r -> r.field().name())
                .distinct()
                .toList();
        List<String> given = new ArrayList<>();
        names.forEach(n -> find(profile, n).ifPresent(v -> given.add(n + " = " + v)));
        visit.open()
                .book()
                .dictionary()
                .repeated()
                .forEach(type -> profile.path(type.list())
                        .forEach(element -> names.forEach(
                                n -> find(element, n).ifPresent(v -> given.add(type.list() + "." + n + " = " + v)))));
        return String.join(", ", given);
    }

    private static Optional<String> find(JsonNode node, String name) {
        return node.has(name)
                ? Optional.of(node.get(name)).map(v -> v.isContainerNode() ? v.toString() : v.asText())
                : Optional.empty();
    }
}
