package org.huiqi.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.PolicyAssessment;

/** Everything still to be answered, each field once with its question; first what several policies ask for. */
final class MissingText {
    private final RuleBook book;
    private final Words words;

    MissingText(RuleBook book, Words words) {
        this.book = book;
        this.words = words;
    }

    /** A field to answer, for one or several elements of a list, and the policies that ask for it. */
    private record Open(Words.Asked asked, String path, Set<String> elements, Set<String> policies) {
        /** How a profile spells it: {@code totalSales}, {@code products}, {@code products[].value}. */
        String name() {
            return elements.isEmpty()
                    ? path
                    : asked.type().list() + "[]."
                            + asked.field().map(Field::name).orElse("");
        }
    }

    void write(Page page, Assessment assessment) {
        Map<Object, Open> open = new LinkedHashMap<>();
        assessment.policies().forEach(p -> paths(p).forEach(path -> add(open, path, p.policy())));
        if (open.isEmpty()) {
            return;
        }
        page.blank()
                .line(
                        0,
                        words.of(
                                "━━ 还要填写 " + open.size() + " 项 ━━", "━━ still to be answered: " + open.size() + " ━━"));
        Map<Set<String>, List<Open>> byPolicies = open.values().stream()
                .collect(Collectors.groupingBy(Open::policies, LinkedHashMap::new, Collectors.toList()));
        byPolicies.entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getKey().size()))
                .forEach(e -> group(page, e.getKey(), e.getValue()));
    }

    private static Set<String> paths(PolicyAssessment policy) {
        Set<String> paths = new LinkedHashSet<>();
        policy.verdicts().forEach(v -> paths.addAll(v.missing()));
        policy.amount().ifPresent(a -> a.totals().forEach(t -> paths.addAll(t.missing())));
        return paths;
    }

    private void add(Map<Object, Open> open, String path, String policy) {
        words.asked(path).ifPresent(asked -> {
            Object key =
                    List.of(asked.type().name(), asked.field().map(Field::name).orElse(""));
            Open known =
                    open.computeIfAbsent(key, k -> new Open(asked, path, new LinkedHashSet<>(), new LinkedHashSet<>()));
            known.policies().add(policy);
            if (!asked.element().isEmpty()) {
                known.elements().add(asked.element());
            }
        });
    }

    private void group(Page page, Set<String> policies, List<Open> fields) {
        List<String> names = new ArrayList<>();
        policies.forEach(p -> names.add(book.findPolicy(p).orElseThrow().name().in(words.lang())));
        page.blank().line(2, words.of("用于 ", "for ") + words.list(names.stream()));
        fields.forEach(f -> field(page, f));
    }

    private void field(Page page, Open open) {
        String label = open.asked()
                .field()
                .map(words::label)
                .orElse(open.asked().type().label());
        String unit = open.asked()
                .field()
                .map(Field::unit)
                .filter(u -> !u.isEmpty())
                .map(u -> ", " + u)
                .orElse("");
        String question = words.lang() == Lang.EN ? "" : question(open);
        page.item(2, "□", label + " (" + open.name() + unit + ")" + (question.isEmpty() ? "" : " " + question));
        if (open.elements().size() > 1) {
            page.line(4, words.list(open.elements().stream()));
        }
    }

    private static String question(Open open) {
        return open.asked().field().map(Field::question).orElse("逐个填写;没有就写 []");
    }
}
