package org.huiqi.screen.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before it is read: how much it unpacks to, how long its longest text is, and whether it names cells that no
 * workbook has. Nothing it says about its own sizes is believed.
 */
final class ZipGuard {
    private static final int MOST_PARTS = 10_000;
    private static final long MB = 1L << 20;
    /** The texts and formats of a workbook are held in memory, its sheets are not. */
    private static final long LARGEST_PART = 256 * MB;

    private static final long LARGEST_SHEET = 16_384 * MB;
    /** Real sheets are packed 5 to 60 times smaller; a bomb a thousand times. */
    private static final long MOST_RATIO = 250;

    private static final int LONGEST_TEXT = 1 << 20;
    private final String name;
    private final byte[] buffer = new byte[1 << 16];

    private ZipGuard(String name) {
        this.name = name;
    }

    /** Rows of all sheets, by the names of their parts. */
    static Map<String, Long> check(Path file) {
        String name = file.getFileName().toString();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw bomb(name, zip.size() + " parts");
            }
            ZipGuard guard = new ZipGuard(name);
            Map<String, Long> rows = new HashMap<>();
            long size = Files.size(file);
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
                ZipEntry entry = e.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    rows.put(entry.getName(), guard.scan(entry.getName(), in, size));
                }
            }
            return rows;
        } catch (IOException e) {
            throw Tables.unreadable(name, e);
        }
    }

    private long scan(String part, InputStream in, long packed) throws IOException {
        long limit = part.startsWith("xl/worksheets/") ? LARGEST_SHEET : LARGEST_PART;
        boolean xml = part.endsWith(".xml") || part.endsWith(".rels");
        XmlScan scan = new XmlScan();
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            size += n;
            if (Thread.currentThread().isInterrupted()) {
                // a cancelled job: a channel would have noticed by itself
                throw new InterruptedIOException("interrupted");
            }
            if (size > limit || size > 64 * MB && size / MOST_RATIO > packed) {
                throw bomb(name, part);
            }
            if (xml) {
                scan.next(buffer, n, part);
            }
        }
        return scan.rows;
    }

    private static RuntimeException bomb(String name, String part) {
        return Tables.refused(
                name,
                "解压后大得不合常理(" + part + ")",
                "unpacks to an unreasonable size (" + part + ")",
                "请用表格软件另存一份,或导出为 CSV。",
                "Save it again in a spreadsheet program, or export it as CSV.");
    }

    /** Follows the bytes of one part across buffers. */
    private final class XmlScan {
        private int text;
        private int letters = -1;
        private int matched;
        private long rows;

        void next(byte[] bytes, int length, String part) {
            for (int i = 0; i < length; i++) {
                int b = bytes[i];
                text = b == '<' ? 0 : text + 1;
                reference(b, part);
                if (text > LONGEST_TEXT) {
                    throw refused(part, "有一格文字过长", "has a cell with too long a text");
                }
                rows += b == 'r' && text == 1 ? 1 : 0;
                if (b == '!' && text == 1) {
                    matched = 1;
                } else if (matched > 0) {
                    doctype(b, part);
                }
            }
        }

        private void doctype(int b, String part) {
            if (matched == 1 && b == 'D') {
                throw refused(part, "含有 DOCTYPE 声明", "has a DOCTYPE declaration");
            }
            matched = 0;
        }

        /** {@code r="ABCD1"}: no workbook has a column of four letters, but a reader would make room for it. */
        private void reference(int b, String part) {
            if (b == '"') {
                letters = letters == -3 ? 0 : -1;
            } else if (letters >= 0 && b >= 'A' && b <= 'Z') {
                letters++;
                if (letters > 3) {
                    throw refused(part, "单元格编号超出范围", "has a cell beyond the last column");
                }
            } else if (letters >= 0) {
                letters = -1;
            } else {
                letters = b == ' ' ? -1 : letters == -1 && b == 'r' ? -2 : letters == -2 && b == '=' ? -3 : -1;
            }
        }

        private RuntimeException refused(String part, String zh, String en) {
            return Tables.refused(
                    name, part + " " + zh, part + " " + en, "请用表格软件另存一份再试。", "Save it again in a spreadsheet program.");
        }
    }
}
