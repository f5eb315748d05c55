package org.huiqi.screen.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Rows of separated text as people's programs write them. */
final class CsvTest {
    @Example
    void aCellMayHaveSeveralLines() throws IOException {
        assertThat(read("code,name,city\n1,\"甲\n乙\",丙\n2,\"a, b\nc\",d\n"))
                .containsExactly("code|name|city", "1|甲\n乙|丙", "2|a, b\nc|d");
    }

    @Example
    void aQuotationMarkWithoutItsPairCostsNoRowButItsOwn() throws IOException {
        assertThat(read("code,name,city\n1,甲,乙\n2,\"丙,丁\n3,戊,己\n4,庚,辛\n"))
                .containsExactly("code|name|city", "1|甲|乙", "第3行第2格“\"丙,丁”引号没有配对(文件第3行)", "3|戊|己", "4|庚|辛");
        assertThat(read("code;name;city\n1;\"甲;乙\n2;丙;丁\n3;戊;己\n4;\"庚\";辛\n5;壬;癸\n"))
                .containsExactly("code|name|city", "第2行第2格“\"甲;乙”引号没有配对(文件第2行)", "2|丙|丁", "3|戊|己", "4|庚|辛", "5|壬|癸");
    }

    @Example
    void whereEveryCellHasMarksAMissingOneTurnsNothingInsideOut() throws IOException {
        String head = "code,name,city\n\"1\",\"甲\",\"乙\"\n";
        for (String row : List.of("\"2\",\"丙,\"丁\"", "\"2,\"丙\",\"丁\"", "\"2\",\"丙\",\"丁", "\"2\",\"\"丙\",\"丁\"")) {
            List<String> rows = read(head + row + "\n\"3\",\"戊\n己\",\"庚\"\n\"4\",\"\",\"辛\"\n");
            assertThat(rows).as(row).hasSize(5).element(2).asString().contains("引号没有配对");
            assertThat(rows).as(row).containsSubsequence("1|甲|乙", "3|戊\n己|庚", "4||辛");
        }
    }

    @Example
    void linesLeftOverFromABrokenRowAreNamedWithIt() throws IOException {
        assertThat(read("code,name,city,tax\n1,\"甲\n乙\n\n丙,丁,4\n3,\"戊\n己\",庚,5\n4,辛,壬,6\n"))
                .containsExactly("code|name|city|tax", "第2行第2格“\"甲”引号没有配对(文件第2至5行)", "3|戊\n己|庚|5", "4|辛|壬|6");
    }

    /** Its first line looks like a whole row, with its cells moved to the left. */
    @Example
    void aRowThatSeemsToEndTooEarlyIsBrokenWithItsRest() throws IOException {
        String head = "code,name,city,tax\n1,甲,乙,3\n";
        for (String row : List.of("2,丙,丁,戊\n己\",4", "2,\"丙\",丁\",戊\n\n己\",4", "2,丙,丁,\"戊\"\n己\n庚\"")) {
            assertThat(read(head + row + "\n3,辛,壬,5\n"))
                    .as(row)
                    .hasSize(4)
                    .contains("1|甲|乙|3", "3|辛|壬|5")
                    .element(2)
                    .asString()
                    .startsWith("第3行第")
                    .contains("引号没有配对(文件第3至");
        }
    }

    @Example
    void aRowThatLacksItsFirstMarkLeavesTheOneBeforeAlone() throws IOException {
        assertThat(read("code,name,city,tax\n1,甲,乙,3\n2,丙\n丁\",戊,4\n3,己,庚,5\n"))
                .containsExactly("code|name|city|tax", "1|甲|乙|3", "第3行第2格“丙”引号没有配对(文件第3至4行)", "3|己|庚|5");
    }

    /** Nobody can tell whether these are two broken rows or one that is in order. */
    @Example
    void marksThatPairAcrossWhatMayBeRowsAreOneBrokenRow() throws IOException {
        String head = "code,name,city,tax\n1,甲,乙,3\n";
        for (String two :
                List.of("2,\"丙,丁,4\n3,戊\",己,5\n", "2,丙,\"丁,4\r\n3,戊,己\",5\r\n", "2,丙,丁,\"4\n3,\"\n戊\",己,5\n")) {
            assertThat(read(head + two + "4,庚,辛,6\n"))
                    .as(two)
                    .hasSize(4)
                    .contains("code|name|city|tax", "1|甲|乙|3", "4|庚|辛|6")
                    .element(2)
                    .asString()
                    .contains("第3行第", "分不清", "(文件第3至");
        }
        assertThat(read(head + "2,\"丙,丁\n戊\",\"己\n庚\" ,4\n3,\"5\"\" 屏\",x,y\n"))
                .containsExactly("code|name|city|tax", "1|甲|乙|3", "2|丙,丁\n戊|己\n庚 |4", "3|5\" 屏|x|y");
    }

    @Example
    void rowsBetweenTwoMarksThatAreNoPairAreSetFree() throws IOException {
        String head = "a,b,c,d,e,f,g,h,i,j\n1,\"x,,,,,,,,\n";
        assertThat(read(head + "2,y,,,,,,,,\n3,z\",,,,,,,,\n4,,,,,,,,,\n"))
                .containsExactly(
                        "a|b|c|d|e|f|g|h|i|j",
                        "第2行第2格“\"x,,,,,,,,”引号没有配对(文件第2行)",
                        "2|y||||||||",
                        "3|z\"||||||||",
                        "4|||||||||");
    }

    @Example
    void aMarkThatNeverMeetsItsPairIsToldInTheLastRowToo() throws IOException {
        for (String last : List.of("2,\"丙,丁\n", "2,丙,\"丁", "2,\"5\" 屏\",丁\n", "2,\"丙\" 丁,戊", "2,丙,丁\",戊")) {
            assertThat(read("code,name,city\n1,甲,乙\n" + last))
                    .as(last)
                    .hasSize(3)
                    .contains("1|甲|乙")
                    .element(2)
                    .asString()
                    .startsWith("第3行第")
                    .contains("引号没有配对");
        }
    }

    @Example
    void marksWithinATextAreLettersWhereTheRowHasAllItsCells() throws IOException {
        assertThat(read("code,name\n1,5\" 屏\n2,\"甲\" \n3,,5\"\n"))
                .containsExactly("code|name", "1|5\" 屏", "2|甲 ", "第4行第3格“5\"”引号没有配对");
    }

    /** One mark more or less in one row of a good file. */
    @Property(tries = 1000)
    void oneMarkTooManyOrTooFewBreaksOneRowAndSparesAllOthers(@ForAll long seed) throws IOException {
        OneMark file = OneMark.of(new Random(seed));
        List<Row> rows = rows(file.text().getBytes(StandardCharsets.UTF_8), 1 + (int) Math.floorMod(seed, 5L), true);
        assertThat(file.wrong(rows.subList(1, rows.size())))
                .as(file.text() + "\n---\n" + told(rows))
                .isEmpty();
    }

    /** Any mixture of marks, separators and line ends, up to the first row that is broken. */
    @Property(tries = 1500)
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
        List<String> rows = told(rows(text.toString().getBytes(StandardCharsets.UTF_8), 3, false));
        int whole = (int) rows.stream().takeWhile(r -> !r.contains("引号")).count();
        assertThat(rows.subList(0, whole)).isEqualTo(expected.subList(0, whole));
        assertThat(whole < rows.size() || rows.size() == expected.size()).isTrue();
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
    void aRowLongerThanAnythingMeantIsBrokenAndTheNextIsRead() throws IOException {
        String x = "x".repeat(1_100_000);
        assertThat(read("a,b\n1,2\n3," + x + "\n4,\"" + x + "\n5,6\n" + ",".repeat(20_000) + "\n7,8\n"))
                .containsExactly(
                        "a|b",
                        "1|2",
                        "第3行第2格“" + x.substring(0, 240) + "”这一格超过1048576字",
                        "第4行第2格“\"" + x.substring(0, 239) + "”引号没有配对(文件第4行)",
                        "5|6",
                        "第6行第0格“" + ",".repeat(240) + "”这一行超过20000格",
                        "7|8");
    }

    @Example
    void aLineWithoutEndIsNotHeldInMemory() throws IOException {
        byte[] text = new byte[40_000_000];
        Arrays.fill(text, (byte) 'x');
        byte[] head = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n3,4".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, text, 0, head.length);
        System.arraycopy(tail, 0, text, text.length - tail.length, tail.length);
        assertThat(read(text, 10))
                .containsExactly("a|b", "1|2", "第3行第0格“" + "x".repeat(200) + "”这一行超过16777216字节(文件第3行)", "3|4");
    }

    @Example
    void bytesThatAreNoCharacterTakeNoSeparatorWithThem() throws IOException {
        byte[] text = "代码,名称,省份\n1,甲@3,乙\n2,丙@4,\"丁\"\n".getBytes(Charset.forName("GB18030"));
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '@' ? (byte) 0x81 : text[i];
        }
        assertThat(read(text, 2)).hasSize(3).allMatch(row -> row.split("\\|").length == 3);
    }

    /** Each line ends within marks wherever it begins: searched to the end of the file for each, this would take minutes. */
    @Example
    void aListWhoseLinesLostTheirOuterMarksIsReadInOneGoAndWhatFollowsIsInOrder() throws IOException {
        String cell = "甲\n乙".repeat(500);
        String text = "name,code,tax\n"
                + "惠企有限公司\",\"91370303\",\"12345\n".repeat(60_000)
                + "a,b,1\n".repeat(50)
                + "x,\"" + cell + "\",2\n";
        List<String> rows = read(text);
        assertThat(rows).hasSize(60_052).last().isEqualTo("x|" + cell + "|2");
        assertThat(rows.subList(1, 60_001)).allMatch(row -> row.contains("引号没有配对"));
    }

    @Example
    void linesThatAllSeemTheRestOfTheRowBeforeAreNotJoinedWithoutEnd() throws IOException {
        for (String rest : List.of("x\"\n", "\"\"b\"\n")) {
            List<String> rows = read("a,b,c,d,e\n1,2,3,4,5\n" + rest.repeat(100_000) + "6,7,8,9,0\n");
            assertThat(rows).as(rest).hasSizeBetween(100, 110).last().isEqualTo("6|7|8|9|0");
            assertThat(rows.get(1)).contains("引号没有配对(文件第2至100");
        }
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
        return told(rows(text, most, true));
    }

    /** {@code known}: whoever reads has found the heading in the first row and says so. */
    private static List<Row> rows(byte[] text, int most, boolean known) throws IOException {
        Path folder = Files.createTempDirectory("huiqi-csv");
        Path file = Files.write(folder.resolve("list.csv"), text);
        List<Row> rows = new ArrayList<>();
        try (Rows all = new CsvSheet(file).open()) {
            rows.add(all.next());
            if (known && rows.get(0) instanceof Row.Cells heading) {
                all.heading(heading.width());
            }
            while (all.hasNext()) {
                rows.addAll(all.next(most));
            }
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
        return rows;
    }

    private static List<String> told(List<Row> rows) {
        return rows.stream().map(CsvTest::told).toList();
    }

    private static String told(Row row) {
        return row instanceof Row.Broken b
                ? "第" + b.number() + "行第" + (b.cell() + 1) + "格“" + b.text() + "”"
                        + b.reason().zh()
                : String.join("|", ((Row.Cells) row).cells());
    }
}
