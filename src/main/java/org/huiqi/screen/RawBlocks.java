package org.huiqi.screen;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.huiqi.screen.firm.Columns;
import org.huiqi.screen.firm.Register;
import org.huiqi.screen.table.Row;
import org.huiqi.screen.table.Rows;
import org.jspecify.annotations.Nullable;

/** The rows of all sheets, cut into blocks; a block never spans two sheets. Not thread-safe. */
final class RawBlocks implements Iterator<RawBlock>, AutoCloseable {
    private final Iterator<Register> registers;
    private @Nullable Register register;
    private @Nullable Rows rows;
    private final int sheets;
    private int opened;
    private long number;
    private long first;

    RawBlocks(List<Register> registers) {
        this.registers = registers.iterator();
        this.sheets = Math.max(1, registers.size());
    }

    @Override
    public boolean hasNext() {
        while (rows == null || !rows.hasNext()) {
            if (rows != null) {
                rows.close();
                rows = null;
            }
            if (!registers.hasNext()) {
                return false;
            }
            open(registers.next());
        }
        return true;
    }

    private void open(Register next) {
        register = next;
        opened++;
        long heading = next.columns().map(Columns::row).orElse(0L);
        Rows all = next.sheet().open();
        rows = all;
        for (long r = 0; r < heading && all.hasNext(); ) {
            r = all.next().number();
        }
        next.columns().ifPresent(c -> all.heading(c.width()));
    }

    @Override
    public RawBlock next() {
        if (!hasNext() || rows == null || register == null) {
            throw new NoSuchElementException();
        }
        List<Row> taken = rows.next(Options.BLOCK);
        RawBlock block = new RawBlock(number++, first, register, taken);
        first += taken.size();
        return block;
    }

    /** Passes over the blocks before that one. */
    void pass(long until) {
        while (number < until && hasNext()) {
            first += Objects.requireNonNull(rows).pass(Options.BLOCK);
            number++;
        }
    }

    /** How much of all sheets has been read, 0 to 1; every sheet counts alike. */
    double share() {
        double within = rows == null ? 1 : rows.share();
        return Math.min(1, Math.max(0, (opened - 1 + within) / sheets));
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }
}
