package org.huiqi.screen.output;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet being written from top to bottom, with a heading that stays in view. */
final class Page {
    /** Rows of a sheet, the heading included, with some to spare. */
    static final int MOST_ROWS = 1_048_000;

    /** So many columns can still be read on one page; more are printed on several, with the first ones repeated. */
    private static final int WHOLE = 14;

    private static final String HEAD = "1F4E79";
    private static final int LONGEST = 32_000;
    private final Worksheet sheet;
    private int row;

    /** {@code widths}: of columns, in characters; the last one holds for all further columns. */
    Page(Workbook workbook, String name, int columns, int... widths) {
        sheet = workbook.newWorksheet(name);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        if (columns <= WHOLE) {
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
        }
        for (int c = 0; c < columns; c++) {
            sheet.width(c, widths[Math.min(c, widths.length - 1)]);
        }
    }

    Worksheet sheet() {
        return sheet;
    }

    int row() {
        return row;
    }

    boolean full() {
        return row >= MOST_ROWS;
    }

    void heading(List<String> cells, int frozenColumns) {
        for (int c = 0; c < cells.size(); c++) {
            text(c, cells.get(c));
        }
        sheet.range(row, 0, row, Math.max(0, cells.size() - 1))
                .style()
                .bold()
                .fontColor("FFFFFF")
                .fillColor(HEAD)
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        if (row > 0) {
            sheet.rowHeight(row, 34);
        }
        sheet.repeatRows(row);
        if (cells.size() > WHOLE) {
            sheet.repeatCols(0, frozenColumns - 1);
        }
        sheet.freezePane(frozenColumns, row + 1);
        row++;
    }

    void title(String text) {
        text(0, text);
        sheet.style(row, 0).bold().fontSize(14).fontColor(HEAD).set();
        row++;
    }

    /** Words that come again and again are kept once for the whole workbook. */
    void word(int column, String text) {
        sheet.value(row, column, text);
    }

    /** A text as text, whatever it looks like. */
    void text(int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, shown(text));
        }
    }

    void number(int column, Number number) {
        sheet.value(row, column, number);
        sheet.style(row, column).format("#,##0").set();
    }

    void line(List<String> cells) {
        for (int c = 0; c < cells.size(); c++) {
            text(c, cells.get(c));
        }
        next();
    }

    void next() {
        row++;
    }

    void flush() throws IOException {
        sheet.flush();
    }

    void filter(int headingRow, int lastColumn) {
        sheet.setAutoFilter(headingRow, 0, Math.max(headingRow, row - 1), lastColumn);
    }

    void finish() throws IOException {
        sheet.finish();
    }

    private static String shown(String text) {
        String clipped = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        for (int i = 0; i < clipped.length(); i++) {
            char c = clipped.charAt(i);
            if (c < ' ' || c >= '\uFFFE') {
                return clipped.replaceAll("[\\x00-\\x09\\x0b-\\x1f\uFFFE\uFFFF]", "\uFFFD");
            }
        }
        return clipped;
    }
}
