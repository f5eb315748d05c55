package org.huiqi.policy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A node of a YAML file that knows its line, so that every complaint names one. */
final class Yaml {
    private static final String SYNTAX = "Check indentation, quotes and brackets here.";
    /** Written out in full, {@code 1e999999999} would fill the memory. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");

    private final Node node;
    private final String file;
    private final List<Problem> problems;
    private @Nullable Map<String, Yaml> members;

    private Yaml(Node node, String file, List<Problem> problems) {
        this.node = node;
        this.file = file;
        this.problems = problems;
    }

    static Optional<Yaml> parse(String text, String file, List<Problem> problems) {
        try {
            LoaderOptions options = new LoaderOptions();
            if (indirect(new org.yaml.snakeyaml.Yaml(options).parse(new StringReader(text)), file, problems)) {
                return Optional.empty();
            }
            Node root = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                problems.add(Problem.inRules(file, 1, "the file is empty.", "Write id, name, level, kind and stages."));
            }
            return Optional.ofNullable(root).map(r -> new Yaml(r, file, problems));
        } catch (MarkedYAMLException e) {
            problems.add(Problem.inRules(
                    file,
                    e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1,
                    "not YAML: " + e.getProblem() + ".",
                    SYNTAX));
        } catch (YAMLException e) {
            problems.add(Problem.inRules(file, 1, "not YAML: " + e.getMessage(), SYNTAX));
        }
        return Optional.empty();
    }

    /** What does not mean what stands there: anchors and aliases (which can multiply without end), tags (which name classes). */
    private static boolean indirect(Iterable<Event> events, String file, List<Problem> problems) {
        boolean found = false;
        for (Event event : events) {
            boolean tagged = event instanceof ScalarEvent s && s.getTag() != null
                    || event instanceof CollectionStartEvent c && c.getTag() != null;
            if (event instanceof NodeEvent n && (n.getAnchor() != null || tagged)) {
                problems.add(Problem.inRules(
                        file,
                        event.getStartMark().getLine() + 1,
                        tagged ? "a tag (!…) is not permitted." : "an anchor or alias (& *) is not permitted.",
                        "Write the value itself; quote texts that begin with ! & or *."));
                found = true;
            }
        }
        return found;
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    void wrong(String message, String remedy) {
        problems.add(Problem.inRules(file, line(), message, remedy));
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** Is nothing written here? */
    boolean isEmpty() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().strip().matches("|~|null");
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        wrong("expected a text.", "Write one value.");
        return "";
    }

    /** Members in file order; complains if this is not a mapping. */
    Map<String, Yaml> members() {
        if (members == null) {
            members = readMembers();
        }
        return members;
    }

    private Map<String, Yaml> readMembers() {
        Map<String, Yaml> read = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                Yaml written = new Yaml(tuple.getKeyNode(), file, problems);
                String key = written.text();
                if (read.put(key, new Yaml(tuple.getValueNode(), file, problems)) != null) {
                    written.wrong("'" + key + "' stands twice.", "Keep one.");
                }
            }
        } else {
            wrong("expected 'key: value' lines.", "Write key: value, or {key: value}.");
        }
        return read;
    }

    /** Elements; a single node counts as a list of one. */
    List<Yaml> elements() {
        if (node instanceof SequenceNode sequence) {
            List<Yaml> elements = new ArrayList<>();
            sequence.getValue().forEach(n -> elements.add(new Yaml(n, file, problems)));
            return elements;
        }
        return isEmpty() ? List.of() : List.of(this);
    }

    Optional<Yaml> find(String key) {
        return isMapping() ? Optional.ofNullable(members().get(key)) : Optional.empty();
    }

    String text(String key) {
        return find(key).map(Yaml::text).orElse("");
    }

    String required(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            wrong("'" + key + "' is missing.", "Add " + key + ": ….");
        }
        return text;
    }

    List<String> texts(String key) {
        return find(key)
                .map(y -> y.elements().stream().map(Yaml::text).toList())
                .orElse(List.of());
    }

    Optional<LocalDate> date(String key) {
        Optional<Yaml> written =
                find(key).filter(y -> !y.text().isEmpty() && !y.text().equals("null"));
        try {
            return written.map(y -> LocalDate.parse(y.text()));
        } catch (DateTimeException e) {
            written.ifPresent(y -> y.wrong("'" + y.text() + "' is not a date.", "Write 2025-03-31."));
            return Optional.empty();
        }
    }

    Optional<BigDecimal> number(String key) {
        Optional<Yaml> written = find(key);
        if (written.isPresent() && !NUMBER.matcher(written.get().text()).matches()) {
            written.get().wrong("'" + written.get().text() + "' is not a number.", "Write digits: 70 or 0.5.");
            return Optional.empty();
        }
        return written.map(y -> new BigDecimal(y.text()));
    }

    /** Reads an enum constant written in lower case. */
    <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
        String written = required(key);
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(java.util.Locale.ROOT);
            names.add(name);
            if (name.equals(written)) {
                return Optional.of(constant);
            }
        }
        if (!written.isEmpty()) {
            wrong(key + " '" + written + "'.", "Permitted: " + names + ". " + Nearest.maybe(written, names));
        }
        return Optional.empty();
    }

    /** Complains of keys nobody reads. */
    void only(Set<String> known) {
        members().forEach((key, value) -> {
            if (!known.contains(key)) {
                value.wrong("unknown key '" + key + "'.", Nearest.maybe(key, known));
            }
        });
    }
}
