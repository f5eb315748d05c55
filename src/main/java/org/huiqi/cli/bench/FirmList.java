package org.huiqi.cli.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.huiqi.assess.Questions;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.screen.firm.CreditCode;
import org.huiqi.screen.parquet.ParquetTable;
import org.huiqi.screen.parquet.ParquetTable.Kind;

/** A made-up list of firms with the columns that most policies ask for; the same seed, the same list. */
public final class FirmList {
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final double HOLES = 0.05;
    private static final String[] PLACES = {"淄博", "张店", "临淄", "周村", "桓台", "博山", "济南", "青岛", "烟台"};
    private static final String[] TRADES = {"精密机械", "新材料", "智能装备", "电子科技", "医药", "环保设备", "陶瓷", "轴承制造", "信息技术"};
    private final List<Field> columns;
    private final Random random;

    FirmList(RuleBook book, int columns, long seed) {
        this.columns = mostAsked(book, columns);
        this.random = new Random(seed);
    }

    /** The fields that most policies ask for; the name of the firm comes first. */
    private static List<Field> mostAsked(RuleBook book, int columns) {
        Map<String, Integer> asked = new HashMap<>();
        for (Policy policy : book.policies()) {
            Questions.of(book, policy.id()).stream()
                    .filter(q -> q.type().equals(Dictionary.ENTERPRISE))
                    .forEach(q -> asked.merge(q.field(), 1, Integer::sum));
        }
        asked.put("name", Integer.MAX_VALUE);
        return book.dictionary().enterprise().fields().stream()
                .filter(f -> !f.derived() && asked.containsKey(f.name()) && f.type() != FieldType.TEXTS)
                .sorted(Comparator.comparing((Field f) -> -asked.get(f.name())).thenComparing(Field::name))
                .limit(columns)
                .toList();
    }

    /** Writes a list of {@code rows} firms with so many columns: as Parquet if its name ends so, else as CSV. */
    public static void write(RuleBook book, Path file, int rows, int columns) throws IOException {
        new FirmList(book, columns, 20260112).write(file, rows);
    }

    List<Field> columns() {
        return columns;
    }

    /** Takes the cells of a firm, one for each heading; empty where nothing is answered. */
    private interface Paper {
        void row(List<String> cells) throws IOException;
    }

    void write(Path file, int rows) throws IOException {
        if (file.getFileName().toString().endsWith(".parquet")) {
            parquet(file, rows);
            return;
        }
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            Paper lines = cells -> {
                out.write(String.join(",", cells));
                out.write('\n');
            };
            lines.row(headings());
            rows(lines, rows);
        }
    }

    /** Counts and amounts as numbers, as a database exports them. */
    private void parquet(Path file, int rows) throws IOException {
        List<ParquetTable.Column> typed = new ArrayList<>();
        for (int c = 0; c <= columns.size(); c++) {
            typed.add(new ParquetTable.Column(headings().get(c), c == 0 ? Kind.TEXT : kind(columns.get(c - 1))));
        }
        try (OutputStream out = Files.newOutputStream(file);
                ParquetTable table = new ParquetTable(out, typed, Map.of())) {
            rows(
                    cells -> {
                        for (int c = 0; c < cells.size(); c++) {
                            cell(table, c, typed.get(c).kind(), cells.get(c));
                        }
                        table.next();
                    },
                    rows);
        }
    }

    private static Kind kind(Field field) {
        return switch (field.type()) {
            case INTEGER -> Kind.NUMBER;
            case DECIMAL -> Kind.YUAN;
            case BOOLEAN, DATE, TEXT, TEXTS -> Kind.TEXT;
        };
    }

    private static void cell(ParquetTable table, int column, Kind kind, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        switch (kind) {
            case TEXT -> table.text(column, cell);
            case NUMBER -> table.number(column, Long.parseLong(cell));
            case YUAN -> table.yuan(column, new BigDecimal(cell));
        }
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("统一社会信用代码"));
        columns.forEach(c -> headings.add(c.label()));
        return headings;
    }

    private void rows(Paper paper, int rows) throws IOException {
        for (int i = 0; i < rows; i++) {
            List<String> cells = new ArrayList<>(List.of(code(i)));
            for (Field column : columns) {
                cells.add(cell(column, i));
            }
            paper.row(cells);
        }
    }

    private String cell(Field column, int number) {
        if (column.name().equals("name")) {
            return PLACES[random.nextInt(PLACES.length)] + TRADES[random.nextInt(TRADES.length)] + number + "有限公司";
        }
        return random.nextDouble() >= HOLES ? value(column) : "";
    }

    /** A code whose check digit is right; numbers give different ones. */
    private static String code(int number) {
        StringBuilder code = new StringBuilder("91370303MA");
        int left = number;
        char[] digits = new char[7];
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = CHARACTERS.charAt(left % CHARACTERS.length());
            left /= CHARACTERS.length();
        }
        code.append(digits);
        return code.append(CreditCode.checkDigit(code + "0")).toString();
    }

    private String value(Field field) {
        return switch (field.type()) {
            case BOOLEAN -> random.nextInt(4) == 0 ? "否" : "是";
            case INTEGER -> Integer.toString(whole(field));
            case DECIMAL -> decimal(field);
            case DATE ->
                LocalDate.of(2008 + random.nextInt(17), 1 + random.nextInt(12), 1 + random.nextInt(28))
                        .toString();
            case TEXT, TEXTS ->
                field.choices().isEmpty()
                        ? "C3823"
                        : field.choices()
                                .get(random.nextInt(Math.min(6, field.choices().size())));
        };
    }

    private int whole(Field field) {
        if (field.name().endsWith("Year")) {
            return 2023 + random.nextInt(4);
        }
        int low = field.min() == null ? 0 : field.min().intValue();
        int high = field.max() == null ? low + 400 : Math.min(field.max().intValue(), low + 400);
        return low + random.nextInt(high - low + 1);
    }

    /** Small numbers more often than large ones, as among firms. */
    private String decimal(Field field) {
        double low = field.min() == null ? 0 : field.min().doubleValue();
        double high = field.max() == null ? 60_000 : field.max().doubleValue();
        double draw = random.nextDouble();
        return BigDecimal.valueOf(low + (high - low) * draw * draw)
                .setScale(2, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(high))
                .stripTrailingZeros()
                .toPlainString();
    }
}
