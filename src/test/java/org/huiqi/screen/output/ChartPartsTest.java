package org.huiqi.screen.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class ChartPartsTest {
    private static final List<String> LABELS = List.of("=HYPERLINK(\"http://x\")", "研发<费用>&\u0001“占比”");
    private static final Chart CHART = new Chart(
            "标题 <1>",
            true,
            "图'表",
            0,
            30,
            LABELS,
            List.of(
                    new Chart.Series("符合", "70AD47", List.of(3L, 0L)),
                    new Chart.Series("不符合", "C55A11", List.of(1L, 4L))));

    @TempDir
    private Path folder;

    @Test
    void everyPartIsNamedAndEveryNameIsAPart() throws Exception {
        Path file = workbook("a.xlsx");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> parts = zip.stream().map(ZipEntry::getName).toList();
            assertThat(parts).contains("xl/drawings/chart1.xml", "xl/drawings/chart2.xml");
            assertThat(parts).doesNotHaveDuplicates().noneMatch(p -> p.startsWith("xl/media") || p.endsWith("/"));
            NodeList types = xml(zip, "[Content_Types].xml").getElementsByTagName("Override");
            for (int i = 0; i < types.getLength(); i++) {
                assertThat(parts)
                        .contains(((Element) types.item(i))
                                .getAttribute("PartName")
                                .substring(1));
            }
            NodeList charts = xml(zip, "xl/drawings/_rels/drawing1.xml.rels").getElementsByTagName("Relationship");
            assertThat(charts.getLength()).isEqualTo(2);
            for (int i = 0; i < 2; i++) {
                assertThat(parts).contains("xl/drawings/" + ((Element) charts.item(i)).getAttribute("Target"));
            }
        }
    }

    @Test
    void nothingLeadsOutOfTheWorkbook() throws Exception {
        try (ZipFile zip = new ZipFile(workbook("a.xlsx").toFile())) {
            for (ZipEntry part : zip.stream().toList()) {
                String text = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text)
                        .as(part.getName())
                        .doesNotContain("TargetMode=\"External\"")
                        .doesNotContain("[1]");
            }
        }
    }

    @Test
    void aLabelIsATextWhateverItLooksLike() throws Exception {
        try (ZipFile zip = new ZipFile(workbook("a.xlsx").toFile())) {
            Document chart = xml(zip, "xl/drawings/chart1.xml");
            assertThat(texts(chart, "c:v"))
                    .containsSequence("符合", "=HYPERLINK(\"http://x\")", "研发<费用>& “占比”", "3", "0");
            assertThat(texts(chart, "c:f"))
                    .containsSequence("'图''表'!$B$30", "'图''表'!$A$31:$A$32", "'图''表'!$B$31:$B$32")
                    .allMatch(f -> f.startsWith("'图''表'!$"));
        }
    }

    @Test
    void theOtherSheetsAreReadAsBefore() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(workbook("a.xlsx").toFile())) {
            assertThat(book.getFirstSheet().read().get(0).getCellText(1)).isEqualTo("Zelle");
        }
    }

    private static Document xml(ZipFile zip, String part) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(zip.getInputStream(zip.getEntry(part)));
    }

    private static List<String> texts(Document xml, String name) {
        NodeList found = xml.getElementsByTagName(name);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private Path workbook(String name) throws IOException {
        Path plain = folder.resolve("plain.xlsx");
        try (OutputStream out = Files.newOutputStream(plain);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("图'表");
            sheet.value(0, 1, "Zelle");
            sheet.addImage(0, 0, ChartParts.pixel(), 1, 1);
            sheet.finish();
        }
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            Timeless.copy(plain, out, List.of(CHART, CHART));
        }
        return file;
    }
}
