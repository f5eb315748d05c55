package org.huiqi.screen.output;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What makes a workbook one with charts: the library that writes it knows pictures, but no charts. One invisible picture makes it write all that a
 * drawing needs; here the drawing becomes one of charts.
 */
final class ChartParts {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private static final String TYPES = "[Content_Types].xml";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
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

    static String name(int number) {
        return "xl/drawings/chart" + (number + 1) + ".xml";
    }

    /** The picture nobody is to see. */
    static boolean drops(String part) {
        return part.startsWith("xl/media/");
    }

    /** Whether a part reads differently in a workbook with charts. */
    static boolean changes(String part) {
        return part.equals(TYPES) || part.startsWith("xl/drawings/");
    }

    static String changed(String part, String text, List<Chart> charts) {
        if (part.equals(TYPES)) {
            return types(text, charts.size());
        }
        return part.endsWith(".rels") ? relations(charts.size()) : drawing(charts);
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

    private static String types(String text, int charts) {
        String overrides = IntStream.range(0, charts)
                .mapToObj(i -> "<Override PartName=\"/" + name(i) + "\" ContentType=\"" + TYPE + "\"/>")
                .collect(Collectors.joining());
        return text.replace("</Types>", overrides + "</Types>");
    }
}
