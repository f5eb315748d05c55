package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.AmountPlan;
import org.huiqi.policy.Policy;
import org.huiqi.report.AmountText;
import org.huiqi.report.Json;
import org.huiqi.report.Words;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Figure;

/** The money of one policy as a table, a chart where months follow each other, and every step. */
final class Money {
    private static final int MONTHS = 2;
    private final Words words;
    private final Amount amount;
    private final AmountPlan plan;
    private final String label;

    private Money(Words words, Amount amount, AmountPlan plan, String label) {
        this.words = words;
        this.amount = amount;
        this.plan = plan;
        this.label = label;
    }

    record Row(String name, List<String> cells) {}

    /** One figure with its working. */
    record Taken(String label, String value, String working, String claim, String id, String cite) {}

    record Working(String subject, List<Taken> steps) {}

    /** {@code chart}: data for a picture of the same figures; empty where a table says all. */
    record Table(
            String title,
            String unit,
            String shared,
            boolean assumed,
            List<String> columns,
            List<Row> rows,
            Optional<Row> sums,
            List<String> missing,
            List<String> faults,
            List<Working> workings,
            String chart) {}

    /** What it is worth, or what is needed to say so. {@code nothing}: it is known to be worth nothing. */
    record Benefit(String label, String value, boolean nothing, List<String> missing) {}

    static Table table(RuleBook book, Words words, Policy policy, Amount amount) {
        return of(book, words, policy, amount).table();
    }

    static Optional<Benefit> benefit(RuleBook book, Words words, Policy policy, Amount amount) {
        Money money = of(book, words, policy, amount);
        return amount.sheets().isEmpty()
                ? Optional.empty()
                : amount.totals().stream()
                        .filter(t -> t.figure().equals(money.plan.benefit()))
                        .findFirst()
                        .map(money::benefit);
    }

    private static Money of(RuleBook book, Words words, Policy policy, Amount amount) {
        AmountPlan plan = policy.amount().orElseThrow();
        String label = book.rules().findSheet(plan.sheet()).orElseThrow().type().label();
        return new Money(words, amount, plan, label);
    }

    private Benefit benefit(Amount.Total total) {
        String value = total.value()
                .map(v -> AmountText.number(v, total.unit()) + " " + total.unit())
                .orElse("");
        boolean nothing = total.value().filter(v -> v.signum() == 0).isPresent();
        return new Benefit(total.label(), value, nothing, words.missing(total.missing()));
    }

    private Table table() {
        String shared = shared();
        String unit = unit();
        List<Row> rows = amount.sheets().stream()
                .map(s -> new Row(key(s, shared), cells(s)))
                .toList();
        Optional<Row> sums = rows.size() < 2
                ? Optional.empty()
                : Optional.of(new Row(
                        words.of("合计", "Total"),
                        plan.columns().stream().map(this::sum).toList()));
        return new Table(
                label,
                unit,
                shared.isEmpty() ? "" : shared.substring(1),
                amount.assumed(),
                plan.columns().stream().map(c -> heading(c, unit)).toList(),
                rows,
                sums,
                words.missing(amount.totals().stream()
                        .flatMap(t -> t.missing().stream())
                        .distinct()
                        .toList()),
                amount.sheets().stream()
                        .flatMap(s -> s.figures().stream())
                        .flatMap(f -> f.fault().stream())
                        .distinct()
                        .toList(),
                amount.sheets().stream().map(this::working).toList(),
                chart(shared));
    }

    /** What the keys of all elements end with, from the slash on: the same column of the return in every month. */
    private String shared() {
        if (amount.sheets().isEmpty()) {
            return "";
        }
        String first = amount.sheets().get(0).subject();
        String end = first.indexOf('/') < 0 ? "" : first.substring(first.indexOf('/'));
        return amount.sheets().stream().allMatch(s -> s.subject().endsWith(end)) ? end : "";
    }

    private static String key(Amount.SheetFigures sheet, String shared) {
        return sheet.subject().substring(0, sheet.subject().length() - shared.length());
    }

    private String unit() {
        Set<String> units = plan.columns().stream()
                .flatMap(c -> first(c).stream())
                .map(Figure::unit)
                .collect(Collectors.toSet());
        return units.size() == 1 ? units.iterator().next() : "";
    }

    private Optional<Figure> first(String column) {
        return amount.sheets().stream()
                .limit(1)
                .flatMap(s -> find(s, column).stream())
                .findFirst();
    }

    private static Optional<Figure> find(Amount.SheetFigures sheet, String name) {
        return sheet.figures().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    private String heading(String column, String unit) {
        return first(column)
                .map(f -> f.label() + (unit.isEmpty() ? " (" + f.unit() + ")" : ""))
                .orElse(column);
    }

    private List<String> cells(Amount.SheetFigures sheet) {
        return plan.columns().stream()
                .map(c -> find(sheet, c).map(this::value).orElse(""))
                .toList();
    }

    private String value(Figure f) {
        String open = f.missing().isEmpty() ? "—" : words.of("待填", "open");
        return f.value().map(v -> AmountText.number(v, f.unit())).orElse(open);
    }

    private String sum(String column) {
        return amount.totals().stream()
                .filter(t -> t.figure().equals(column))
                .map(t -> t.value().map(v -> AmountText.number(v, t.unit())).orElse(words.of("待填", "open")))
                .findFirst()
                .orElse("");
    }

    private Working working(Amount.SheetFigures sheet) {
        return new Working(
                sheet.subject(), sheet.figures().stream().flatMap(this::taken).toList());
    }

    private Stream<Taken> taken(Figure f) {
        String needs = words.of("缺 ", "needs ") + words.list(words.missing(f.missing()).stream());
        String value = f.value().isEmpty() && !f.missing().isEmpty() ? needs : value(f) + " " + f.unit();
        return Stream.of(f.step()
                .map(s -> new Taken(
                        f.label(),
                        value,
                        s.working(),
                        s.claim(),
                        s.id(),
                        words.cite(s.document(), s.clause(), s.seen())))
                .orElse(new Taken(f.label(), value, "", "", "", "")));
    }

    /** Only where every figure is known: a bar that is missing would read as zero. */
    private String chart(String shared) {
        boolean months = amount.sheets().size() >= MONTHS
                && amount.sheets().stream().allMatch(s -> key(s, shared).matches("\\d{4}-\\d{2}"));
        List<String> drawn = Stream.concat(plan.totals().stream(), Stream.of(plan.benefit()))
                .distinct()
                .filter(c -> first(c).map(f -> f.unit().equals("元")).orElse(false))
                .toList();
        boolean known = amount.sheets().stream()
                .allMatch(s -> drawn.stream()
                        .allMatch(c -> find(s, c).flatMap(Figure::value).isPresent()));
        return months && known && !drawn.isEmpty() ? drawing(drawn, shared) : "";
    }

    private String drawing(List<String> drawn, String shared) {
        ObjectNode out = Json.object().put("unit", words.of("元", "yuan"));
        ArrayNode months = out.putArray("months");
        amount.sheets().forEach(s -> months.add(key(s, shared)));
        ArrayNode series = out.putArray("series");
        for (String column : drawn) {
            ObjectNode one =
                    series.addObject().put("name", first(column).orElseThrow().label());
            one.put("benefit", column.equals(plan.benefit()));
            ArrayNode values = one.putArray("values");
            List<BigDecimal> figures = new ArrayList<>();
            amount.sheets()
                    .forEach(s ->
                            figures.add(find(s, column).flatMap(Figure::value).orElseThrow()));
            figures.forEach(v -> values.add(v.setScale(2, RoundingMode.HALF_UP)));
        }
        return Json.indented(out);
    }
}
