package org.huiqi.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiqi.policy.Requirement.Group;
import org.huiqi.policy.Requirement.Join;
import org.huiqi.verdict.Seen;

/** Reads requirement trees and scores. */
final class RequirementReader {
    private static final Set<String> KEYS =
            Set.of("all", "any", "none", "atLeast", "of", "if", "then", "else", "score", "editions", "label");
    private static final Set<String> SCORE_KEYS =
            Set.of("id", "label", "document", "clause", "seen", "above", "atLeast", "sections");

    private RequirementReader() {}

    /** Reads a criterion id or a mapping; several keys in one mapping are joined by <i>and</i>. */
    static Requirement read(Yaml yaml) {
        if (yaml.isScalar()) {
            return new Requirement.One(yaml.text(), yaml.line());
        }
        yaml.only(KEYS);
        return scoped(yaml, joined(yaml, yaml.text("label")));
    }

    /** Reads the tree keys of a mapping that has others too, e.g. a stage; empty if it has none of them. */
    static Optional<Requirement> find(Yaml yaml) {
        List<Requirement> parts = parts(yaml, "");
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.size() == 1 ? parts.get(0) : new Group(Join.ALL, 0, parts, ""));
    }

    static Set<String> keysWith(Set<String> more) {
        Set<String> keys = new HashSet<>(KEYS);
        keys.remove("label");
        keys.remove("editions");
        keys.addAll(more);
        return keys;
    }

    private static Requirement joined(Yaml yaml, String label) {
        List<Requirement> parts = parts(yaml, label);
        if (parts.isEmpty()) {
            yaml.wrong(
                    "an empty requirement.",
                    "Write a criterion id, or all / any / none / atLeast + of / if + then / score.");
        }
        return parts.size() == 1 ? parts.get(0) : new Group(Join.ALL, 0, parts, label);
    }

    private static Requirement scoped(Yaml yaml, Requirement inner) {
        List<String> only = yaml.texts("editions");
        return only.isEmpty() ? inner : new Requirement.Scoped(inner, only);
    }

    private static List<Requirement> parts(Yaml yaml, String label) {
        List<Requirement> parts = new ArrayList<>();
        yaml.find("all").ifPresent(y -> parts.add(new Group(Join.ALL, 0, list(y), label)));
        yaml.find("any").ifPresent(y -> parts.add(new Group(Join.ANY, 0, list(y), label)));
        yaml.find("none").ifPresent(y -> parts.add(new Group(Join.NONE, 0, list(y), label)));
        yaml.find("of").ifPresent(y -> parts.add(atLeast(yaml, y, label)));
        yaml.find("if").ifPresent(y -> branch(yaml, y, label).ifPresent(parts::add));
        yaml.find("score").ifPresent(y -> parts.add(new Requirement.Scored(score(y))));
        without(yaml, "of", "atLeast");
        without(yaml, "if", "then");
        without(yaml, "if", "else");
        return parts;
    }

    /** A key that nothing reads without another would say nothing. */
    private static void without(Yaml yaml, String first, String second) {
        if (yaml.find(second).isPresent() && yaml.find(first).isEmpty()) {
            yaml.wrong("'" + second + "' without '" + first + "'.", "Add '" + first + "', or remove it.");
        }
    }

    private static Group atLeast(Yaml yaml, Yaml of, String label) {
        List<Requirement> parts = list(of);
        int count = yaml.number("atLeast").map(n -> n.intValue()).orElse(0);
        if (count < 1 || count > parts.size()) {
            of.wrong("'atLeast: " + count + "' of " + parts.size() + " parts.", "Ask for at least one, at most all.");
        }
        return new Group(Join.AT_LEAST, count, parts, label);
    }

    private static Optional<Requirement> branch(Yaml yaml, Yaml condition, String label) {
        Optional<Yaml> then = yaml.find("then");
        if (then.isEmpty()) {
            condition.wrong("'if' without 'then'.", "Say what must hold then.");
        }
        return then.map(t -> new Requirement.Branch(
                read(condition), read(t), yaml.find("else").map(RequirementReader::read), label));
    }

    private static List<Requirement> list(Yaml yaml) {
        if (yaml.elements().isEmpty()) {
            yaml.wrong("an empty list of requirements.", "Name at least one criterion.");
        }
        return yaml.elements().stream().map(RequirementReader::read).toList();
    }

    private static Score score(Yaml yaml) {
        yaml.only(SCORE_KEYS);
        boolean strict = yaml.find("above").isPresent();
        if (strict == yaml.find("atLeast").isPresent()) {
            yaml.wrong("a score has either 'above' or 'atLeast'.", "Write one of them.");
        }
        return new Score(
                yaml.required("id"),
                yaml.required("label"),
                yaml.required("document"),
                yaml.required("clause"),
                yaml.constant("seen", Seen.class).orElse(Seen.MEMORY),
                yaml.number(strict ? "above" : "atLeast").orElse(BigDecimal.ZERO),
                strict,
                yaml.find("sections").map(RequirementReader::sections).orElse(List.of()),
                yaml.line());
    }

    private static List<Score.Section> sections(Yaml yaml) {
        if (yaml.elements().isEmpty()) {
            yaml.wrong("a score without sections.", "Write - {label: …, items: [ … ]}.");
        }
        List<Score.Section> sections = new ArrayList<>();
        for (Yaml section : yaml.elements()) {
            section.only(Set.of("label", "cap", "items"));
            List<Score.Item> items = section.find("items").map(Yaml::elements).orElse(List.of()).stream()
                    .map(RequirementReader::item)
                    .toList();
            if (items.isEmpty()) {
                section.wrong("a section without items.", "Name criteria with @points, {best: […]} or {field: …}.");
            }
            sections.add(new Score.Section(section.required("label"), section.number("cap"), items));
        }
        return sections;
    }

    private static Score.Item item(Yaml yaml) {
        if (yaml.isScalar()) {
            return new Score.Item.Best(List.of(yaml.text()), BigDecimal.ZERO);
        }
        yaml.only(Set.of("best", "field", "atLeast"));
        boolean field = yaml.find("field").isPresent();
        if (field == !yaml.texts("best").isEmpty()) {
            yaml.wrong("an item has either 'best' or 'field'.", "Write {best: [ids]} or {field: name}.");
        }
        return field
                ? new Score.Item.OfField(yaml.text("field"))
                : new Score.Item.Best(yaml.texts("best"), yaml.number("atLeast").orElse(BigDecimal.ZERO));
    }
}
