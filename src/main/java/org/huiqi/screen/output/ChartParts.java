package org.huiqi.screen.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts charts into a finished workbook: the library that writes it knows pictures, but no charts. One invisible picture makes it write all that a
 * drawing needs; here the drawing becomes one of charts. The other parts are copied as they are, packed.
 */
final class ChartParts {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final FileTime ALWAYS = FileTime.fromMillis(1_767_225_600_000L);
    private static final int PIXELS = 9525;
    private static final String FRAME = """
            <xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%1$d</xdr:row><xdr:rowOff>0</xdr:rowOff>\
            </xdr:from><xdr:ext cx="%2$d" cy="%3$d"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>\
            <xdr:cNvPr id="%5$d" name="%4$s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/>\
            <a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">\
            <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="%6$s" r:id="rId%7$d"/>\
            </a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>""";

    private ChartParts() {}

    /** What the sheet of the charts must hold when it is written. */
    static byte[] pixel() {
        return PIXEL.clone();
    }

    static void insert(Path workbook, List<Chart> charts) throws IOException {
        if (charts.isEmpty()) {
            return;
        }
        try (FileSystem zip = FileSystems.newFileSystem(workbook)) {
            Path drawing = only(zip.getPath("/xl/drawings"), "drawing*.xml");
            write(drawing, drawing(charts));
            write(drawing.resolveSibling("_rels").resolve(drawing.getFileName() + ".rels"), relations(charts.size()));
            for (int i = 0; i < charts.size(); i++) {
                write(drawing.resolveSibling("chart" + (i + 1) + ".xml"), ChartXml.of(charts.get(i)));
            }
            Files.delete(only(zip.getPath("/xl/media"), "image*.png"));
            types(zip.getPath("/[Content_Types].xml"), charts.size());
        }
    }

    private static Path only(Path folder, String pattern) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            return found.iterator().next();
        }
    }

    /** The same charts give the same bytes. */
    private static void write(Path part, String text) throws IOException {
        Files.writeString(part, text);
        Files.setLastModifiedTime(part, ALWAYS);
    }

    private static String drawing(List<Chart> charts) {
        String frames = IntStream.range(0, charts.size())
                .mapToObj(i -> frame(charts.get(i), i + 1))
                .collect(Collectors.joining());
        return ChartXml.HEAD
                + "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
                + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">" + frames + "</xdr:wsDr>";
    }

    private static String frame(Chart chart, int number) {
        return FRAME.formatted(
                chart.top(),
                chart.width() * PIXELS,
                chart.height() * PIXELS,
                ChartXml.text(chart.title()),
                number + 1,
                OFFICE,
                number);
    }

    private static String relations(int charts) {
        return ChartXml.HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + IntStream.rangeClosed(1, charts)
                        .mapToObj(i -> "<Relationship Id=\"rId" + i + "\" Type=\"" + OFFICE + "/chart\" Target=\"chart"
                                + i + ".xml\"/>")
                        .collect(Collectors.joining())
                + "</Relationships>";
    }

    private static void types(Path part, int charts) throws IOException {
        String overrides = IntStream.rangeClosed(1, charts)
                .mapToObj(i -> "<Override PartName=\"/xl/drawings/chart" + i + ".xml\" ContentType=\"" + TYPE + "\"/>")
                .collect(Collectors.joining());
        write(part, Files.readString(part).replace("</Types>", overrides + "</Types>"));
    }
}
