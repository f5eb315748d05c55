package org.huiqi.screen.output;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A workbook without the hour at which it was written: the same content, the same bytes. Nothing is packed a second time. */
final class Timeless {
    /** 2026-01-01 00:00 in the form of zip files, which have no zone. */
    private static final long ALWAYS =
            new java.util.GregorianCalendar(2026, java.util.Calendar.JANUARY, 1).getTimeInMillis();

    private static final String PROPERTIES = "docProps/core.xml";

    private Timeless() {}

    static void copy(Path from, OutputStream to) throws IOException {
        try (ZipFile in = ZipFile.builder().setPath(from).get()) {
            ZipArchiveOutputStream out = new ZipArchiveOutputStream(to);
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                if (entry.getName().equals(PROPERTIES)) {
                    properties(in.getInputStream(entry), out);
                } else {
                    out.addRawArchiveEntry(like(entry), in.getRawInputStream(entry));
                }
            }
            out.finish();
        }
    }

    private static ZipArchiveEntry like(ZipArchiveEntry entry) {
        ZipArchiveEntry copy = new ZipArchiveEntry(entry.getName());
        copy.setMethod(entry.getMethod());
        copy.setSize(entry.getSize());
        copy.setCompressedSize(entry.getCompressedSize());
        copy.setCrc(entry.getCrc());
        copy.setTime(ALWAYS);
        return copy;
    }

    private static void properties(InputStream in, ZipArchiveOutputStream out) throws IOException {
        String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        byte[] bytes = xml.replaceAll(">\\d{4}-\\d\\d-\\d\\dT[^<]*<", ">2026-01-01T00:00:00Z<")
                .getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipArchiveEntry copy = new ZipArchiveEntry(PROPERTIES);
        copy.setMethod(ZipArchiveEntry.STORED);
        copy.setSize(bytes.length);
        copy.setCompressedSize(bytes.length);
        copy.setCrc(sum.getValue());
        copy.setTime(ALWAYS);
        out.addRawArchiveEntry(copy, new ByteArrayInputStream(bytes));
    }
}
