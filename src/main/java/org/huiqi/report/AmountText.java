package org.huiqi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Figure;

/** An amount as a table of its main figures, its sums, and on demand every step. */
final class AmountText {
    private final Words words;
    private final boolean steps;

    AmountText(Words words, boolean steps) {
        this.words = words;
        this.steps = steps;
    }

    void write(StringBuilder out, Amount amount) {
        out.append("   ").append(words.of("金额", "Amount"));
        out.append(amount.assumed() ? words.of("(假设可以享受的测算)", " (assuming entitlement)") : "")
                .append('\n');
        if (amount.sheets().isEmpty()) {
            out.append(words.of("     没有可计算的对象\n", "     nothing to compute\n"));
            return;
        }
        out.append(Columns.table(rows(amount), "     "));
        if (steps) {
            amount.sheets().forEach(s -> sheet(out, s));
        }
        amount.sheets().stream()
                .flatMap(s -> s.figures().stream())
                .flatMap(f -> f.fault().stream())
                .distinct()
                .forEach(f -> out.append(words.of("     ! 无法计算: ", "     ! cannot compute: "))
                        .append(f)
                        .append('\n'));
    }

    /** One row per element, one column per summed figure, the sums last. */
    private List<List<String>> rows(Amount amount) {
        List<String> names = Stream.concat(
                        amount.totals().stream().map(Amount.Total::figure), Stream.of(amount.benefit()))
                .distinct()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        names.forEach(n -> head.add(find(amount.sheets().get(0), n)
                .map(f -> f.label() + "(" + f.unit() + ")")
                .orElse(n)));
        rows.add(head);
        amount.sheets()
                .forEach(s -> rows.add(row(
                        s.subject(),
                        names.stream()
                                .map(n -> find(s, n).map(this::value).orElse(""))
                                .toList())));
        rows.add(row(
                words.of("合计", "total"),
                names.stream().map(n -> total(amount, n)).toList()));
        return rows;
    }

    private static List<String> row(String head, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(head));
        row.addAll(cells);
        return row;
    }

    private static Optional<Figure> find(Amount.SheetFigures sheet, String name) {
        return sheet.figures().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    private String value(Figure f) {
        return f.value()
                .map(v -> AssessmentText.number(v, f.unit()))
                .orElse(
                        f.missing().isEmpty()
                                ? "—"
                                : words.of("缺 ", "needs ")
                                        + String.join(
                                                ", ",
                                                f.missing()
                                                        .subList(
                                                                0,
                                                                Math.min(
                                                                        2,
                                                                        f.missing()
                                                                                .size())))
                                        + (f.missing().size() > 2 ? " …" : ""));
    }

    private String total(Amount amount, String name) {
        return amount.totals().stream()
                .filter(t -> t.figure().equals(name))
                .findFirst()
                .map(t -> t.value().map(v -> AssessmentText.number(v, t.unit())).orElse(words.of("待补", "open")))
                .orElse("");
    }

    private void sheet(StringBuilder out, Amount.SheetFigures sheet) {
        out.append("     — ").append(sheet.subject()).append('\n');
        for (Figure f : sheet.figures()) {
            out.append("       ")
                    .append(f.label())
                    .append(" = ")
                    .append(value(f))
                    .append(f.value().isPresent() ? f.unit() : "");
            f.step()
                    .ifPresent(s -> out.append("  ← ")
                            .append(s.working())
                            .append("  〔")
                            .append(s.id())
                            .append(' ')
                            .append(s.document())
                            .append(' ')
                            .append(s.clause())
                            .append(" · ")
                            .append(words.of(s.seen()))
                            .append("〕"));
            out.append('\n');
        }
    }
}
