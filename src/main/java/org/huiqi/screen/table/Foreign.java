package org.huiqi.screen.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.huiqi.problem.InvalidInputException;

/** Files that people take for lists and that are none, told apart by what they hold: whoever sent one learns what it is and what to send instead. */
enum Foreign {
    OLD_WORKBOOK(
            "是旧版 Excel 工作簿(.xls)",
            "is a workbook of an old Excel (.xls)",
            "请用 Excel 或 WPS 打开,另存为 .xlsx。",
            "Open it in Excel or WPS and save it as .xlsx."),
    LOCKED_WORKBOOK(
            "是加了打开密码的工作簿",
            "is a workbook with a password",
            "请用 Excel 或 WPS 打开,去掉密码,再保存。",
            "Open it in Excel or WPS, take the password off and save it."),
    OLD_OFFICE(
            "是旧版 Office 文件,或加了密码",
            "is a file of an old Office, or has a password",
            "请用 Excel 或 WPS 打开,另存为不加密码的 .xlsx。",
            "Open it in Excel or WPS and save it as .xlsx without a password."),
    BINARY_WORKBOOK(
            "是二进制工作簿(.xlsb)",
            "is a binary workbook (.xlsb)",
            "请用 Excel 打开,另存为 .xlsx。",
            "Open it in Excel and save it as .xlsx."),
    OPEN_DOCUMENT(
            "是 OpenDocument 文件(.ods)",
            "is an OpenDocument file (.ods)",
            "请用表格软件打开,另存为 .xlsx。",
            "Open it in a spreadsheet program and save it as .xlsx."),
    ARCHIVE(
            "是压缩包或别种文档,不是工作簿",
            "is an archive or a document of another kind, no workbook",
            "压缩包请先解开,上传里面的 .xlsx 或 CSV。",
            "Unpack it and send the .xlsx or CSV inside."),
    CROWDED(
            "的目录大得不合常理",
            "has a table of contents of an unreasonable size",
            "请用表格软件打开,另存一份,或导出为 CSV。",
            "Save it again in a spreadsheet program, or export it as CSV."),
    MARKUP(
            "是网页或 XML,只是名字像表格",
            "is a web page or XML, whatever its name says",
            "请用 Excel 或 WPS 打开,另存为 .xlsx。",
            "Open it in Excel or WPS and save it as .xlsx."),
    EMPTY("是空文件", "is empty", "请核对文件,必要时重新导出。", "Check the file, and export it again if need be."),
    BINARY(
            "既不是 Excel 工作簿(.xlsx),也不是文本或 Parquet",
            "is neither a workbook (.xlsx) nor text nor Parquet",
            "请核对是不是选错了文件,或文件已损坏;用 Excel 或 WPS 打开得了的,另存为 .xlsx。",
            "Check whether it is the right file and not broken; what Excel or WPS can open, save as .xlsx.");

    private static final int LOOK = 4_096;
    /** Where a compound file says how large its sectors are (a power of two), and which of them its directory begins in. */
    private static final int SECTOR_SIZE = 30;

    private static final int DIRECTORY = 48;
    /** One control character in so many may be a slip of a pen. */
    private static final int FEW = 20;

    private static final Set<Integer> BLANKS = Set.of((int) '\t', (int) '\n', (int) '\r', (int) '\f', 0x1A, 0x1B);
    private final String zh;
    private final String en;
    private final String wayZh;
    private final String wayEn;

    Foreign(String zh, String en, String wayZh, String wayEn) {
        this.zh = zh;
        this.en = en;
        this.wayZh = wayZh;
        this.wayEn = wayEn;
    }

    /** @throws InvalidInputException if it is one of these */
    static void check(Path file) throws IOException {
        Optional<Foreign> found = of(file);
        if (found.isPresent()) {
            Foreign kind = found.get();
            throw Tables.refused(file.getFileName().toString(), kind.zh, kind.en, kind.wayZh, kind.wayEn);
        }
    }

    private static Optional<Foreign> of(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] head = read(in, 0);
            if (head.length == 0) {
                return Optional.of(EMPTY);
            }
            if (Tables.starts(head, 'P', 'K')) {
                return ZipDirectory.length(in) > ZipDirectory.MOST ? Optional.of(CROWDED) : packed(file);
            }
            if (Tables.starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
                return Optional.of(compound(in, head));
            }
            boolean wide = Tables.starts(head, 0xFF, 0xFE) || Tables.starts(head, 0xFE, 0xFF);
            boolean parquet = Tables.starts(head, 'P', 'A', 'R');
            return wide || parquet ? Optional.empty() : text(head);
        }
    }

    private static byte[] read(RandomAccessFile in, long at) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(LOOK, in.length() - at))];
        in.seek(at);
        in.readFully(bytes);
        return bytes;
    }

    /** A workbook that is broken is told so by who reads it. */
    private static Optional<Foreign> packed(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return Optional.empty();
            }
            if (zip.getEntry("xl/workbook.bin") != null) {
                return Optional.of(BINARY_WORKBOOK);
            }
            if (zip.getEntry("content.xml") != null) {
                return Optional.of(OPEN_DOCUMENT);
            }
            boolean workbook = zip.stream().map(ZipEntry::getName).anyMatch(n -> n.startsWith("xl/"));
            return workbook ? Optional.empty() : Optional.of(ARCHIVE);
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    /** By the names in its directory. */
    private static Foreign compound(RandomAccessFile in, byte[] head) throws IOException {
        if (head.length < 512) {
            return OLD_OFFICE;
        }
        long size = 1L << Math.min(head[SECTOR_SIZE] & 0xFF, 16);
        long sector = Integer.toUnsignedLong(
                Integer.reverseBytes(java.nio.ByteBuffer.wrap(head).getInt(DIRECTORY)));
        long at = (sector + 1) * size;
        String names = at < in.length() ? new String(read(in, at), StandardCharsets.UTF_16LE) : "";
        if (names.contains("EncryptedPackage")) {
            return LOCKED_WORKBOOK;
        }
        return names.contains("Workbook\0") || names.contains("Book\0") ? OLD_WORKBOOK : OLD_OFFICE;
    }

    /** Text has next to no control characters, and no list begins as a web page does. */
    private static Optional<Foreign> text(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
        long controls = text.chars().filter(c -> c < ' ' && !BLANKS.contains(c)).count();
        if (text.startsWith("%PDF") || controls * FEW > text.length()) {
            return Optional.of(BINARY);
        }
        String begins = text.stripLeading().toLowerCase(Locale.ROOT);
        boolean markup = Stream.of("<html", "<!doctype", "<?xml", "<table", "<head", "<meta", "<style", "<body", "<!--")
                .anyMatch(begins::startsWith);
        return markup ? Optional.of(MARKUP) : Optional.empty();
    }
}
