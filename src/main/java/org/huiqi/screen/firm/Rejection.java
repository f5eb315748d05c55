package org.huiqi.screen.firm;

import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.screen.table.Row;

/**
 * Why a row was not screened: one cell, or the row as a whole. A row with several has several of these.
 *
 * @param row as spreadsheets count
 * @param column heading of the cell, empty for the row as a whole
 * @param value what stands there, shortened
 * @param reason what is wrong
 * @param remedy what to do about it
 */
public record Rejection(String sheet, long row, String column, String value, Text reason, Text remedy) {
    private static final int LONGEST = 60;

    public Rejection {
        value = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    /** Of a row that cannot be taken apart. */
    static Rejection of(Register register, Row.Broken row) {
        String column = register.columns().map(c -> c.heading(row.cell())).orElse("");
        return new Rejection(register.name(), row.number(), column, row.text(), row.reason(), row.remedy());
    }

    static Rejection of(String sheet, long row, String column, String value, Problem problem) {
        return new Rejection(sheet, row, column, value, problem.message(), problem.remedy());
    }
}
