package org.huiqi.screen.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook without the hour at which it was written: the same content, the same bytes. */
final class Timeless {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";

    private Timeless() {}

    static void copy(Path from, Path to) throws IOException {
        try (ZipFile in = new ZipFile(from.toFile());
                ZipOutputStream out =
                        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to), 1 << 18))) {
            for (ZipEntry entry : in.stream().toList()) {
                try (InputStream content = in.getInputStream(entry)) {
                    copy(entry.getName(), content, out);
                }
            }
        }
    }

    private static void copy(String name, InputStream content, ZipOutputStream out) throws IOException {
        ZipEntry copy = new ZipEntry(name);
        copy.setTimeLocal(ALWAYS);
        out.putNextEntry(copy);
        if (name.equals(PROPERTIES)) {
            out.write(dateless(content));
        } else {
            content.transferTo(out);
        }
        out.closeEntry();
    }

    private static byte[] dateless(InputStream in) throws IOException {
        String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return xml.replaceAll(">\\d{4}-\\d\\d-\\d\\dT[^<]*<", ">2026-01-01T00:00:00Z<")
                .getBytes(StandardCharsets.UTF_8);
    }
}
