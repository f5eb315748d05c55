package org.huiqi.screen.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One row of a sheet. */
public sealed interface Row {

    /** As spreadsheets count: the first row, the heading included, is 1. */
    long number();

    /** Is nothing written in it? */
    boolean blank();

    /** Is it the example of a template? Its first cell says so. */
    default boolean example() {
        return this instanceof Cells row && row.cells().length > 0 && row.cells()[0].startsWith("示例");
    }

    /**
     * A row of cells.
     *
     * @param cells as written; a cell nobody wrote is empty. Not copied: nobody changes it
     */
    record Cells(long number, String[] cells) implements Row {
        @Override
        public boolean blank() {
            for (String cell : cells) {
                if (!cell.isBlank()) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A line of JSON.
     *
     * @param tree what it says; empty if it is no JSON
     * @param fault why it is none
     */
    record Json(long number, Optional<JsonNode> tree, String text, String fault) implements Row {
        @Override
        public boolean blank() {
            return text.isBlank();
        }
    }
}
