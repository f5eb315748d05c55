package org.huiqi.screen.output;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A workbook with its charts and without the hour at which it was written: the same content, the same bytes. Nothing is packed a second time. */
final class Timeless {
    /** 2026-01-01 00:00 in the form of zip files, which have no zone. */
    private static final long ALWAYS =
            new java.util.GregorianCalendar(2026, java.util.Calendar.JANUARY, 1).getTimeInMillis();

    private static final String PROPERTIES = "docProps/core.xml";

    private Timeless() {}

    static void copy(Path from, OutputStream to, List<Chart> charts) throws IOException {
        try (ZipFile in = ZipFile.builder().setPath(from).get()) {
            ZipArchiveOutputStream out = new ZipArchiveOutputStream(to);
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                String name = entry.getName();
                if (name.equals(PROPERTIES)) {
                    text(name, dateless(text(in, entry)), out);
                } else if (!charts.isEmpty() && ChartParts.changes(name)) {
                    text(name, ChartParts.changed(name, text(in, entry), charts), out);
                } else if (charts.isEmpty() || !ChartParts.drops(name)) {
                    out.addRawArchiveEntry(like(entry), in.getRawInputStream(entry));
                }
            }
            for (int i = 0; i < charts.size(); i++) {
                text(ChartParts.name(i), ChartXml.of(charts.get(i)), out);
            }
            out.finish();
        }
    }

    private static String text(ZipFile in, ZipArchiveEntry entry) throws IOException {
        return new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String dateless(String xml) {
        return xml.replaceAll(">\\d{4}-\\d\\d-\\d\\dT[^<]*<", ">2026-01-01T00:00:00Z<");
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

    private static void text(String name, String text, ZipArchiveOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTime(ALWAYS);
        out.addRawArchiveEntry(entry, new ByteArrayInputStream(bytes));
    }
}
