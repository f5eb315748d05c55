package org.huiqi.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Level;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.verdict.Seen;

/** The policies as a table, or one of them with everything about it. */
public final class PolicyText {
    private static final Comparator<Policy> ORDER =
            Comparator.comparing(Policy::level).thenComparing(Policy::kind).thenComparing(Policy::id);

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
        book.policies().stream().sorted(ORDER).forEach(p -> rows.add(row(p, asOf)));
        return Columns.words(rows, "") + "\n" + sums();
    }

    /** How many of what, for a first impression. */
    private String sums() {
        List<Criterion> criteria = book.rules().criteria();
        String levels = words.list(Stream.of(Level.values())
                .map(l -> words.of(l.zh(), l.name().toLowerCase(Locale.ROOT) + " ")
                        + book.policies().stream().filter(p -> p.level() == l).count()));
        String sources = words.list(Stream.of(Seen.values()).map(s -> words.brief(s) + " " + seen(criteria, s)));
        return words.of(
                        "共%d项政策(%s),%d项条件,其中机器可判%d项。来源: %s。\n",
                        "%d policies (%s), %d criteria, %d of them decidable by a machine. Sources: %s.\n")
                .formatted(book.policies().size(), levels, criteria.size(), decidable(criteria), sources);
    }

    private static long decidable(List<Criterion> criteria) {
        return criteria.stream().filter(c -> !c.judged()).count();
    }

    private static long seen(List<Criterion> criteria, Seen status) {
        return criteria.stream().filter(c -> c.seen() == status).count();
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
                .map(s -> String.valueOf(seen(criteria, s)))
                .collect(Collectors.joining("/"));
        return List.of(
                policy.id(),
                words.levelAndKind(policy),
                String.valueOf(criteria.size()),
                String.valueOf(decidable(criteria)),
                seen,
                policy.name().in(words.lang()) + " — " + editions(policy, asOf));
    }

    private String editions(Policy policy, LocalDate day) {
        List<Edition> editions = policy.editionsOf(policy.headline());
        if (editions.isEmpty()) {
            boolean informs =
                    !policy.stages().get(policy.headline()).information().isEmpty();
            return informs ? words.of("仅供了解", "information only") : words.of("不分版本", "one edition");
        }
        List<Edition> current = editions.stream().filter(e -> e.current(day)).toList();
        return current.isEmpty()
                ? words.of("当日没有版本", "no edition")
                : words.list(current.stream().map(e -> e.name() + remark(e)));
    }

    private String remark(Edition edition) {
        if (!edition.information().isEmpty()) {
            return words.of("(仅供了解)", " (information only)");
        }
        return edition.unconfirmed().isEmpty() ? "" : words.of("(未证实)", " (unconfirmed)");
    }
}
