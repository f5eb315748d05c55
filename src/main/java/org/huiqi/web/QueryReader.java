package org.huiqi.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** Reads query parameters strictly: a parameter that is misspelt is a problem, never ignored. All problems at once. */
public final class QueryReader {
    private final Map<String, List<String>> query;
    private final List<Problem> problems = new ArrayList<>();

    public QueryReader(Context ctx, Set<String> known) {
        this.query = ctx.queryParamMap();
        query.keySet().stream().filter(k -> !known.contains(k)).sorted().forEach(k -> unknown(k, known));
    }

    public LocalDate date(String name, LocalDate otherwise) {
        return one(name).map(v -> date(name, v, otherwise)).orElse(otherwise);
    }

    Lang lang() {
        return one("lang").map(this::lang).orElse(Lang.ZH);
    }

    boolean flag(String name) {
        Optional<String> value = one(name);
        value.filter(v -> !v.equals("true") && !v.equals("false"))
                .ifPresent(v -> wrong(name, v, "只能是 true 或 false。", "Write true or false."));
        return value.map("true"::equals).orElse(false);
    }

    /** A whole number from 0. */
    int count(String name, int otherwise) {
        Optional<String> value = one(name);
        if (value.isPresent() && !value.get().matches("\\d{1,9}")) {
            wrong(name, value.get(), "请写成整数,例如 5000;0 表示不复核。", "Write a whole number, e.g. 5000; 0 for none.");
            return otherwise;
        }
        return value.map(Integer::parseInt).orElse(otherwise);
    }

    /** A repeatable parameter whose values are to be known names. */
    public Set<String> names(String name, List<String> known) {
        Set<String> names = new LinkedHashSet<>(query.getOrDefault(name, List.of()));
        names.stream()
                .filter(n -> !known.contains(n))
                .forEach(n -> wrong(name, n, "见 GET /api/v1/policies。", Nearest.maybe(clip(n), known)));
        return names;
    }

    /** @throws ProblemException if anything was wrong */
    public void finish() {
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemKind.INVALID_QUERY, problems);
        }
    }

    /** The value of a parameter, if it is given. */
    public Optional<String> one(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            wrong(name, String.join(", ", values), "请只给一个值。", "Give one value.");
        }
        return values.stream().findFirst();
    }

    private LocalDate date(String name, String value, LocalDate otherwise) {
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below
        }
        wrong(name, value, "请写成 2025-10-08。", "Write it as 2025-10-08.");
        return otherwise;
    }

    private Lang lang(String value) {
        if (!value.equals("zh") && !value.equals("en")) {
            wrong("lang", value, "只能是 zh 或 en。", "Write zh or en.");
            return Lang.ZH;
        }
        return Lang.valueOf(value.toUpperCase(Locale.ROOT));
    }

    private void unknown(String name, Set<String> known) {
        String shown = clip(name);
        List<String> sorted = known.stream().sorted().toList();
        problems.add(new Problem(
                "query." + shown,
                new Text("没有参数“" + shown + "”", "unknown parameter '" + shown + "'"),
                new Text(
                        Nearest.to(shown, known)
                                .map(n -> "是不是“" + n + "”?")
                                .orElse(sorted.isEmpty() ? "这里没有参数。" : "可用参数:" + String.join("、", sorted) + "。"),
                        Nearest.to(shown, known)
                                .map(n -> "Maybe '" + n + "'?")
                                .orElse(sorted.isEmpty() ? "There are none." : "Parameters: " + sorted + "."))));
    }

    private void wrong(String name, String value, String wayZh, String wayEn) {
        String shown = clip(value);
        problems.add(new Problem(
                "query." + name,
                new Text("“" + shown + "”不能用", "'" + shown + "' is not accepted"),
                new Text(wayZh, wayEn)));
    }

    private static String clip(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
