package org.huiqi.screen.firm;

import java.util.Optional;
import org.huiqi.screen.table.Sheet;

/**
 * A sheet with one firm a row.
 *
 * @param columns which column is which field; empty for lines of JSON, which name every value
 */
public record Register(Sheet sheet, Optional<Columns> columns) {
    public String name() {
        return sheet.name();
    }
}
