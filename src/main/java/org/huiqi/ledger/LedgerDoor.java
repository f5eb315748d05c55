package org.huiqi.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the ledger when it is first asked for, and not before there is one. Thread-safe. */
public final class LedgerDoor implements AutoCloseable {
    private final Optional<LedgerPlace> place;
    private final Clock clock;
    private @Nullable Ledger open;

    private LedgerDoor(Optional<LedgerPlace> place, Clock clock) {
        this.place = place;
        this.clock = clock;
    }

    public static LedgerDoor to(LedgerPlace place, Clock clock) {
        return new LedgerDoor(Optional.of(place), clock);
    }

    /** Nothing is kept, nobody has an account. */
    public static LedgerDoor none() {
        return new LedgerDoor(Optional.empty(), Clock.systemUTC());
    }

    /**
     * The ledger, unless none was begun: an account made later is found without a restart.
     *
     * @throws org.huiqi.problem.InvalidInputException if it cannot be opened
     */
    public synchronized Optional<Ledger> find() {
        if (open == null && place.filter(LedgerPlace::begun).isPresent()) {
            open = Ledger.open(place.orElseThrow(), clock);
        }
        return Optional.ofNullable(open);
    }

    /** The folder of everything kept in files. */
    public Optional<Path> data() {
        return place.map(LedgerPlace::data);
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
