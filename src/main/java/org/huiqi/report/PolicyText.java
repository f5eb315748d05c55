package org.huiqi.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.verdict.Seen;

/** The policies as a table, or one of them with everything about it. */
public final class PolicyText {
    private static final Pattern YEAR = Pattern.compile("(\\d{4}){1,2}");
    private final RuleBook book;
    private final Words words;

    public PolicyText(RuleBook book, Lang lang) {
        this.book = book;
        this.words = new Words(book, lang);
    }

    /** One row per policy: level and kind, criteria, how many a machine can decide, how their sources were seen, the edition of {@code asOf}. */
    public String list(LocalDate asOf) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "id",
                words.of("级别 · 类别", "level, kind"),
                words.of("条件", "criteria"),
                words.of("机器可判", "decidable"),
                words.of("原文/节选/转述/未核", "full/excerpt/secondary/unchecked"),
                words.of("名称 — 当日版本", "name — edition that day")));
        book.policies().forEach(p -> rows.add(row(p, asOf)));
        return Columns.words(rows, "");
    }

    /** Everything about some policies. */
    public String tell(List<String> policies) {
        Page page = new Page();
        PolicyPage pages = new PolicyPage(book, words);
        book.policies().stream().filter(p -> policies.contains(p.id())).forEach(p -> pages.write(page, p));
        return page.toString();
    }

    private List<String> row(Policy policy, LocalDate asOf) {
        List<Criterion> criteria = book.criteriaOf(policy.id());
        String seen = List.of(Seen.values()).stream()
                .map(s -> String.valueOf(
                        criteria.stream().filter(c -> c.seen() == s).count()))
                .collect(Collectors.joining("/"));
        String editions = words.list(policy.editionsOf(policy.headline()).stream()
                .filter(e -> of(e, asOf))
                .map(e -> e.name() + (e.unconfirmed().isEmpty() ? "" : words.of("(未证实)", " (unconfirmed)"))));
        return List.of(
                policy.id(),
                words.levelAndKind(policy),
                String.valueOf(criteria.size()),
                String.valueOf(criteria.stream().filter(c -> !c.judged()).count()),
                seen,
                policy.name().in(words.lang())
                        + (policy.editions().isEmpty()
                                ? ""
                                : " — " + (editions.isEmpty() ? words.of("当日没有版本", "no edition") : editions)));
    }

    /** An edition chosen by a year is that of the day's year; one chosen by a track is always to be had. */
    private static boolean of(Edition edition, LocalDate day) {
        return edition.inForce(day)
                && edition.key().values().stream()
                        .filter(r -> YEAR.matcher(r.from() + r.to()).matches())
                        .allMatch(r -> r.contains(day.getYear()));
    }
}
