package org.huiqi.screen;

import java.util.List;
import org.huiqi.screen.firm.Register;
import org.huiqi.screen.table.Row;

/**
 * Rows that were read and not yet looked at.
 *
 * @param first how many rows came before, of all sheets
 */
record RawBlock(long number, long first, Register register, List<Row> rows) {}
