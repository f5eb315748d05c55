package org.huiqi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.Wording;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Figure;

/** An amount as a table of its main figures with sums, and on demand every step. */
public final class AmountText {
    private static final int HEADING = 12;
    private static final String YUAN = "元";
    private final Report report;
    private final Words words;
    private final Amount amount;
    private final List<String> columns;

    /** {@code columns}: names of the figures to show. */
    AmountText(Report report, Amount amount, List<String> columns) {
        this.report = report;
        this.words = report.words();
        this.amount = amount;
        this.columns = columns;
    }

    /** {@code title}: what the computation is called. */
    void write(Page page, String title) {
        String what = title + (amount.assumed() ? words.of("(假设可以享受的测算)", " (assuming entitlement)") : "");
        if (amount.sheets().isEmpty()) {
            page.item("¥", what + words.of(": 没有可计算的对象", ": nothing to compute"));
        } else {
            table(page, what);
            remarks(page.in());
            steps(page.in());
        }
    }

    private void table(Page page, String what) {
        String shared = shared();
        String unit = unit();
        String which = shared.isEmpty() ? "" : " · " + shared.substring(1);
        String unitSaid = unit.isEmpty() ? "" : words.of(" (单位: " + unit + ")", " (unit: " + unit + ")");
        page.item("¥", what + which + unitSaid);
        page.set(Columns.figures(heading(unit), rows(shared), HEADING, "    "));
    }

    private Optional<Figure> first(String column) {
        return find(amount.sheets().get(0), column);
    }

    /** The unit of all figures shown, if it is one. */
    private String unit() {
        Stream<Figure> shown = columns.stream().flatMap(c -> first(c).stream());
        Set<String> units = shown.map(Figure::unit).collect(Collectors.toSet());
        return units.size() == 1 ? units.iterator().next() : "";
    }

    /** What the keys of all elements end with, from the slash on: the same column of the return in every month. */
    private String shared() {
        String first = amount.sheets().get(0).subject();
        String end = first.indexOf('/') < 0 ? "" : first.substring(first.indexOf('/'));
        return amount.sheets().stream().allMatch(s -> s.subject().endsWith(end)) ? end : "";
    }

    private List<String> heading(String unit) {
        Stream<String> labels =
                columns.stream().map(c -> first(c).map(f -> heading(f, unit)).orElse(c));
        return Stream.concat(Stream.of(""), labels).toList();
    }

    private static String heading(Figure figure, String unit) {
        return figure.label() + (unit.isEmpty() ? "(" + figure.unit() + ")" : "");
    }

    /** One row per element, the sums last. */
    private List<List<String>> rows(String shared) {
        List<List<String>> rows = new ArrayList<>();
        amount.sheets().forEach(s -> rows.add(row(s, shared)));
        if (rows.size() > 1) {
            Stream<String> sums = columns.stream().map(this::sum);
            rows.add(Stream.concat(Stream.of(words.of("合计", "total")), sums).toList());
        }
        return rows;
    }

    private List<String> row(Amount.SheetFigures sheet, String shared) {
        String key = sheet.subject().substring(0, sheet.subject().length() - shared.length());
        Stream<String> values =
                columns.stream().map(c -> find(sheet, c).map(this::value).orElse(""));
        return Stream.concat(Stream.of(key), values).toList();
    }

    private static Optional<Figure> find(Amount.SheetFigures sheet, String name) {
        return sheet.figures().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    private String value(Figure f) {
        String open = f.missing().isEmpty() ? "—" : words.of("待填", "open");
        return f.value().map(v -> number(v, f.unit())).orElse(open);
    }

    private String sum(String column) {
        Stream<Amount.Total> totals =
                amount.totals().stream().filter(t -> t.figure().equals(column));
        return totals.map(t -> t.value().map(v -> number(v, t.unit())).orElse(words.of("待填", "open")))
                .findFirst()
                .orElse("");
    }

    private void remarks(Page page) {
        if (unit().equals(YUAN)) {
            page.line(words.of("按精确值计算,只在显示时四舍五入到分", "computed exactly, rounded to 0.01 for display only"));
        }
        Stream<Figure> figures = amount.sheets().stream().flatMap(s -> s.figures().stream());
        Stream<String> faults = figures.flatMap(f -> f.fault().stream()).distinct();
        faults.forEach(f -> page.item("!", words.of("无法计算: ", "cannot compute: ") + f));
        missing(page);
    }

    private void missing(Page page) {
        Stream<String> paths = amount.totals().stream().flatMap(t -> t.missing().stream());
        List<String> missing = words.missing(paths.distinct().toList());
        if (!missing.isEmpty()) {
            page.line(words.of("算出合计还缺: ", "the totals still need: ") + words.list(missing.stream()));
        }
    }

    private void steps(Page page) {
        if (report.detail().steps()) {
            amount.sheets().forEach(s -> sheet(page.blank().line(s.subject()), s));
        }
    }

    private void sheet(Page page, Amount.SheetFigures sheet) {
        sheet.figures().forEach(f -> step(page.in(), f, sheet.subject()));
    }

    private void step(Page page, Figure f, String subject) {
        page.line(f.label() + " " + value(f, subject)
                + f.step().map(AmountText::working).orElse(""));
        f.step()
                .ifPresent(s -> page.in()
                        .line(s.id() + " " + s.claim() + "  " + words.cite(s.document(), s.clause(), s.seen())));
    }

    private String value(Figure f, String subject) {
        return f.missing().isEmpty() || f.value().isPresent()
                ? value(f) + (f.value().isPresent() ? f.unit() : "")
                : words.of("缺 ", "needs ") + words.named(f.missing(), subject);
    }

    /** The figures filled in, unless they are nothing but a number. */
    private static String working(Figure.StepTaken step) {
        boolean bare = step.working().chars().noneMatch(Character::isLetter);
        return bare ? "" : " = " + step.working();
    }

    /** A number as reports write it: 元 to the second decimal, as on the return. */
    public static String number(BigDecimal value, String unit) {
        return unit.equals(YUAN)
                ? String.format(Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_UP))
                : Wording.number(value.setScale(Math.min(value.scale(), 6), RoundingMode.HALF_UP));
    }
}
