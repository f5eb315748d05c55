package org.huiqi.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiqi.assess.RealRules;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.huiqi.screen.firm.CreditCode;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.output.Outputs;
import org.huiqi.screen.parquet.ParquetTable;
import org.huiqi.screen.parquet.ParquetTable.Column;
import org.huiqi.screen.parquet.ParquetTable.Kind;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long lists in which firm 70,001 is broken: it alone is rejected, with its place, and every other is screened. */
final class BrokenRowTest {
    private static final int ROWS = 70_010;
    private static final int BROKEN = 70_001;
    private static final List<String> HEADINGS = List.of("统一社会信用代码", "企业名称", "上年营业收入");

    @TempDir
    private Path folder = Path.of("");

    private static String code(int number) {
        String body = "91370303MA%07d".formatted(number);
        return body + CreditCode.checkDigit(body + "0");
    }

    private static List<String> firm(int number) {
        return List.of(code(number), "淄博" + number + "号", number == BROKEN ? "许多" : Integer.toString(number % 900));
    }

    private String rejected(Path list) throws IOException {
        try (Intake intake = Intake.open(RealRules.book(), list, Map.of())) {
            Judge judge = Screening.judge(
                    RealRules.book(), LocalDate.of(2026, 1, 20), intake, Set.of("high-tech-enterprise"));
            try (Output output = Outputs.open(folder.resolve("r.csv"), judge, Lang.ZH)) {
                Summary summary = new Screening("list", judge, intake, new Options(2, 0, false, Lang.ZH))
                        .run(output, Progress.SILENT);
                assertThat(summary.tally().read()).isEqualTo(ROWS);
                assertThat(summary.tally().rejected()).isEqualTo(1);
                assertThat(summary.tally().screened()).isEqualTo(ROWS - 1);
            }
        }
        try (Stream<String> firms = Files.lines(folder.resolve("r.csv"))) {
            assertThat(firms.skip(1).map(l -> l.split(",", 4)[2]).distinct().count())
                    .isEqualTo(ROWS - 1);
        }
        return Files.readString(folder.resolve("r.rejected.csv"));
    }

    @Test
    void ofSeparatedText() throws IOException {
        Path list = folder.resolve("list.csv");
        try (BufferedWriter out = Files.newBufferedWriter(list)) {
            out.write(String.join(",", HEADINGS) + "\n");
            for (int i = 1; i <= ROWS; i++) {
                out.write(String.join(",", firm(i)).replace("淄博" + BROKEN, "\"淄博" + BROKEN) + "\n");
            }
        }
        assertThat(rejected(list)).contains("list.csv,70002,企业名称,").contains("引号没有配对(文件第70002行)");
    }

    @Test
    void whereItIsTheHeadingTheFileIsRefused() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(
                list, String.join(",", HEADINGS).replace("企业", "\"企业") + "\n" + String.join(",", firm(1)) + "\n");
        assertThatThrownBy(() -> rejected(list))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("list.csv:1: a quotation mark without its pair");
    }

    /** Whose it is nobody knows, so some firm would seem to have one product less. */
    @Test
    void whereItIsOneOfAListBesideTheFirmsTheListIsRefusedWithAllThatAreBroken() throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.csv"), String.join(",", HEADINGS) + "\n" + String.join(",", firm(1)) + "\n");
        Path products = Files.writeString(
                folder.resolve("products.csv"),
                "统一社会信用代码,产品名称\n" + code(1) + ",\"甲\n" + code(1) + ",乙\n" + code(1) + ",\"丙\" 丁\n");
        assertThatThrownBy(() -> Intake.open(RealRules.book(), list, Map.of("products", products)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("products.csv:2")
                .hasMessageContaining("products.csv:4");
    }

    @Test
    void ofAListBesideTheFirmsTwentyAreToldAndHowManyMoreThereAre() throws IOException {
        assertThatThrownBy(() -> beside(57))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .hasSize(21)
                                .last()
                                .asString()
                                .contains("37 more rows"));
    }

    @Test
    void aListBesideTheFirmsIsNotReadOnForeverThoughAllOfItIsBroken() throws IOException {
        assertThatThrownBy(() -> beside(500_001))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .hasSize(21)
                                .last()
                                .asString()
                                .contains("more than 500000 related rows"));
    }

    private void beside(int broken) throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.csv"), String.join(",", HEADINGS) + "\n" + String.join(",", firm(1)) + "\n");
        Path products =
                Files.writeString(folder.resolve("products.csv"), "统一社会信用代码,产品名称\n" + "\"a\"b,y\n".repeat(broken));
        Intake.open(RealRules.book(), list, Map.of("products", products)).close();
    }

    @Test
    void ofAWorkbook() throws IOException {
        Path list = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(list);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("企业");
            row(sheet, 0, HEADINGS);
            for (int i = 1; i <= ROWS; i++) {
                row(sheet, i, firm(i));
                if (i % 1_000 == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
        assertThat(rejected(list)).contains("企业,70002,上年营业收入,许多,").contains("不是数字");
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int c = 0; c < cells.size(); c++) {
            sheet.inlineString(row, c, cells.get(c));
        }
    }

    @Test
    void ofLinesOfJson() throws IOException {
        Path list = folder.resolve("list.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(list)) {
            for (int i = 1; i <= ROWS; i++) {
                out.write("{\"creditCode\":\"" + code(i) + "\",\"operatingRevenue\":" + i % 900
                        + (i == BROKEN ? "\n" : "}\n"));
            }
        }
        assertThat(rejected(list)).contains("list.ndjson,70001,").contains("不是 JSON 对象");
    }

    @Test
    void ofParquet() throws IOException {
        Path list = folder.resolve("list.parquet");
        List<Column> columns =
                HEADINGS.stream().map(h -> new Column(h, Kind.TEXT)).toList();
        try (OutputStream out = Files.newOutputStream(list);
                ParquetTable table = new ParquetTable(out, columns, Map.of())) {
            for (int i = 1; i <= ROWS; i++) {
                for (int c = 0; c < columns.size(); c++) {
                    table.text(c, firm(i).get(c));
                }
                table.next();
            }
        }
        assertThat(rejected(list)).contains("list.parquet,70002,上年营业收入,许多,").contains("不是数字");
    }
}
