package org.huiqi.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Law;
import org.huiqi.engine.condition.Ref;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Seen;

/** The policies and the dictionary as tables. */
public final class PolicyText {
    private final RuleBook book;
    private final Words words;

    public PolicyText(RuleBook book, Lang lang) {
        this.book = book;
        this.words = new Words(book, lang);
    }

    /** One row per policy: id, name, level, kind, editions in force on {@code asOf}, criteria by source status, how many a machine can decide. */
    public String list(LocalDate asOf) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "id",
                words.of("名称", "name"),
                words.of("级别", "level"),
                words.of("类别", "kind"),
                words.of("条件数", "criteria"),
                words.of("机器可判", "decidable"),
                words.of("原文/节选/转述/未核", "full/excerpt/secondary/memory"),
                words.of("当日有效版本", "editions that day")));
        book.policies().forEach(p -> rows.add(row(p, asOf)));
        return Columns.words(rows, "");
    }

    private List<String> row(Policy policy, LocalDate asOf) {
        List<Criterion> criteria = book.criteriaOf(policy.id());
        String seen = List.of(Seen.values()).stream()
                .map(s -> String.valueOf(
                        criteria.stream().filter(c -> c.seen() == s).count()))
                .collect(Collectors.joining("/"));
        String editions = policy.editions().stream()
                .filter(e -> !e.key().isEmpty() || e.inForce(asOf))
                .map(Edition::name)
                .collect(Collectors.joining(words.of("、", ", ")));
        return List.of(
                policy.id(),
                policy.name().in(words.lang()),
                words.of(policy.level().zh(), policy.level().name().toLowerCase(java.util.Locale.ROOT)),
                words.of(policy.kind().zh(), policy.kind().name().toLowerCase(java.util.Locale.ROOT)),
                String.valueOf(criteria.size()),
                String.valueOf(criteria.stream().filter(c -> !c.judged()).count()),
                seen,
                editions);
    }

    /** Every field, or those that the criteria of some policies read. */
    public String facts(List<String> policies) {
        Set<String> read = new HashSet<>();
        policies.forEach(p -> book.criteriaOf(p)
                .forEach(c -> Law.atoms(c.form()).forEach(a -> a.reads().forEach(r -> read.add(key(r))))));
        StringBuilder out = new StringBuilder();
        for (FactType type : book.dictionary().types()) {
            List<List<String>> rows = new ArrayList<>();
            type.fields().stream()
                    .filter(f -> policies.isEmpty() || read.contains(type.name() + "." + f.name()))
                    .forEach(f -> rows.add(row(f)));
            if (!rows.isEmpty()) {
                out.append(type.label())
                        .append("  ")
                        .append(type.name())
                        .append(type.list().isEmpty() ? "" : " (" + type.list() + ")")
                        .append('\n');
                out.append(Columns.words(rows, "  "));
            }
        }
        return out.toString();
    }

    private static String key(Ref ref) {
        return ref.type() + "." + ref.field().name();
    }

    private List<String> row(Field field) {
        return List.of(
                field.name() + "  " + words.label(field),
                field.type().javaName() + (field.unit().isEmpty() ? "" : " " + field.unit()),
                String.join("|", field.choices()));
    }
}
