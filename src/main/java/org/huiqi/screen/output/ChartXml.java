package org.huiqi.screen.output;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A chart in the words of Office Open XML (ECMA-376, part 1, 21.2). It points at cells of its own workbook and nowhere else. */
final class ChartXml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SPACE = """
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">\
            <c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1300" b="1"/></a:pPr>\
            <a:r><a:rPr sz="1300" b="1"/><a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>\
            <c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>%s</c:plotArea>\
            <c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>\
            </c:chart></c:chartSpace>
            """;
    private static final String BARS = """
            <c:barChart><c:barDir val="bar"/><c:grouping val="%s"/><c:varyColors val="0"/>%s\
            <c:gapWidth val="45"/>%s<c:axId val="1"/><c:axId val="2"/></c:barChart>\
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>\
            <c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>\
            <c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>\
            <c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>\
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>\
            <c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln>\
            </c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/>\
            <c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="max"/></c:valAx>""";
    private static final String SERIES = """
            <c:ser><c:idx val="%1$d"/><c:order val="%1$d"/><c:tx><c:strRef><c:f>%2$s</c:f><c:strCache><c:ptCount val="1"/>\
            <c:pt idx="0"><c:v>%3$s</c:v></c:pt></c:strCache></c:strRef></c:tx>\
            <c:spPr><a:solidFill><a:srgbClr val="%4$s"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>\
            <c:cat><c:strRef><c:f>%5$s</c:f><c:strCache>%6$s</c:strCache></c:strRef></c:cat>\
            <c:val><c:numRef><c:f>%7$s</c:f><c:numCache><c:formatCode>#,##0</c:formatCode>%8$s</c:numCache></c:numRef></c:val></c:ser>""";

    private ChartXml() {}

    static String of(Chart chart) {
        String series = IntStream.range(0, chart.series().size())
                .mapToObj(s -> series(chart, s))
                .collect(Collectors.joining());
        String bars = BARS.formatted(
                chart.stacked() ? "stacked" : "clustered", series, chart.stacked() ? "<c:overlap val=\"100\"/>" : "");
        return HEAD + SPACE.formatted(text(chart.title()), bars);
    }

    private static String series(Chart chart, int number) {
        Chart.Series series = chart.series().get(number);
        char column = (char) ('B' + number);
        return SERIES.formatted(
                number,
                cells(chart, column, chart.row() - 1, 1),
                text(series.name()),
                series.colour(),
                cells(chart, 'A', chart.row(), chart.labels().size()),
                points(chart.labels()),
                cells(chart, column, chart.row(), chart.labels().size()),
                points(series.figures().stream().map(f -> Long.toString(f)).toList()));
    }

    /** {@code 'sheet'!$B$3:$B$9}. */
    private static String cells(Chart chart, char column, int row, int count) {
        String from = "$" + column + "$" + (row + 1);
        String to = count == 1 ? "" : ":$" + column + "$" + (row + count);
        return text("'" + chart.sheet().replace("'", "''") + "'!" + from + to);
    }

    /** What a program shows until it reads the cells itself. */
    private static String points(List<String> values) {
        return "<c:ptCount val=\"" + values.size() + "\"/>"
                + IntStream.range(0, values.size())
                        .mapToObj(i -> "<c:pt idx=\"" + i + "\"><c:v>" + text(values.get(i)) + "</c:v></c:pt>")
                        .collect(Collectors.joining());
    }

    static String text(String text) {
        return text.replaceAll("[\\x00-\\x1f\uFFFE\uFFFF]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
