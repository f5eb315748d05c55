package org.huiqi.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.ProfileText;

/** Reads the cases below a folder: those of a policy stand in {@code <folder>/<policy-id>/*.yaml}. */
public final class TestCases {
    /** Cases that name no date of assessment are assessed on this day, so that they never change with the calendar. */
    public static final LocalDate DEFAULT_DATE = LocalDate.of(2025, 10, 8);

    private static final Set<String> KEYS = Set.of("name", "profile", "without", "asOf", "expect", "note");

    private TestCases() {}

    /** The cases of one policy, files in alphabetical order. */
    public static List<TestCase> of(Path folder, String policy) {
        Path home = folder.resolve(policy);
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            List<TestCase> cases = new ArrayList<>();
            files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(f -> cases.addAll(read(f, policy + "/" + f.getFileName())));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the test cases in " + home, e);
        }
    }

    static List<TestCase> read(Path file, String name) {
        List<Problem> problems = new ArrayList<>();
        List<TestCase> cases = new ArrayList<>();
        try {
            JsonNode root = ProfileText.yaml(Files.readAllBytes(file));
            JsonNode listed = root.isArray() ? root : root.path("cases");
            for (JsonNode one : listed) {
                try {
                    cases.add(testCase(name, root, one));
                } catch (InvalidInputException e) {
                    problems.addAll(e.problems());
                }
            }
        } catch (InvalidInputException e) {
            e.problems().forEach(p -> problems.add(new Problem(name + ":" + p.place(), p.message(), p.remedy())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return cases;
    }

    private static TestCase testCase(String file, JsonNode root, JsonNode node) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        overlay(profile, root.path("base"));
        overlay(profile, node.path("profile"));
        node.path("without").forEach(field -> profile.remove(field.asText()));
        String name = node.path("name").asText();
        if (name.isEmpty() || node.path("expect").isEmpty()) {
            throw wrong(file, "a case needs name and expect: " + node, "Write - {name: …, expect: {…}}.");
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw wrong(file, "unknown key '" + key + "' in '" + name + "'", Nearest.maybe(key, KEYS));
            }
        });
        String asOf = node.path("asOf").asText(root.path("asOf").asText(DEFAULT_DATE.toString()));
        return new TestCase(file, name, date(file, asOf), profile, node.get("expect"));
    }

    private static LocalDate date(String file, String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw wrong(file, "asOf '" + written + "' is not a date", "Write 2025-03-31.");
        }
    }

    private static InvalidInputException wrong(String file, String message, String remedy) {
        return new InvalidInputException(List.of(new Problem(file, Text.same(message), Text.same(remedy))));
    }

    private static void overlay(ObjectNode onto, JsonNode answers) {
        answers.fields().forEachRemaining(e -> onto.set(e.getKey(), e.getValue()));
    }
}
