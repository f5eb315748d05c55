package org.huiqi.screen.table;

/** A sheet of a workbook, or a file of rows. */
public interface Sheet {
    String name();

    /**
     * From the first row on; may be called again.
     *
     * @throws org.huiqi.problem.InvalidInputException if it cannot be read
     */
    Rows open();

    /** Whether every row has a cell for every column, so that a row of another length has lost or gained something. */
    boolean rectangular();

    /** Whether whoever opens the file does not see it. */
    default boolean hidden() {
        return false;
    }
}
