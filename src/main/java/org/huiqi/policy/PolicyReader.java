package org.huiqi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Dictionary;
import org.huiqi.verdict.Seen;

/** Reads policy.yaml; every problem with its line. */
public final class PolicyReader {
    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "level",
            "kind",
            "authority",
            "appliesTo",
            "grants",
            "documents",
            "editions",
            "headline",
            "stages",
            "amount",
            "excludes",
            "requires",
            "window",
            "materials",
            "notes",
            "doubts");
    private static final Set<String> STAGES = Set.of("apply", "listed", "enjoy", "maintain", "fund");

    private PolicyReader() {}

    /** Empty if the file is not readable at all; {@code problems} then says why. */
    public static Optional<Policy> read(String text, String file, List<Problem> problems) {
        return Yaml.parse(text, file, problems).map(PolicyReader::policy);
    }

    private static Policy policy(Yaml yaml) {
        yaml.only(KEYS);
        Map<String, Stage> stages = stages(yaml);
        return new Policy(
                yaml.required("id"),
                name(yaml),
                yaml.constant("level", Level.class).orElse(Level.NATIONAL),
                yaml.constant("kind", Kind.class).orElse(Kind.INFORMATION),
                yaml.text("authority"),
                yaml.text("appliesTo"),
                yaml.texts("grants"),
                documents(yaml),
                editions(yaml),
                headline(yaml, stages),
                stages,
                yaml.find("amount").map(PolicyReader::amount),
                neighbours(yaml, "excludes"),
                neighbours(yaml, "requires"),
                String.join("\n", yaml.texts("window")),
                yaml.texts("materials"),
                yaml.texts("notes"),
                yaml.texts("doubts"));
    }

    private static List<Neighbour> neighbours(Yaml yaml, String key) {
        return yaml.find(key).map(Yaml::elements).orElse(List.of()).stream()
                .map(y -> new Neighbour(y.text(), y.line()))
                .toList();
    }

    private static Text name(Yaml yaml) {
        Optional<Yaml> name = yaml.find("name");
        if (name.isEmpty() || !name.get().isMapping()) {
            yaml.wrong("'name' is missing.", "Write name: {zh: …, en: …}.");
            return Text.same(yaml.text("id"));
        }
        return new Text(name.get().required("zh"), name.get().required("en"));
    }

    private static Map<String, Document> documents(Yaml yaml) {
        Map<String, Document> documents = new LinkedHashMap<>();
        yaml.find("documents").ifPresent(d -> d.members().forEach((key, y) -> documents.put(key, document(key, y))));
        return documents;
    }

    private static Document document(String key, Yaml y) {
        y.only(Set.of("title", "number", "issued", "from", "to", "seen", "url", "note"));
        ordered(y);
        if (!y.text("url").isEmpty() && !y.text("url").matches("https?://[^\\s\"'<>]+")) {
            y.wrong("url '" + y.text("url") + "'.", "Give the address of a page: https://….");
        }
        return new Document(
                key,
                y.required("title"),
                y.text("number"),
                y.date("issued"),
                y.date("from"),
                y.date("to"),
                y.constant("seen", Seen.class).orElse(Seen.MEMORY),
                Optional.of(y.text("url")).filter(u -> !u.isEmpty()),
                y.text("note"));
    }

    private static List<Edition> editions(Yaml yaml) {
        return yaml.find("editions").map(Yaml::elements).orElse(List.of()).stream()
                .map(PolicyReader::edition)
                .toList();
    }

    private static Edition edition(Yaml y) {
        y.only(Set.of("name", "key", "stages", "from", "to", "documents", "unconfirmed", "warnings", "information"));
        ordered(y);
        Map<String, Edition.Range> key = new LinkedHashMap<>();
        y.find("key")
                .filter(k -> k.members().isEmpty())
                .ifPresent(k -> k.wrong("a key without fields.", "Write key: {listYear: 2025}."));
        y.find("key").ifPresent(k -> k.members().forEach((field, range) -> key.put(field, range(range))));
        return new Edition(
                y.required("name"),
                key,
                y.texts("stages"),
                y.date("from"),
                y.date("to"),
                y.texts("documents"),
                y.text("unconfirmed"),
                y.texts("warnings"),
                y.text("information"),
                y.line());
    }

    private static Edition.Range range(Yaml y) {
        if (y.isScalar() && !y.isEmpty()) {
            return new Edition.Range(y.text(), y.text());
        }
        if (!y.isEmpty()) {
            y.only(Set.of("from", "to"));
        }
        if (y.text("from").isEmpty() && y.text("to").isEmpty()) {
            y.wrong("a key that fits everything.", "Write a value, or {from: …, to: …}.");
        }
        return new Edition.Range(y.text("from"), y.text("to"));
    }

    private static void ordered(Yaml y) {
        Optional<LocalDate> from = y.date("from");
        Optional<LocalDate> to = y.date("to");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            y.wrong("'from' " + from.get() + " is after 'to' " + to.get() + ".", "Exchange them.");
        }
    }

    private static Map<String, Stage> stages(Yaml yaml) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        yaml.find("stages").ifPresent(s -> s.members().forEach((name, y) -> stages.put(name, stage(name, y))));
        if (stages.isEmpty()) {
            yaml.wrong(
                    "a policy needs at least one stage.",
                    "A policy without published conditions has stages: {apply: {information: why}}.");
        }
        return stages;
    }

    private static Stage stage(String name, Yaml y) {
        if (!STAGES.contains(name)) {
            y.wrong("unknown stage '" + name + "'.", "Permitted: apply, listed, enjoy, maintain, fund.");
        }
        y.only(RequirementReader.keysWith(Set.of("title", "subject", "given", "results", "information")));
        String subject = y.text("subject");
        Stage stage = new Stage(
                name,
                y.text("title"),
                subject.isEmpty() ? Dictionary.ENTERPRISE : subject,
                y.find("given").map(RequirementReader::read),
                RequirementReader.find(y),
                results(y),
                y.text("information"),
                y.line());
        long ways = Stream.of(
                        stage.require().isPresent(),
                        !stage.results().isEmpty(),
                        !stage.information().isEmpty())
                .filter(way -> way)
                .count();
        if (ways != 1) {
            y.wrong(
                    "stage '" + name + "' " + (ways == 0 ? "demands nothing." : "judges in more than one way."),
                    "Give it a requirement, or results, or say why it only informs (information: …).");
        }
        return stage;
    }

    private static List<Stage.Result> results(Yaml y) {
        List<Stage.Result> results = new ArrayList<>();
        for (Yaml result : y.find("results").map(Yaml::elements).orElse(List.of())) {
            result.only(Set.of("result", "when"));
            result.find("when")
                    .ifPresentOrElse(
                            w -> results.add(new Stage.Result(result.required("result"), RequirementReader.read(w))),
                            () -> result.wrong("a result needs 'when'.", "Say what puts a subject into it."));
        }
        return results;
    }

    private static String headline(Yaml yaml, Map<String, Stage> stages) {
        String written = yaml.text("headline");
        if (written.isEmpty()) {
            return stages.keySet().stream().findFirst().orElse("apply");
        }
        if (!stages.containsKey(written)) {
            yaml.wrong("headline '" + written + "' is not a stage.", "Stages: " + stages.keySet() + ".");
        }
        return written;
    }

    private static AmountPlan amount(Yaml y) {
        y.only(Set.of("sheet", "stage", "editions", "results", "benefit", "cap", "totals", "columns"));
        String benefit = y.text("benefit");
        List<String> totals = y.texts("totals");
        List<String> columns = y.texts("columns");
        List<String> usual = Stream.concat(totals.stream(), Stream.of(benefit).filter(b -> !b.isEmpty()))
                .distinct()
                .toList();
        return new AmountPlan(
                y.required("sheet"),
                y.text("stage"),
                y.texts("editions"),
                y.texts("results"),
                benefit,
                y.number("cap"),
                totals,
                columns.isEmpty() ? usual : columns,
                y.line());
    }
}
