package org.huiqi.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Field;
import org.huiqi.verdict.PolicyAssessment;

/** Everything still to be answered, each field once with its question; first what several policies ask for. */
final class MissingText {
    private final Report report;
    private final Words words;

    MissingText(Report report) {
        this.report = report;
        this.words = report.words();
    }

    /** A field to answer (or a whole list), for one or several elements, and the policies that ask for it. */
    private record Open(Words.Asked asked, String path, Set<String> elements, Set<String> policies) {
        Open(Words.Asked asked, String path) {
            this(asked, path, new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        /** How a profile spells it: {@code totalSales}, {@code products}, {@code products[].value}. */
        String name() {
            String field = asked.field().map(Field::name).orElse("");
            return elements.isEmpty() ? path : asked.type().list() + "[]." + field;
        }

        String unit() {
            String unit = asked.field().map(Field::unit).orElse("");
            return unit.isEmpty() ? "" : ", " + unit;
        }

        String question(Lang lang) {
            return lang == Lang.EN
                    ? ""
                    : " " + asked.field().map(Field::question).orElse("逐个填写;没有就写 []");
        }
    }

    void write(Page page, List<PolicyAssessment> policies) {
        Map<Object, Open> open = new LinkedHashMap<>();
        policies.forEach(p -> paths(p).forEach(path -> add(open, path, p.policy())));
        if (!open.isEmpty()) {
            String count = words.of("还要填写 " + open.size() + " 项", "still to be answered: " + open.size());
            page.blank().line("━━ " + count + " ━━");
            byPolicies(open).forEach(g -> group(page.in(), g));
        }
    }

    private Set<String> paths(PolicyAssessment policy) {
        Set<String> paths = new LinkedHashSet<>();
        boolean all = !report.detail().openOnly();
        (all ? policy.verdicts().stream() : Standing.counting(policy)).forEach(v -> paths.addAll(v.missing()));
        policy.amount()
                .filter(a -> all || new Money(report).worth(policy).isPresent())
                .ifPresent(a -> a.totals().forEach(t -> paths.addAll(t.missing())));
        return paths;
    }

    private void add(Map<Object, Open> open, String path, String policy) {
        words.asked(path).ifPresent(asked -> {
            List<Object> key = List.of(asked.type().name(), asked.field());
            Open known = open.computeIfAbsent(key, k -> new Open(asked, path));
            known.policies().add(policy);
            asked.elementIfAny().ifPresent(known.elements()::add);
        });
    }

    private static List<List<Open>> byPolicies(Map<Object, Open> open) {
        Map<Set<String>, List<Open>> groups = open.values().stream()
                .collect(Collectors.groupingBy(Open::policies, LinkedHashMap::new, Collectors.toList()));
        Comparator<List<Open>> most =
                Comparator.comparing(g -> -g.get(0).policies().size());
        return groups.values().stream().sorted(most).toList();
    }

    private void group(Page page, List<Open> fields) {
        String names = words.list(fields.get(0).policies().stream().map(report::name));
        page.blank().line(words.of("用于 ", "for ") + names);
        fields.forEach(f -> field(page, f));
    }

    private void field(Page page, Open open) {
        String what = words.label(open.asked()) + " (" + open.name() + open.unit() + ")";
        page.item("□", what + open.question(words.lang()));
        if (open.elements().size() > 1) {
            page.in().line(words.list(open.elements().stream()));
        }
    }
}
