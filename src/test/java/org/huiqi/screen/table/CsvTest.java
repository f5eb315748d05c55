package org.huiqi.screen.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huiqi.problem.InvalidInputException;

/** Rows of separated text as people's programs write them. */
final class CsvTest {
    @Example
    void aCellMayHaveSeveralLines() throws IOException {
        assertThat(read("code,name,city\n1,\"甲\n乙\",丙\n2,\"a, b\nc\",d\n"))
                .containsExactly("code|name|city", "1|甲\n乙|丙", "2|a, b\nc|d");
    }

    @Example
    void aQuotationMarkWithoutItsPairDoesNotSwallowTheRowsThatFollow() {
        assertThatThrownBy(() -> read("code,name,city\n1,甲,乙\n2,\"丙,丁\n3,戊,己\n4,庚,辛\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("list.csv:3");
        assertThatThrownBy(() -> read("code;name;city\n1;\"甲;乙\n2;丙;丁\n3;戊;己\n4;\"庚\";辛\n5;壬;癸\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("list.csv:2");
    }

    /** Any mixture of marks, separators and line ends. */
    @Property(tries = 3000)
    void cellsAreThoseThatFastCsvReads(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        List<String> expected = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraCharsAfterClosingQuote(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.toString())) {
            reader.forEach(r -> expected.add(String.join("|", r.getFields())));
        }
        try {
            assertThat(read(text.toString())).isEqualTo(expected);
        } catch (InvalidInputException swallowed) {
            assertThat(expected).anyMatch(cell -> cell.contains("\n"));
        }
    }

    @Example
    void everyEncodingSaysTheSame() throws IOException {
        String text = "代码,名称\r\n1,\"淄,博\"\n2,𠮷野\n";
        for (String charset : List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")) {
            byte[] bytes = (charset.startsWith("UTF") ? "\uFEFF" + text : text).getBytes(Charset.forName(charset));
            assertThat(read(bytes, 1)).as(charset).containsExactly("代码|名称", "1|淄,博", "2|𠮷野");
        }
    }

    @Example
    void aRecordMayBeLongerThanWhatIsReadAtOnce() throws IOException {
        String cell = "\"长\"\"长\"".repeat(150_000);
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 3; i++) {
            text.append(i).append(",\"").append(cell.replace("\"", "\"\"")).append("\"\r\n");
        }
        assertThat(read(text.toString())).containsExactly("a|b", "0|" + cell, "1|" + cell, "2|" + cell);
    }

    @Example
    void aCellLongerThanAnythingMeantIsRefusedWithItsRow() {
        assertThatThrownBy(() -> read("a,b\n1,2\n3," + "x".repeat(1_100_000) + "\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("list.csv:3");
    }

    private static final List<String> PIECES =
            List.of("\"", "\"", "\"\"", ",", ",", "\n", "\r", "\r\n", "甲", "x", "12345678", " ");

    /** Read in two ways that must agree: row by row, and several at once. */
    private static List<String> read(String text) throws IOException {
        List<String> rows = read(text.getBytes(StandardCharsets.UTF_8), 1);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), 3)).isEqualTo(rows);
        return rows;
    }

    private static List<String> read(byte[] text, int most) throws IOException {
        Path folder = Files.createTempDirectory("huiqi-csv");
        Path file = Files.write(folder.resolve("list.csv"), text);
        List<String> rows = new ArrayList<>();
        try (Rows all = new CsvSheet(file).open()) {
            rows.add(cells(all.next()));
            while (all.hasNext()) {
                all.next(most).forEach(r -> rows.add(cells(r)));
            }
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
        return rows;
    }

    private static String cells(Row row) {
        return String.join("|", ((Row.Cells) row).cells());
    }
}
