package org.huiqi.screen.parquet;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a row group on their way to be cells. Batches of them are made in order by one thread and may be taken apart by others, in any order:
 * whoever needs a column takes apart what comes before in it, too, so that nobody waits for one who never comes. Thread-safe.
 */
final class RowGroup {
    /** Rows that nobody wants are read in pieces, and dropped. */
    private static final int PIECE = 1_000;

    /** Of a few hundred rows; nobody writes so much. */
    private static final int MOST_BYTES = 16 << 20;

    private final List<Turns> columns;
    private Batch last = new Batch(0, 0, 0);

    RowGroup(List<ColumnCells> columns) {
        this.columns = IntStream.range(0, columns.size())
                .mapToObj(i -> new Turns(i, columns.get(i), last))
                .toList();
    }

    /** Some rows on end; what was taken apart of them lies ready until it is fetched. */
    static final class Batch {
        private final int number;
        private final long rows;
        private final ColumnCells.@Nullable Part[] parts;
        /** Of all columns that were taken apart, fetched or not, in bytes. */
        private final AtomicLong length = new AtomicLong();

        private volatile @Nullable Batch next;

        private Batch(int number, long rows, int columns) {
            this.number = number;
            this.rows = rows;
            this.parts = new ColumnCells.Part[columns];
        }

        int rows() {
            return (int) rows;
        }

        /** Whoever takes it apart need not be who wants it: what is too long must not lie ready either. */
        private void grow(int more) throws UnreadableException {
            if (length.addAndGet(more) > MOST_BYTES) {
                throw new UnreadableException("有几行过长", "some rows are too long");
            }
        }
    }

    /** The next rows. */
    Batch next(int rows) {
        return add(new Batch(last.number + 1, rows, columns.size()));
    }

    /** Rows that nobody wants. */
    void pass(long rows) {
        if (rows > 0) {
            add(new Batch(last.number + 1, rows, 0));
        }
    }

    private Batch add(Batch batch) {
        last.next = batch;
        last = batch;
        return batch;
    }

    /** The cells of a column, once. */
    ColumnCells.Part part(Batch batch, int column) throws UnreadableException {
        columns.get(column).upTo(batch);
        ColumnCells.Part part = Objects.requireNonNull(batch.parts[column]);
        batch.parts[column] = null;
        return part;
    }

    /** Takes apart what was made so far, and lets go of the pages. Faults are for those who want the rows. */
    void finish() {
        columns.forEach(c -> c.finish(last));
    }

    /** Lets go of the pages; who still wants rows that were not taken apart comes too late. */
    void drop() {
        columns.forEach(Turns::drop);
    }

    /** A column, and how far it is. */
    private static final class Turns {
        private final int column;
        private @Nullable ColumnCells cells;
        private Batch done;
        private @Nullable UnreadableException fault;

        Turns(int column, ColumnCells cells, Batch begin) {
            this.column = column;
            this.cells = cells;
            this.done = begin;
        }

        synchronized void upTo(Batch wanted) throws UnreadableException {
            while (done.number < wanted.number) {
                if (fault != null) {
                    throw fault;
                }
                Batch due = Objects.requireNonNull(done.next);
                take(due, Objects.requireNonNull(cells));
                done = due;
            }
        }

        private void take(Batch due, ColumnCells from) throws UnreadableException {
            try {
                UnreadableException.unless(() -> {
                    if (due.parts.length > 0) {
                        due.grow(0);
                        ColumnCells.Part part = from.next(due.rows());
                        due.grow(part.length());
                        due.parts[column] = part;
                    } else {
                        pass(due.rows, from);
                    }
                    return due;
                });
            } catch (UnreadableException e) {
                fault = e;
                throw e;
            }
        }

        private static void pass(long rows, ColumnCells from) throws IOException {
            for (long left = rows; left > 0; left -= PIECE) {
                from.next((int) Math.min(left, PIECE));
            }
        }

        synchronized void finish(Batch last) {
            try {
                upTo(last);
            } catch (UnreadableException e) {
                // whoever wants these rows is told
            }
            cells = null;
        }

        synchronized void drop() {
            if (fault == null) {
                fault = new UnreadableException("文件已经关闭", "it was closed");
            }
            cells = null;
        }
    }
}
