package org.huiqi.screen.table;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.screen.parquet.ParquetTable;
import org.huiqi.screen.parquet.ParquetTable.Column;
import org.huiqi.screen.parquet.ParquetTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files under {@code parquet} hold one table, written by DuckDB (ZSTD, GZIP) and by Arrow's Rust library (LZ4, newer pages and encodings). */
final class ParquetTest {
    private static final Path FILES = Path.of("src/test/resources/parquet");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"values-duckdb", "values-gzip", "values-arrow"})
    void aValueIsReadAsPeopleWriteIt(String name) {
        List<List<String>> rows = rows(FILES.resolve(name + ".parquet"));
        assertThat(rows)
                .containsExactly(
                        List.of(
                                "creditCode employees sales amount big founded stamped moment high techs noisy small single word huge score"
                                        .split(" ")),
                        List.of(
                                "91370303MA0000001M",
                                "320",
                                "59530000.5",
                                "12734.2",
                                "98765432109876543210.25",
                                "2012-03-01",
                                "2024-02-29",
                                "2024-03-01",
                                "是",
                                "甲、乙",
                                "0.3",
                                "200",
                                "1.1",
                                "0.5",
                                "18446744073709551615",
                                "99.5"),
                        List.of("91370303MA0000002Q", "", "", "", "", "", "", "", "否", "", "∞", "", "", "/", "", ""),
                        List.of(
                                "91370303MA0000003U",
                                "-7",
                                "-12000",
                                "0",
                                "-0.1",
                                "1999-12-31",
                                "1969-12-31",
                                "2024-02-29",
                                "",
                                "",
                                "100000000000000000000",
                                "0",
                                "0.0000001",
                                "是",
                                "1",
                                "-3"));
    }

    /** Without the columns other tests are about: names, a structure, raw bytes, a UUID. */
    private static List<List<String>> rows(Path file) {
        List<List<String>> some = new ArrayList<>();
        for (List<String> row : all(file)) {
            List<String> kept = new ArrayList<>(row);
            for (int column : new int[] {18, 15, 11, 1}) {
                kept.remove(column);
            }
            some.add(kept.stream().map(c -> c.equals("／") ? "/" : c).toList());
        }
        return some;
    }

    @Test
    void aStructureHasNoCellsAndAHeadingThatNoFieldHas() {
        List<List<String>> rows = all(FILES.resolve("values-duckdb.parquet"));
        assertThat(rows.get(0).get(11)).isEqualTo("⟨nested⟩");
        assertThat(rows).extracting(r -> r.get(11)).containsExactly("⟨nested⟩", "", "", "");
    }

    @Test
    void bytesThatAreNoTextCarryTheMarkForWhichARowIsRejected() {
        assertThat(all(FILES.resolve("values-duckdb.parquet")).get(1).get(15)).contains("\uFFFD");
    }

    @Test
    void aUuidIsReadAsItIsWritten() {
        assertThat(all(FILES.resolve("values-duckdb.parquet")).get(1).get(18))
                .isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
    }

    @Test
    void textsStayTexts() {
        assertThat(all(FILES.resolve("values-arrow.parquet")).get(2).get(1)).isEqualTo("=1+1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"values-duckdb", "values-gzip", "values-arrow"})
    void aFileCutAnywhereIsRefusedAsIncomplete(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(FILES.resolve(name + ".parquet"));
        for (int length = 8; length < bytes.length; length += 37) {
            Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> all(cut))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("incomplete")
                    .hasMessageNotContaining(folder.toString());
        }
    }

    /** A broken file may still be readable; it never fails in another way. */
    @ParameterizedTest
    @ValueSource(strings = {"values-duckdb", "values-gzip", "values-arrow"})
    void aFileWithAnyBytesChangedIsReadOrRefused(String name) throws IOException {
        byte[] sound = Files.readAllBytes(FILES.resolve(name + ".parquet"));
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 800; i++) {
            byte[] bytes = sound.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            refused += refused(Files.write(folder.resolve("broken.parquet"), bytes)) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(80);
    }

    private static boolean refused(Path file) {
        try {
            return all(file).isEmpty();
        } catch (InvalidInputException e) {
            return true;
        }
    }

    @Test
    void anEncryptedFileIsRefusedAsSuch() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.parquet"), "PARE............PARE");
        assertThatThrownBy(() -> all(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("encrypted");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("ours.parquet");
        write(file, 250_000);
        List<List<String>> rows = all(file);
        assertThat(rows).hasSize(250_001);
        assertThat(rows.get(0)).containsExactly("name", "row", "money");
        assertThat(rows.get(200_002)).containsExactly("淄博200001号", "200001", "-200000.99");
        assertThat(rows.get(1)).containsExactly("", "0", "");
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        write(folder.resolve("a.parquet"), 120_000);
        write(folder.resolve("b.parquet"), 120_000);
        assertThat(folder.resolve("a.parquet")).hasSameBinaryContentAs(folder.resolve("b.parquet"));
    }

    private static final List<Column> COLUMNS =
            List.of(new Column("name", Kind.TEXT), new Column("row", Kind.NUMBER), new Column("money", Kind.YUAN));

    private static final Map<String, String> NOTES = Map.of("asOf", "2026-01-20", "ruleBook", "x");

    private static void write(Path file, int rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ParquetTable table = new ParquetTable(out, COLUMNS, NOTES)) {
            rows(table, 0, rows);
        }
    }

    private static void rows(ParquetTable table, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            table.text(0, i == 0 ? "" : "淄博" + i + "号");
            table.number(1, i);
            if (i > 0) {
                table.yuan(2, new java.math.BigDecimal("0.014").subtract(java.math.BigDecimal.valueOf(i)));
            }
            table.next();
        }
    }

    @Test
    void aTableThatWasLeftBetweenTwoGroupsIsGoneOnWithToTheSameBytes() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (ParquetTable table = new ParquetTable(whole, COLUMNS, NOTES)) {
            for (int i = 0; i < 500; i += 100) {
                rows(table, i, i + 100);
                table.endGroup();
            }
        }
        ParquetTable left = new ParquetTable(cut, COLUMNS, NOTES, kept);
        for (int i = 0; i < 500; i += 100) {
            rows(left, i, i + 100);
            left.endGroup();
            left = ParquetTable.resumed(
                    cut, COLUMNS, NOTES, kept, cut.size(), new ByteArrayInputStream(kept.toByteArray()));
        }
        left.close();
        assertThat(cut.toByteArray()).isEqualTo(whole.toByteArray());
        List<List<String>> rows = all(Files.write(folder.resolve("cut.parquet"), cut.toByteArray()));
        assertThat(rows).hasSize(501);
        assertThat(rows.get(500)).containsExactly("淄博499号", "499", "-498.99");
    }

    /** What a footer declares may take long to follow without taking any room. */
    @Test
    void moreColumnsThanAnyTableHasAreRefusedHoweverTheyAreNested() throws IOException {
        List<SchemaElement> schema = new ArrayList<>(List.of(group("m", 2), group("g", 100_000)));
        for (int i = 0; i <= 100_000; i++) {
            SchemaElement leaf = new SchemaElement("c" + i);
            leaf.setType(Type.BYTE_ARRAY);
            leaf.setRepetition_type(FieldRepetitionType.OPTIONAL);
            schema.add(leaf);
        }
        assertThatThrownBy(() -> all(declaring(schema)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("100001 columns, at most 20000");
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException {
        List<SchemaElement> schema = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            schema.add(group("g", 1));
        }
        assertThatThrownBy(() -> all(declaring(schema)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unreasonable sizes");
    }

    private static SchemaElement group(String name, int children) {
        SchemaElement group = new SchemaElement(name);
        group.setNum_children(children);
        group.setRepetition_type(FieldRepetitionType.OPTIONAL);
        return group;
    }

    /** A file that is all footer. */
    private Path declaring(List<SchemaElement> schema) throws IOException {
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(new FileMetaData(1, schema, 0, List.of()), footer);
        ByteBuffer file = ByteBuffer.allocate(4 + footer.size() + 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put("PAR1".getBytes(US_ASCII)).put(footer.toByteArray()).putInt(footer.size());
        return Files.write(
                folder.resolve("declaring.parquet"),
                file.put("PAR1".getBytes(US_ASCII)).array());
    }

    @Test
    void aTableWithoutRowsHasItsColumns() throws IOException {
        write(folder.resolve("none.parquet"), 0);
        assertThat(all(folder.resolve("none.parquet"))).containsExactly(List.of("name", "row", "money"));
    }

    private static List<List<String>> all(Path file) {
        List<List<String>> all = new ArrayList<>();
        try (Tables tables = Tables.open(file);
                Rows rows = tables.sheets().get(0).open()) {
            rows.forEachRemaining(r -> all.add(List.of(((Row.Cells) r).cells())));
        }
        return all;
    }
}
