package org.huiqi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Law;
import org.huiqi.engine.Place;
import org.huiqi.engine.condition.Ref;
import org.huiqi.policy.Document;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;
import org.huiqi.verdict.Seen;

/** The policies of a rule book as JSON: the list, or everything of one. Thread-safe. */
public final class PolicyJson {
    private final RuleBook book;

    private PolicyJson(RuleBook book) {
        this.book = book;
    }

    /** One row per policy, with the editions that can apply on {@code asOf}. */
    public static ObjectNode list(RuleBook book, LocalDate asOf) {
        PolicyJson json = new PolicyJson(book);
        ObjectNode root = Json.object().put("ruleBook", book.digest()).put("asOf", asOf.toString());
        ArrayNode policies = root.putArray("policies");
        book.policies().forEach(p -> json.row(policies.addObject(), p, asOf));
        return root;
    }

    /** Everything a policy says, in the order of its files. */
    public static ObjectNode tree(RuleBook book, Policy policy) {
        PolicyJson json = new PolicyJson(book);
        ObjectNode root = Json.object().put("ruleBook", book.digest());
        identity(root, policy);
        json.body(root, policy);
        return root;
    }

    /** Everything of some policies, in the order of the pack. */
    public static ArrayNode trees(RuleBook book, Collection<String> policies) {
        ArrayNode trees = Json.array();
        book.policies().stream().filter(p -> policies.contains(p.id())).forEach(p -> trees.add(tree(book, p)));
        return trees;
    }

    private static void identity(ObjectNode out, Policy policy) {
        Json.text(out.put("id", policy.id()).putObject("name"), policy.name());
        out.put("level", code(policy.level())).put("levelZh", policy.level().zh());
        out.put("kind", code(policy.kind())).put("kindZh", policy.kind().zh());
        out.put("headline", policy.headline());
    }

    private void row(ObjectNode out, Policy policy, LocalDate asOf) {
        List<Criterion> criteria = book.criteriaOf(policy.id());
        identity(out, policy);
        out.put("criteria", criteria.size());
        out.put("decidable", criteria.stream().filter(c -> !c.judged()).count());
        ObjectNode seen = out.putObject("seen");
        for (Seen s : Seen.values()) {
            seen.put(s.code(), criteria.stream().filter(c -> c.seen() == s).count());
        }
        out.put("amount", policy.amount().isPresent());
        ArrayNode editions = out.putArray("editions");
        policy.editions().forEach(e -> edition(editions.addObject(), e));
        Json.texts(out.putArray("editionsThatDay"), thatDay(policy, asOf));
    }

    private static List<String> thatDay(Policy policy, LocalDate asOf) {
        return policy.editions().stream()
                .filter(e -> !e.key().isEmpty() || e.inForce(asOf))
                .map(Edition::name)
                .toList();
    }

    private void body(ObjectNode out, Policy policy) {
        out.put("authority", policy.authority()).put("appliesTo", policy.appliesTo());
        Json.texts(out.putArray("grants"), policy.grants());
        ArrayNode documents = out.putArray("documents");
        policy.documents().values().forEach(d -> document(documents.addObject(), d));
        ArrayNode editions = out.putArray("editions");
        policy.editions().forEach(e -> edition(editions.addObject(), e));
        ArrayNode stages = out.putArray("stages");
        policy.stages().values().forEach(s -> stage(stages.addObject(), s));
        ArrayNode criteria = out.putArray("criteria");
        book.criteriaOf(policy.id()).forEach(c -> criterion(criteria.addObject(), c));
        policy.amount().ifPresent(a -> AmountPlanJson.write(out.putObject("amount"), book, a));
        neighbours(out, policy.id());
        prose(out, policy);
    }

    /** Sorted: the graph promises no order. */
    private void neighbours(ObjectNode out, String policy) {
        Json.texts(out.putArray("excludes"), sorted(book.graph().excludes(policy)));
        Json.texts(out.putArray("requires"), sorted(book.graph().requires(policy)));
        Json.texts(out.putArray("requiredBy"), sorted(book.graph().requiredBy(policy)));
    }

    private static List<String> sorted(Collection<String> ids) {
        return ids.stream().sorted().toList();
    }

    private static void prose(ObjectNode out, Policy policy) {
        out.put("window", policy.window());
        Json.texts(out.putArray("materials"), policy.materials());
        Json.texts(out.putArray("notes"), policy.notes());
        Json.texts(out.putArray("doubts"), policy.doubts());
    }

    private static void document(ObjectNode out, Document document) {
        out.put("key", document.key()).put("title", document.title());
        Json.unlessEmpty(out, "number", document.number());
        Json.ifPresent(out, "issued", document.issued());
        Json.ifPresent(out, "from", document.from());
        Json.ifPresent(out, "to", document.to());
        seen(out, document.seen());
        Json.ifPresent(out, "url", document.url());
        Json.unlessEmpty(out, "note", document.note());
    }

    private static void edition(ObjectNode out, Edition edition) {
        ObjectNode key = out.put("name", edition.name()).putObject("key");
        new TreeMap<>(edition.key()).forEach((field, range) -> range(key.putObject(field), range));
        Json.texts(out.putArray("stages"), edition.stages());
        Json.ifPresent(out, "from", edition.from());
        Json.ifPresent(out, "to", edition.to());
        Json.texts(out.putArray("documents"), edition.documents());
        Json.unlessEmpty(out, "unconfirmed", edition.unconfirmed());
        Json.texts(out.putArray("warnings"), edition.warnings());
        Json.unlessEmpty(out, "information", edition.information());
    }

    private static void range(ObjectNode out, Edition.Range range) {
        Json.unlessEmpty(out, "from", range.from());
        Json.unlessEmpty(out, "to", range.to());
    }

    private static void stage(ObjectNode out, Stage stage) {
        out.put("name", stage.name()).put("title", stage.title()).put("subject", stage.subject());
        stage.given().ifPresent(r -> RequirementJson.write(out.putObject("given"), r));
        stage.require().ifPresent(r -> RequirementJson.write(out.putObject("require"), r));
        ArrayNode results = out.putArray("results");
        stage.results()
                .forEach(r -> RequirementJson.write(
                        results.addObject().put("result", r.name()).putObject("when"), r.when()));
        Json.unlessEmpty(out, "information", stage.information());
    }

    private static void criterion(ObjectNode out, Criterion criterion) {
        out.put("id", criterion.id()).put("claim", criterion.claim());
        Json.unlessEmpty(out, "claimEn", criterion.en());
        out.put("document", criterion.document()).put("clause", criterion.clause());
        seen(out, criterion.seen());
        Json.unlessEmpty(out, "note", criterion.note());
        criterion
                .points()
                .ifPresent(p -> out.putObject("points").put("low", p.low()).put("high", p.high()));
        out.put("judged", criterion.judged());
        ArrayNode reads = out.putArray("reads");
        Law.atoms(criterion.form()).stream()
                .flatMap(a -> a.reads().stream())
                .map(PolicyJson::path)
                .distinct()
                .forEach(reads::add);
        place(out, criterion.place());
        out.put("drl", criterion.source());
    }

    private static String path(Ref ref) {
        return ref.type() + "." + ref.field().name();
    }

    static void seen(ObjectNode out, Seen seen) {
        out.put("seen", seen.code()).put("seenZh", seen.zh());
    }

    static void place(ObjectNode out, Place place) {
        out.putObject("place").put("file", place.file()).put("line", place.line());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
