package org.huiqi.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.ProfileText;
import org.huiqi.report.sheet.WorkbookReader;

/** Reads the file of a profile; what is wrong with the file is said with its name and line. */
final class ProfileFile {
    private static final String JSON = ".json";
    private static final String XLSX = ".xlsx";

    private ProfileFile() {}

    /**
     * JSON, YAML, or the workbook that the self-check page and {@code huiqi ask -o} write.
     *
     * @throws InvalidInputException if it cannot be read as a tree
     */
    static JsonNode read(Dictionary dictionary, Path file) {
        byte[] bytes = bytes(file);
        return workbook(file) ? sheets(dictionary, file, bytes) : text(file, bytes);
    }

    static boolean workbook(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(XLSX);
    }

    private static JsonNode sheets(Dictionary dictionary, Path file, byte[] bytes) {
        try {
            return WorkbookReader.read(dictionary, bytes);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.problems().stream()
                    .map(p -> new Problem(file.toString(), p.message(), p.remedy()))
                    .toList());
        }
    }

    private static JsonNode text(Path file, byte[] bytes) {
        requireUtf8(file, bytes);
        try {
            return file.toString().toLowerCase(Locale.ROOT).endsWith(JSON)
                    ? ProfileText.json(bytes)
                    : ProfileText.yaml(bytes);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.problems().stream()
                    .map(p -> new Problem(file + ":" + p.place(), p.message(), p.remedy()))
                    .toList());
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw refused(
                        file, "这是文件夹", "is a folder", "请给出一个 JSON、YAML 或 XLSX 文件。", "Name a JSON, YAML or XLSX file.");
            }
            if (Files.notExists(file)) {
                throw refused(file, "没有这个文件", "no such file", "请核对文件名和所在的文件夹。", "Check the name and the folder.");
            }
            if (Files.size(file) > ProfileText.MAX_BYTES) {
                throw refused(file, "文件过大", "the file is too large", "最大5MB。", "At most 5 MB.");
            }
            return Files.readAllBytes(file);
        } catch (AccessDeniedException e) {
            throw refused(file, "没有读取权限", "permission denied", "请让文件可读。", "Make it readable.");
        } catch (IOException e) {
            throw refused(file, "读不了: " + e.getMessage(), "cannot be read: " + e.getMessage(), "", "");
        }
    }

    /** Spreadsheet programs on Chinese systems like to save in GBK. */
    private static void requireUtf8(Path file, byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw refused(file, "不是 UTF-8 编码的文字", "is not UTF-8 text", "请另存为 UTF-8 编码。", "Save it as UTF-8.");
        }
    }

    private static InvalidInputException refused(Path file, String zh, String en, String wayZh, String wayEn) {
        return new InvalidInputException(
                List.of(new Problem(file.toString(), new Text(zh, en), new Text(wayZh, wayEn))));
    }
}
