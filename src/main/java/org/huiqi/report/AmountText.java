package org.huiqi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.assess.Wording;
import org.huiqi.policy.AmountPlan;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Figure;

/** An amount as a table of its main figures with sums, and on demand every step. */
final class AmountText {
    private static final int HEADING = 12;
    private final Words words;
    private final boolean steps;

    AmountText(Words words, boolean steps) {
        this.words = words;
        this.steps = steps;
    }

    /** {@code title}: what the computation is called. */
    void write(Page page, String title, AmountPlan plan, Amount amount) {
        String assumed = amount.assumed() ? words.of("(假设可以享受的测算)", " (assuming entitlement)") : "";
        page.blank();
        if (amount.sheets().isEmpty()) {
            page.item(2, "¥", title + assumed + words.of(": 没有可计算的对象", ": nothing to compute"));
            return;
        }
        String unit = unit(plan, amount);
        String shared = shared(amount);
        page.item(
                2,
                "¥",
                title
                        + assumed
                        + (shared.isEmpty() ? "" : " · " + shared.substring(1))
                        + (unit.isEmpty() ? "" : words.of(" (单位: " + unit + ")", " (unit: " + unit + ")")));
        page.set(Columns.figures(heading(plan, amount, unit), rows(plan, amount, shared), HEADING, "    "));
        if (unit.equals("元")) {
            page.line(4, words.of("按精确值计算,只在显示时四舍五入到分", "computed exactly, rounded to 0.01 for display only"));
        }
        faults(page, amount);
        missing(page, amount);
        if (steps) {
            amount.sheets().forEach(s -> sheet(page, s));
        }
    }

    /** The unit of all figures shown, if it is one. */
    private static String unit(AmountPlan plan, Amount amount) {
        Set<String> units = plan.columns().stream()
                .flatMap(c -> find(amount.sheets().get(0), c).stream())
                .map(Figure::unit)
                .collect(Collectors.toSet());
        return units.size() == 1 ? units.iterator().next() : "";
    }

    /** What the keys of all elements end with, from the slash on: the same column of the return in every month. */
    private static String shared(Amount amount) {
        String first = amount.sheets().get(0).subject();
        String end = first.indexOf('/') < 0 ? "" : first.substring(first.indexOf('/'));
        return amount.sheets().stream().allMatch(s -> s.subject().endsWith(end)) ? end : "";
    }

    private static List<String> heading(AmountPlan plan, Amount amount, String unit) {
        List<String> heading = new ArrayList<>(List.of(""));
        plan.columns()
                .forEach(c -> heading.add(find(amount.sheets().get(0), c)
                        .map(f -> f.label() + (unit.isEmpty() ? "(" + f.unit() + ")" : ""))
                        .orElse(c)));
        return heading;
    }

    /** One row per element, the sums last. */
    private List<List<String>> rows(AmountPlan plan, Amount amount, String shared) {
        List<List<String>> rows = new ArrayList<>();
        for (Amount.SheetFigures sheet : amount.sheets()) {
            List<String> row = new ArrayList<>();
            row.add(sheet.subject().substring(0, sheet.subject().length() - shared.length()));
            plan.columns().forEach(c -> row.add(find(sheet, c).map(this::value).orElse("")));
            rows.add(row);
        }
        if (amount.sheets().size() > 1) {
            List<String> sums = new ArrayList<>(List.of(words.of("合计", "total")));
            plan.columns().forEach(c -> sums.add(sum(amount, c)));
            rows.add(sums);
        }
        return rows;
    }

    private static Optional<Figure> find(Amount.SheetFigures sheet, String name) {
        return sheet.figures().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    private String value(Figure f) {
        return f.value().map(v -> number(v, f.unit())).orElse(f.missing().isEmpty() ? "—" : words.of("待填", "open"));
    }

    private String sum(Amount amount, String name) {
        return amount.totals().stream()
                .filter(t -> t.figure().equals(name))
                .findFirst()
                .map(t -> t.value().map(v -> number(v, t.unit())).orElse(words.of("待填", "open")))
                .orElse("");
    }

    private void faults(Page page, Amount amount) {
        amount.sheets().stream()
                .flatMap(s -> s.figures().stream())
                .flatMap(f -> f.fault().stream())
                .distinct()
                .forEach(f -> page.item(4, "!", words.of("无法计算: ", "cannot compute: ") + f));
    }

    private void missing(Page page, Amount amount) {
        List<String> missing = amount.totals().stream()
                .flatMap(t -> t.missing().stream())
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            page.line(4, words.of("算出合计还缺: ", "the totals still need: ") + words.list(words.missing(missing).stream()));
        }
    }

    private void sheet(Page page, Amount.SheetFigures sheet) {
        page.blank().line(4, sheet.subject());
        sheet.figures().forEach(f -> step(page, f, sheet.subject()));
    }

    private void step(Page page, Figure f, String subject) {
        String value = f.value().isPresent()
                ? value(f) + f.unit()
                : f.missing().isEmpty() ? "—" : words.of("缺 ", "needs ") + words.named(f.missing(), subject);
        page.line(6, f.label() + " " + value + f.step().map(AmountText::working).orElse(""));
        f.step()
                .ifPresent(s ->
                        page.line(8, s.id() + " " + s.claim() + "  " + words.cite(s.document(), s.clause(), s.seen())));
    }

    /** The figures filled in, unless they are nothing but a number. */
    private static String working(Figure.StepTaken step) {
        boolean bare = step.working().chars().noneMatch(Character::isLetter);
        return bare ? "" : " = " + step.working();
    }

    /** A number as reports write it: 元 to the second decimal, as on the return. */
    static String number(BigDecimal value, String unit) {
        BigDecimal shown = unit.equals("元")
                ? value.setScale(2, RoundingMode.HALF_UP)
                : value.setScale(Math.min(value.scale(), 6), RoundingMode.HALF_UP);
        return unit.equals("元") ? String.format(java.util.Locale.ROOT, "%,.2f", shown) : Wording.number(shown);
    }
}
