package org.huiqi.screen.firm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;

/**
 * Which column of a sheet is which field.
 *
 * @param row number of the heading
 * @param width columns of the heading
 * @param code index of the unified social credit code, -1 if there is none
 * @param columns those that are read
 * @param ignored those that are not, with the reason
 */
public record Columns(String sheet, long row, int width, int code, List<Column> columns, List<Ignored> ignored) {
    private static final Set<String> CODE = Set.of(
            "creditcode", "统一社会信用代码", "社会信用代码", "统一信用代码", "信用代码", "统一社会信用代码证号", "纳税人识别号", "unifiedsocialcreditcode");

    /** A column nobody reads. */
    public record Ignored(String heading, Text reason) {}

    public Columns {
        columns = List.copyOf(columns);
        ignored = List.copyOf(ignored);
    }

    /** What stands above a cell; empty where nobody reads it. */
    String heading(int index) {
        String other = index >= 0 && index == code ? CreditCode.LABEL : "";
        return columns.stream()
                .filter(c -> c.index() == index)
                .map(Column::heading)
                .findFirst()
                .orElse(other);
    }

    static boolean hasCode(String[] cells) {
        return java.util.Arrays.stream(cells).map(Heading::of).anyMatch(Columns::isCode);
    }

    /** How many headings of a row are known. */
    static int known(FactType type, String[] cells) {
        Map<String, Field> names = names(type);
        int known = 0;
        for (String cell : cells) {
            Heading heading = Heading.of(cell);
            known += isCode(heading) || find(names, heading).isPresent() ? 1 : 0;
        }
        return known;
    }

    /**
     * Reads a heading.
     *
     * @throws InvalidInputException with everything that makes it ambiguous
     */
    static Columns of(FactType type, String sheet, long row, String[] cells) {
        Reader reader = new Reader(type, sheet);
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                reader.heading(i, cells[i].strip());
            }
        }
        return reader.columns(row, cells.length);
    }

    private static boolean isCode(Heading heading) {
        return CODE.contains(heading.name().toLowerCase(Locale.ROOT)) || CODE.contains(heading.whole());
    }

    private static Map<String, Field> names(FactType type) {
        Map<String, Field> names = new HashMap<>();
        type.fields().forEach(f -> names.putIfAbsent(Heading.of(f.name()).whole(), f));
        type.fields().forEach(f -> names.putIfAbsent(Heading.of(f.label()).whole(), f));
        type.fields()
                .forEach(f ->
                        f.aliases().forEach(a -> names.putIfAbsent(Heading.of(a).whole(), f)));
        return names;
    }

    private static Optional<Field> find(Map<String, Field> names, Heading heading) {
        return Optional.ofNullable(names.get(heading.whole())).or(() -> Optional.ofNullable(names.get(heading.name())));
    }

    private static final class Reader {
        private final FactType type;
        private final String sheet;
        private final Map<String, Field> names;
        private final Map<String, Column> taken = new LinkedHashMap<>();
        private final List<Ignored> ignored = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private int code = -1;

        Reader(FactType type, String sheet) {
            this.type = type;
            this.sheet = sheet;
            this.names = names(type);
        }

        void heading(int index, String written) {
            Heading heading = Heading.of(written);
            if (isCode(heading)) {
                code(index, written);
            } else {
                find(names, heading)
                        .ifPresentOrElse(f -> field(index, written, heading, f), () -> unknown(written, heading));
            }
        }

        private void code(int index, String written) {
            if (code >= 0) {
                twice(written, CreditCode.LABEL);
            }
            code = index;
        }

        private void field(int index, String written, Heading heading, Field field) {
            if (field.derived()) {
                ignored.add(new Ignored(written, new Text("由程序推算,不采用", "is worked out, not read")));
                return;
            }
            Column column = new Column(index, written, field, unit(written, heading, field));
            Column other = taken.putIfAbsent(field.name(), column);
            if (other != null) {
                twice(written, other.heading());
            }
        }

        private String unit(String written, Heading heading, Field field) {
            boolean named =
                    names.get(heading.whole()) != field && !heading.unit().isEmpty();
            if (!named || !field.type().numeric() || heading.unit().equals(field.unit())) {
                return "";
            }
            if (!readable(heading.unit(), field)) {
                wrong(
                        written,
                        new Text("列“" + written + "”的单位读不懂", "cannot read the unit of column '" + written + "'"),
                        new Text(
                                "“" + field.label() + "”的单位是" + field.unit() + "。",
                                "'" + field.name() + "' is in " + field.unit() + "."));
            }
            return heading.unit();
        }

        private static boolean readable(String unit, Field field) {
            return org.huiqi.profile.ValueReader.converts(field, unit);
        }

        private void twice(String written, String other) {
            wrong(
                    written,
                    new Text(
                            "“" + written + "”与“" + other + "”是同一列",
                            "'" + written + "' and '" + other + "' are the same column"),
                    new Text("请只留一列。", "Keep one."));
        }

        private void unknown(String written, Heading heading) {
            Set<String> known = new LinkedHashSet<>(names.keySet());
            // of two characters one that differs is half of the word: 序号 is no misspelt 税号
            Optional<String> near = heading.name().length() > 2 ? Nearest.to(heading.name(), known) : Optional.empty();
            ignored.add(new Ignored(
                    written,
                    new Text(
                            "没有这个字段" + near.map(n -> ",是不是“" + n + "”?").orElse(""),
                            "no such field"
                                    + near.map(n -> ", maybe '" + n + "'?").orElse(""))));
        }

        private void wrong(String heading, Text message, Text remedy) {
            problems.add(new Problem(sheet + " " + heading, message, remedy));
        }

        Columns columns(long row, int width) {
            if (code < 0) {
                problems.add(new Problem(
                        sheet,
                        new Text("没有“" + CreditCode.LABEL + "”这一列", "there is no column " + CreditCode.LABEL),
                        new Text("请加上这一列(huiqi template 生成模板)。", "Add it (huiqi template writes a template).")));
            }
            if (!problems.isEmpty()) {
                throw new InvalidInputException(List.copyOf(new HashSet<>(problems)));
            }
            return new Columns(sheet, row, width, code, List.copyOf(taken.values()), ignored);
        }
    }
}
