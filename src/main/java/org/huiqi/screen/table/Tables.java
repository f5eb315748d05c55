package org.huiqi.screen.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** The sheets of one file. */
public interface Tables extends Closeable {
    List<Sheet> sheets();

    @Override
    void close();

    /**
     * Opens a file by what it holds, whatever its name says.
     *
     * @throws InvalidInputException if there is no such file, or nothing that can be screened in it
     */
    static Tables open(Path file) {
        byte[] head = head(file);
        if (starts(head, 'P', 'K')) {
            return XlsxTables.open(file);
        }
        if (starts(head, 'P', 'A', 'R', '1') || starts(head, 'P', 'A', 'R', 'E')) {
            return new One(new ParquetSheet(file));
        }
        boolean json = file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ndjson|jsonl)");
        Sheet sheet = json ? new JsonLines(file) : new CsvSheet(file);
        return new One(sheet);
    }

    /** A file that is one sheet. */
    record One(Sheet sheet) implements Tables {
        @Override
        public List<Sheet> sheets() {
            return List.of(sheet);
        }

        @Override
        public void close() {}
    }

    private static byte[] head(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw refused(file, "这是文件夹", "is a folder", "请给出一个文件。", "Name a file.");
            }
            if (Files.notExists(file)) {
                throw refused(file, "没有这个文件", "no such file", "请核对文件名和所在的文件夹。", "Check the name and the folder.");
            }
            Foreign.check(file);
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(8);
            }
        } catch (AccessDeniedException e) {
            throw refused(file, "没有读取权限", "permission denied", "请让文件可读。", "Make it readable.");
        } catch (IOException e) {
            throw unreadable(file.getFileName().toString(), e);
        }
    }

    static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static InvalidInputException refused(Path file, String zh, String en, String wayZh, String wayEn) {
        return refused(file.getFileName().toString(), zh, en, wayZh, wayEn);
    }

    /** A file, or the rest of one, that nobody can read. */
    static InvalidInputException refused(String place, String zh, String en, String wayZh, String wayEn) {
        return new InvalidInputException(List.of(new Problem(place, new Text(zh, en), new Text(wayZh, wayEn))));
    }

    static InvalidInputException unreadable(String place, Exception e) {
        String why = String.valueOf(e.getMessage());
        return refused(
                place,
                "读不了,文件可能不完整或已损坏: " + why,
                "cannot be read, it may be incomplete or broken: " + why,
                "请用表格软件打开,另存一份再试。",
                "Open it in a spreadsheet program and save it again.");
    }
}
