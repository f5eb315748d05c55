package org.huiqi.screen;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Lang;
import org.huiqi.screen.firm.CreditCode;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.log.BlockCodec;
import org.huiqi.screen.log.BlockLog;
import org.huiqi.screen.output.NextSteps;
import org.huiqi.screen.output.Outputs;
import org.huiqi.screen.output.SummaryText;
import org.huiqi.screen.output.Template;
import org.huiqi.screen.output.WorkbookOutput;
import org.huiqi.screen.parquet.ParquetCells;
import org.huiqi.screen.parquet.ParquetTable;
import org.huiqi.screen.result.Block;
import org.huiqi.screen.result.Duplicates;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Tally;
import org.huiqi.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists in, results out, on the real rules. What the sample list comes to is pinned; {@code -Dgolden=write} writes it anew. */
final class ScreeningTest {
    private static final Path SAMPLES = Path.of("test-cases/screening");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));
    private static final RuleBook BOOK = RealRules.book();
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 20);
    private static final Set<String> POLICIES =
            Set.of("advanced-manufacturing-vat", "first-set-equipment-shandong", "high-tech-enterprise");

    @TempDir
    private Path folder;

    @Test
    void theSampleListComesToWhatIsPinned() throws IOException {
        screen(
                SAMPLES.resolve("firms.csv"),
                Map.of("products", SAMPLES.resolve("products.csv")),
                folder.resolve("firms.csv"),
                2,
                1);
        for (String ending : List.of("csv", "rejected.csv", "near.csv", "criteria.csv", "summary.json")) {
            Path pinned = SAMPLES.resolve("firms.expected." + ending);
            String ours = Files.readString(folder.resolve("firms." + ending)).replace(BOOK.digest(), "DIGEST");
            if (WRITE) {
                Files.writeString(pinned, ours);
            }
            assertThat(ours).as(ending).isEqualTo(Files.readString(pinned));
        }
    }

    @Test
    void everyIdThatAMatrixGivesAsAReasonIsPutIntoWords() throws IOException {
        Path list = SAMPLES.resolve("firms.csv");
        screen(list, Map.of(), folder.resolve("r.csv"), 2, 0);
        screen(list, Map.of(), folder.resolve("r.ndjson"), 2, 0);
        Set<String> ids = Files.readAllLines(folder.resolve("r.ndjson")).stream()
                .flatMap(l -> Stream.of(l.split("\"decisive\":")).skip(1))
                .flatMap(l -> Stream.of(
                        l.substring(1, l.indexOf(']')).replace("\"", "").split(",")))
                .collect(java.util.stream.Collectors.toSet());
        assertThat(ids).isNotEmpty();
        List<String> csv = Files.readAllLines(folder.resolve("r.criteria.csv"));
        List<String> json = Files.readAllLines(folder.resolve("r.criteria.ndjson"));
        assertThat(json).hasSize(csv.size() - 1);
        assertThat(ids).allSatisfy(id -> {
            assertThat(csv).filteredOn(l -> l.startsWith(id + ",")).hasSize(1);
            assertThat(json)
                    .filteredOn(l -> l.contains("\"" + id + "\""))
                    .singleElement()
                    .asString()
                    .doesNotContain("\"\"");
        });
    }

    @Test
    void theLastWordsSayWhomToCallWhatToCollectAndWhereItIs() throws IOException {
        Path list = SAMPLES.resolve("firms.csv");
        for (String name : List.of("r.xlsx", "r.csv", "r.ndjson", "r.parquet")) {
            Summary summary = screen(list, Map.of(), folder.resolve(name), 1, 0);
            try (Intake intake = Intake.open(BOOK, list, Map.of())) {
                String last = new NextSteps(judge(intake), Lang.ZH, folder.resolve(name)).write(summary);
                assertThat(last)
                        .contains("补资料", "改正:退回 " + summary.tally().rejected() + " 行", "结果:" + folder.resolve(name));
                Stream.of(last.split("[^\\w.]"))
                        .filter(w -> w.startsWith("r."))
                        .forEach(file -> assertThat(folder.resolve(file)).exists());
            }
        }
    }

    @Test
    void everyRowIsScreenedOrRejected() {
        Summary summary = screen(SAMPLES.resolve("firms.csv"), Map.of(), folder.resolve("r.csv"), 1, 0);
        assertThat(summary.balanced()).isTrue();
        assertThat(summary.tally().read()).isEqualTo(10);
        assertThat(summary.tally().skipped()).isEqualTo(1);
    }

    @Test
    void threadsDoNotShowInTheResult() throws IOException {
        Path list = list(3_000, -1);
        screen(list, Map.of(), folder.resolve("one.csv"), 1, 0);
        screen(list, Map.of(), folder.resolve("three.csv"), 3, 0);
        for (String ending : List.of("csv", "rejected.csv", "near.csv")) {
            assertThat(folder.resolve("three." + ending)).hasSameBinaryContentAs(folder.resolve("one." + ending));
        }
    }

    @Test
    void theWorkbookDrawsWhatItCounts() throws IOException {
        Summary summary = screen(SAMPLES.resolve("firms.csv"), Map.of(), folder.resolve("r.xlsx"), 2, 0);
        try (ZipFile zip = new ZipFile(folder.resolve("r.xlsx").toFile())) {
            String verdicts = new String(
                    zip.getInputStream(zip.getEntry("xl/drawings/chart1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(verdicts).contains("高新技术企业认定", "'图表'!$B$");
            long open = summary.tally().outcome(0, Outcome.INCOMPLETE);
            assertThat(verdicts).contains("<c:v>" + open + "</c:v>");
            assertThat(zip.getEntry("xl/drawings/chart2.xml")).isNotNull();
        }
    }

    @Test
    void everyColumnOfATemplateIsRead() throws IOException {
        Path template = folder.resolve("template.xlsx");
        Template.write(template, BOOK, Set.of());
        try (Intake intake = Intake.open(BOOK, template, Map.of())) {
            assertThat(intake.unread()).isEmpty();
            assertThat(intake.registers()).hasSize(1);
        }
    }

    @Test
    void threadsDoNotShowInParquetEither() throws IOException {
        Path list = list(3_000, 77);
        screen(list, Map.of(), folder.resolve("one.parquet"), 1, 0);
        screen(list, Map.of(), folder.resolve("three.parquet"), 3, 0);
        for (String ending : List.of("parquet", "rejected.parquet", "near.parquet")) {
            assertThat(folder.resolve("three." + ending)).hasSameBinaryContentAs(folder.resolve("one." + ending));
        }
    }

    @Test
    void aListInParquetComesToWhatItsTextComesTo() throws IOException {
        Path list = list(2_500, 1_777);
        Path parquet = parquet(list);
        screen(list, Map.of(), folder.resolve("text.csv"), 2, 0);
        screen(parquet, Map.of(), folder.resolve("columns.csv"), 2, 0);
        for (String ending : List.of("csv", "rejected.csv", "near.csv")) {
            assertThat(Files.readString(folder.resolve("columns." + ending)))
                    .as(ending)
                    .isEqualTo(
                            Files.readString(folder.resolve("text." + ending)).replace("list.csv", "list.parquet"));
        }
    }

    @Test
    void relatedFactsComeInParquetToo() throws IOException {
        Path products = Files.write(
                folder.resolve("products.csv"),
                List.of("统一社会信用代码,产品名称", code(1) + ",继电保护装置", code(2) + ",无", code(9_999) + ",没有这家"));
        Summary text = screen(list(50, -1), Map.of("products", products), folder.resolve("a.csv"), 1, 0);
        Summary columns = screen(list(50, -1), Map.of("products", parquet(products)), folder.resolve("b.csv"), 1, 0);
        assertThat(folder.resolve("b.csv")).hasSameBinaryContentAs(folder.resolve("a.csv"));
        assertThat(columns.relatedRows()).isEqualTo(text.relatedRows()).isEqualTo(3);
        assertThat(columns.relatedRejections()).hasSize(1);
    }

    @Test
    void theMatrixInParquetSaysWhatTheLinesOfJsonSay() throws IOException {
        Path list = list(200, 77);
        screen(list, Map.of(), folder.resolve("r.parquet"), 2, 0);
        screen(list, Map.of(), folder.resolve("r.ndjson"), 2, 0);
        List<String> json = Files.readAllLines(folder.resolve("r.ndjson"));
        try (ParquetCells cells = ParquetCells.open(folder.resolve("r.parquet"))) {
            List<String> names = cells.names();
            assertThat(cells.rows()).isEqualTo(json.size());
            for (String line : json) {
                JsonNode firm = new ObjectMapper().readTree(line);
                List<String> row = cells.next(1).texts(0);
                assertThat(row.get(names.indexOf("row")))
                        .isEqualTo(firm.get("row").asText());
                for (String policy : POLICIES) {
                    assertThat(row.get(names.indexOf(policy)))
                            .isEqualTo(
                                    firm.at("/policies/" + policy + "/outcome").asText());
                }
            }
        }
    }

    /** The same cells, as texts. */
    private static Path parquet(Path list) throws IOException {
        Path file = list.resolveSibling(list.getFileName().toString().replace(".csv", ".parquet"));
        List<String[]> rows =
                Files.readAllLines(list).stream().map(l -> l.split(",", -1)).toList();
        List<ParquetTable.Column> columns = Stream.of(rows.get(0))
                .map(n -> new ParquetTable.Column(n, ParquetTable.Kind.TEXT))
                .toList();
        try (OutputStream out = Files.newOutputStream(file);
                ParquetTable table = new ParquetTable(out, columns, Map.of())) {
            for (String[] row : rows.subList(1, rows.size())) {
                for (int c = 0; c < row.length; c++) {
                    table.text(c, row[c]);
                }
                table.next();
            }
        }
        return file;
    }

    @Test
    void aFirmOnManySheetsIsToldOnEachOfThem() throws IOException {
        Path list = folder.resolve("many.xlsx");
        try (OutputStream out = Files.newOutputStream(list);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (int i = 0; i < 40; i++) {
                Worksheet sheet = workbook.newWorksheet("表" + i);
                sheet.inlineString(0, 0, "统一社会信用代码");
                sheet.inlineString(1, 0, code(100 + i));
                sheet.inlineString(2, 0, code(i == 35 || i == 2 ? 7 : 200 + i));
                sheet.finish();
            }
        }
        Summary summary = screen(list, Map.of(), folder.resolve("r.csv"), 2, 0);
        assertThat(summary.duplicates().listed())
                .containsExactly(new Duplicates.Twice(code(7), List.of("表2:3", "表35:3")));
    }

    @Test
    void aHiddenSheetIsNotScreenedButNamed() throws IOException {
        Path list = twoSheets("名单", "旧名单", List.of("统一社会信用代码"), List.of(code(2)), List.of(code(3)));
        Summary summary = screen(list, Map.of(), folder.resolve("r.csv"), 1, 0);
        assertThat(summary.tally().read()).isEqualTo(1);
        assertThat(summary.unread()).singleElement().satisfies(u -> {
            assertThat(u.sheet()).isEqualTo("旧名单");
            assertThat(u.reason().zh()).contains("取消隐藏");
        });
    }

    @Test
    void aHiddenSheetOfProductsIsNamedAndNotReadEither() throws IOException {
        List<String> heading = List.of("统一社会信用代码", "产品名称");
        Path products = twoSheets("今年", "去年的", heading, List.of(code(1), "甲"), List.of(code(1), "乙"));
        Summary summary = screen(list(5, -1), Map.of("products", products), folder.resolve("r.csv"), 1, 0);
        assertThat(summary.relatedRows()).isEqualTo(1);
        assertThat(summary.unread()).extracting(u -> u.sheet()).contains("去年的");
    }

    /** A workbook of which the second sheet is hidden, with a row in each. */
    private Path twoSheets(
            String shown, String hidden, List<String> heading, List<String> shownRow, List<String> hiddenRow)
            throws IOException {
        Path file = folder.resolve("two.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (String name : List.of(shown, hidden)) {
                Worksheet sheet = workbook.newWorksheet(name);
                List<String> row = name.equals(shown) ? shownRow : hiddenRow;
                for (int c = 0; c < heading.size(); c++) {
                    sheet.inlineString(0, c, heading.get(c));
                    sheet.inlineString(1, c, row.get(c));
                }
                if (name.equals(hidden)) {
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                }
                sheet.finish();
            }
        }
        return file;
    }

    @Test
    void aFileOfProductsWithoutAHeadingIsRefusedByName() throws IOException {
        Path list = list(5, -1);
        Path products = Files.write(folder.resolve("p3.csv"), List.of("foo,bar", "1,2"));
        assertThatThrownBy(() -> Intake.open(BOOK, list, Map.of("products", products)))
                .hasMessageContaining("p3.csv")
                .hasMessageContaining("no known heading");
    }

    @Test
    void aTableOfColumnsNobodyKnowsDoesNotFillTheScreen() throws IOException {
        String heading = "统一社会信用代码"
                + IntStream.range(0, 2_000)
                        .mapToObj(i -> "," + "列".repeat(500) + i)
                        .collect(joining());
        Path list = Files.write(folder.resolve("wide.csv"), List.of(heading, code(1) + ",1".repeat(2_000)));
        Summary summary = screen(list, Map.of(), folder.resolve("r.csv"), 1, 0);
        assertThat(summary.unread()).hasSize(2_000);
        try (Intake intake = Intake.open(BOOK, list, Map.of())) {
            assertThat(new SummaryText(judge(intake), Lang.ZH).write(summary))
                    .hasSizeLessThan(8_000)
                    .contains("还有 1970 列");
        }
    }

    @Test
    void theEncodingIsRecognized() throws IOException {
        String text = Files.readString(list(20, -1));
        for (Charset charset : List.of(Charset.forName("GB18030"), StandardCharsets.UTF_16LE)) {
            String mark = charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "";
            Path list = Files.write(folder.resolve("coded.csv"), (mark + text).getBytes(charset));
            Summary summary = screen(list, Map.of(), folder.resolve("r.csv"), 1, 0);
            assertThat(summary.tally().screened()).as(charset.name()).isEqualTo(20);
            assertThat(Files.readString(folder.resolve("r.csv"))).contains("淄博3号有限公司");
        }
    }

    @Test
    void aFullDiskLeavesNoHalfResultBehind() throws IOException {
        Path list = list(2_000, -1);
        assertThatThrownBy(() -> run(list, output -> new Full(output)))
                .isInstanceOf(OutputFailedException.class)
                .hasMessageContaining("No space left");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("list.csv");
        }
    }

    @Test
    void aScreeningThatIsInterruptedGoesOnWhereItWas() throws IOException {
        Path list = list(4_000, 1_234);
        Path whole = folder.resolve("whole.log");
        log(list, whole, Long.MAX_VALUE);
        Path cut = folder.resolve("cut.log");
        log(list, cut, 3);
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 7));
        log(list, cut, Long.MAX_VALUE);
        assertThat(cut).hasSameBinaryContentAs(whole);
    }

    @Test
    void theTallyOfTwoHalvesAddedIsTheTallyOfTheWhole() throws IOException {
        Path list = list(3_000, 77);
        Path kept = folder.resolve("kept.log");
        log(list, kept, Long.MAX_VALUE);
        try (Intake intake = Intake.open(BOOK, list, Map.of());
                BlockLog log = BlockLog.open(kept)) {
            Screening screening = screening(list, intake);
            Tally whole = screening.tally();
            Tally even = screening.tally();
            Tally odd = screening.tally();
            log.replay(block -> {
                whole.add(block);
                (block.number() % 2 == 0 ? even : odd).add(block);
            });
            odd.add(even);
            assertThat(odd).usingRecursiveComparison().isEqualTo(whole);
            WorkbookOutput.write(
                    folder.resolve("job.xlsx"),
                    log,
                    screening.summary(whole, Duplicates.Found.NONE),
                    judge(intake),
                    Lang.ZH);
            assertThat(Files.size(folder.resolve("job.xlsx"))).isPositive();
        }
    }

    /** Appends to a log, and dies after {@code most} blocks. */
    private void log(Path list, Path kept, long most) throws IOException {
        try (Intake intake = Intake.open(BOOK, list, Map.of());
                BlockLog log = BlockLog.open(kept)) {
            screening(list, intake).resume(log.blocks(), new Logging(log, most), Progress.SILENT);
        } catch (OutputFailedException killed) {
            assertThat(killed).hasMessage("killed");
        }
    }

    private record Logging(BlockLog log, long most) implements Output {
        @Override
        public Writer writer() {
            return BlockCodec::write;
        }

        @Override
        public void accept(Block block, byte[] bytes) throws IOException {
            if (log.blocks() >= most) {
                throw new IOException("killed");
            }
            log.append(bytes);
        }

        @Override
        public void finish(Summary summary) {}

        @Override
        public void close() {}
    }

    private record Full(Output output) implements Output {
        @Override
        public Writer writer() {
            return output.writer();
        }

        @Override
        public void accept(Block block, byte[] bytes) throws IOException {
            if (block.number() == 2) {
                throw new IOException("No space left on device");
            }
            output.accept(block, bytes);
        }

        @Override
        public void finish(Summary summary) throws IOException {
            output.finish(summary);
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }

    private interface Wrap {
        Output around(Output output);
    }

    private void run(Path list, Wrap wrap) throws IOException {
        try (Intake intake = Intake.open(BOOK, list, Map.of());
                Output output = wrap.around(Outputs.open(folder.resolve("r.csv"), judge(intake), Lang.ZH))) {
            screening(list, intake).run(output, Progress.SILENT);
        }
    }

    private static Judge judge(Intake intake) {
        return Screening.judge(BOOK, AS_OF, intake, POLICIES);
    }

    private static Screening screening(Path list, Intake intake) {
        return new Screening(list.getFileName().toString(), judge(intake), intake, new Options(2, 0, false, Lang.ZH));
    }

    private static Summary screen(Path list, Map<String, Path> beside, Path result, int threads, int recheck) {
        try (Intake intake = Intake.open(BOOK, list, beside);
                Output output = Outputs.open(result, judge(intake), Lang.ZH)) {
            Options options = new Options(threads, recheck, true, Lang.ZH);
            return new Screening(list.getFileName().toString(), judge(intake), intake, options)
                    .run(output, Progress.SILENT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A list in which only row {@code broken} cannot be read. */
    private Path list(int rows, int broken) throws IOException {
        List<String> lines = new ArrayList<>(List.of("统一社会信用代码,企业名称,上年营业收入,持有高新技术企业证书,名单年度"));
        for (int i = 1; i <= rows; i++) {
            String revenue = i == broken ? "许多" : Integer.toString(i * 7 % 3_000);
            lines.add(code(i) + ",淄博" + i + "号有限公司," + revenue + "," + (i % 3 == 0 ? "否" : "是") + ","
                    + (i % 5 == 0 ? "" : "2025"));
        }
        return Files.write(folder.resolve("list.csv"), lines);
    }

    private static String code(int number) {
        String body = "91370303MA" + String.format("%07d", number);
        return body + CreditCode.checkDigit(body + "0");
    }
}
