package org.huiqi.screen.table;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The rows of a sheet, one after the other. {@code next} refuses what can no longer be read. Not thread-safe. */
public interface Rows extends Iterator<Row>, Closeable {
    /**
     * The next rows, so many at most. They may be taken apart only where they are asked for, by one other thread: there, too, one that cannot be read
     * is refused.
     */
    default List<Row> next(int most) {
        List<Row> rows = new ArrayList<>(most);
        while (rows.size() < most && hasNext()) {
            rows.add(next());
        }
        return rows;
    }

    /** Passes over the rows that {@link #next(int)} would give, without taking them apart; says how many they are. */
    default int pass(int most) {
        return next(most).size();
    }

    /** The heading has been read: rows below it have so many cells, which tells some that are broken. Without it they are told by less. */
    default void heading(int cells) {}

    /** How much of the sheet has been read, 0 to 1. */
    double share();

    @Override
    void close();
}
