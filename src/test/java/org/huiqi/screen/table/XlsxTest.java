package org.huiqi.screen.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiqi.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XlsxTest {
    @TempDir
    private Path folder;

    @Test
    void aCellIsReadAsItIsShown() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, LocalDate.of(2024, 3, 1));
            sheet.style(0, 0).format("yyyy\"年\"m\"月\"").set();
            sheet.value(0, 1, 0.125);
            sheet.style(0, 1).format("0.0%").set();
            sheet.value(0, 2, 0.1 + 0.2);
            sheet.value(0, 3, true);
            sheet.value(0, 4, "=1+1");
            sheet.value(0, 5, 1234567.5);
            sheet.style(0, 5).format("#,##0.00").set();
        });
        assertThat(rows(file)).containsExactly(List.of("2024-03-01", "12.5%", "0.3", "是", "=1+1", "1234567.5"));
    }

    @Test
    void aTruncatedWorkbookIsRefusedAsSuch() throws IOException {
        Path file = workbook(sheet -> sheet.value(0, 0, "x"));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Tables.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("incomplete or broken");
    }

    @Test
    void aBombIsRefusedBeforeItGoesOff() throws IOException {
        Path file = changed(out -> {
            byte[] rows = "<row></row>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 120; i++) {
                out.write(rows);
            }
        });
        assertThatThrownBy(() -> Tables.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unreasonable size");
    }

    @Test
    void entitiesAreNeverResolved() throws IOException {
        Path file = changed(out ->
                out.write("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> Tables.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void cellsBeyondTheLastColumnAreRefused() throws IOException {
        Path file = changed(out -> out.write(
                "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> Tables.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("beyond the last column");
    }

    @Test
    void aCellOfEndlessTextIsRefused() throws IOException {
        Path file = changed(out -> out.write(("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                        + "长".repeat(1 << 20) + "</t></is></c></row></sheetData></worksheet>")
                .getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> Tables.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void theNameOfASheetIsAsLongAsNamesAre() throws IOException {
        Path file = changed(
                out -> out.write("<worksheet><sheetData/></worksheet>".getBytes(StandardCharsets.UTF_8)),
                workbook -> workbook.replaceAll("(<sheet name=\")[^\"]*", "$1" + "表".repeat(40_000)));
        try (Tables tables = Tables.open(file)) {
            assertThat(tables.sheets()).extracting(Sheet::name).containsExactly("表".repeat(100) + "…");
        }
    }

    @Test
    void anOldWorkbookIsToldToBeSavedAnew() throws IOException {
        Path file = Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        assertThatThrownBy(() -> Tables.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(".xls");
    }

    private static List<List<String>> rows(Path file) {
        List<List<String>> all = new ArrayList<>();
        try (Tables tables = Tables.open(file);
                Rows rows = tables.sheets().get(0).open()) {
            rows.forEachRemaining(r -> all.add(List.of(((Row.Cells) r).cells())));
        }
        return all;
    }

    private Path workbook(Consumer<Worksheet> fill) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("企业");
            fill.accept(sheet);
            sheet.finish();
        }
        return file;
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A sound workbook but for its sheet. */
    private Path changed(Content sheet) throws IOException {
        return changed(sheet, workbook -> workbook);
    }

    private Path changed(Content sheet, UnaryOperator<String> names) throws IOException {
        Path sound = workbook(s -> s.value(0, 0, "x"));
        Path file = folder.resolve("changed.xlsx");
        try (ZipFile in = new ZipFile(sound.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    sheet.write(out);
                } else if (entry.getName().equals("xl/workbook.xml")) {
                    String xml = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    out.write(names.apply(xml).getBytes(StandardCharsets.UTF_8));
                } else {
                    in.getInputStream(entry).transferTo(out);
                }
                out.closeEntry();
            }
        }
        return file;
    }
}
