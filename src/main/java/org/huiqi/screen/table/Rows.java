package org.huiqi.screen.table;

import java.io.Closeable;
import java.util.Iterator;

/** The rows of a sheet, one after the other. {@code next} refuses what can no longer be read. Not thread-safe. */
public interface Rows extends Iterator<Row>, Closeable {
    /** How much of the sheet has been read, 0 to 1. */
    double share();

    @Override
    void close();
}
