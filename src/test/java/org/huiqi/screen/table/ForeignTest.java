package org.huiqi.screen.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huiqi.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files under the wrong flag. */
final class ForeignTest {
    private static final String LIST = "统一社会信用代码,企业名称\n91370303MA3C0J8W0X,麒麟\n";

    @TempDir
    private Path folder = Path.of("");

    private void refused(String name, byte[] bytes, String what, String way) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        assertThatThrownBy(() -> Tables.open(file)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.problems()).hasSize(1);
            assertThat(e.problems().get(0).message().zh()).contains(what);
            assertThat(e.problems().get(0).remedy().zh()).contains(way);
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void bytesThatMeanNothingAreToldToBeNoWorkbook() throws IOException {
        byte[] bytes = new byte[5_000];
        new Random(3).nextBytes(bytes);
        refused("名单.xlsx", bytes, "既不是 Excel 工作簿(.xlsx),也不是文本", "选错了文件");
        refused("名单.csv", utf8("%PDF-1.7\nlines of text\n"), "既不是 Excel 工作簿", "选错了文件");
        refused("名单.xlsx", new byte[0], "空文件", "核对文件");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><table><tr><td>统一社会信用代码</td></tr></table></html>",
                "\uFEFF \n<!DOCTYPE html><html></html>",
                "<?xml version=\"1.0\"?><Workbook/>"
            })
    void aWebPageUnderTheNameOfAWorkbookIsToldAsSuch(String page) throws IOException {
        refused("名单.xlsx", utf8(page), "是网页或 XML", "另存为 .xlsx");
    }

    /** A compound file of one directory sector, as short as its format lets it be. */
    private static byte[] compound(String stream) {
        ByteBuffer bytes = ByteBuffer.allocate(4_096).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0, 0xE11AB1A1E011CFD0L);
        bytes.putShort(30, (short) 9);
        bytes.putInt(48, 2);
        bytes.position(3 * 512).put("Root Entry".getBytes(StandardCharsets.UTF_16LE));
        bytes.position(3 * 512 + 128).put(stream.getBytes(StandardCharsets.UTF_16LE));
        return bytes.array();
    }

    @Test
    void anOldWorkbookAndOneWithAPasswordAreToldApart() throws IOException {
        refused("a.xlsx", compound("Workbook"), "旧版 Excel 工作簿(.xls)", "另存为 .xlsx");
        refused("b.xlsx", compound("EncryptedPackage"), "加了打开密码", "去掉密码");
        refused("c.xlsx", compound("WordDocument"), "旧版 Office 文件,或加了密码", "另存为不加密码的 .xlsx");
        refused("d.xlsx", Arrays.copyOf(compound("Workbook"), 100), "旧版 Office", ".xlsx");
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(utf8("x"));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void packedFilesOfOtherKindsAreToldByWhatIsInThem() throws IOException {
        refused("a.xlsx", zip("xl/workbook.bin", "xl/styles.bin"), "二进制工作簿(.xlsb)", "另存为 .xlsx");
        refused("b.xlsx", zip("mimetype", "content.xml"), "OpenDocument", "另存为 .xlsx");
        refused("c.xlsx", zip("名单/企业.csv"), "压缩包", "先解开");
        refused("d.xlsx", zip("word/document.xml"), "别种文档", ".xlsx");
    }

    @Test
    void textIsReadWhateverItsNameSaysAndWhateverOneCellHolds() throws IOException {
        Charset gb = Charset.forName("GB18030");
        for (byte[] list : new byte[][] {
            utf8(LIST),
            utf8(LIST + "91370303MA3C0J8W0X,麒\u000B麟\n".repeat(3)),
            LIST.getBytes(gb),
            LIST.getBytes(StandardCharsets.UTF_16)
        }) {
            Path file = Files.write(folder.resolve("名单.xlsx"), list);
            try (Tables tables = Tables.open(file);
                    Rows rows = tables.sheets().get(0).open()) {
                assertThat(((Row.Cells) rows.next()).cells()).containsExactly("统一社会信用代码", "企业名称");
            }
        }
    }

    /** A table of contents of 400 MB, none of which is written. */
    @Test
    void aTableOfContentsThatWouldFillTheMemoryIsRefusedUnread() throws IOException {
        int size = 400_000_000;
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0, 0x06054b50).putInt(12, size);
        ByteBuffer large = ByteBuffer.allocate(98).order(ByteOrder.LITTLE_ENDIAN);
        large.putInt(0, 0x06064b50).putLong(40, 1L << 40).putInt(56, 0x07064b50).putLong(64, size);
        large.putInt(76, 0x06054b50).putShort(86, (short) 0xFFFF);
        for (ByteBuffer tail : List.of(end, large)) {
            crowded(size, tail.array());
        }
    }

    private void crowded(int size, byte[] tail) throws IOException {
        Path file = folder.resolve("crowded.xlsx");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(utf8("PK\3\4"));
            out.setLength(size);
            out.seek(size);
            out.write(tail);
        }
        assertThatThrownBy(() -> Tables.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("table of contents");
        Files.delete(file);
    }

    /** Java passes over an end whose remark does not reach to the end of the file; other readers take the last one there is. */
    @Test
    void aTableOfContentsIsNotHiddenByARemarkThatLooksLikeTheEndOfAShorterOne() throws IOException {
        int size = 400_000_000;
        for (int remark : new int[] {22, 0xFFFF}) {
            ByteBuffer ends = ByteBuffer.allocate(22 + remark).order(ByteOrder.LITTLE_ENDIAN);
            ends.putInt(0, 0x06054b50).putInt(12, size).putShort(20, (short) remark);
            ends.putInt(remark, 0x06054b50).putInt(remark + 16, size).putShort(remark + 20, (short) 9);
            crowded(size, ends.array());
        }
    }

    @Test
    void aTableOfContentsIsNotShorterThanTheWayFromWhereItBeginsToItsEnd() throws IOException {
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0, 0x06054b50).putInt(16, 100_000_000);
        crowded(400_000_000, end.array());
    }
}
