package org.huiqi.web;

import java.nio.file.Path;
import java.util.Optional;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.LedgerDoor;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.screen.job.Workshop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workshop of screening jobs, opened once there are a ledger and rules. Thread-safe. */
public final class JobDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);
    private final LedgerDoor door;
    private final LiveBook live;
    private @Nullable Workshop workshop;

    JobDesk(LedgerDoor door, LiveBook live) {
        this.door = door;
        this.live = live;
    }

    /** Opens it, which goes on with what was interrupted; empty if nothing is kept. */
    synchronized Optional<Workshop> find() {
        if (workshop == null) {
            Optional<Ledger> ledger = door.find();
            Optional<Path> data = door.data();
            if (ledger.isPresent() && data.isPresent()) {
                live.now();
                Path folder = data.get().resolve("jobs");
                workshop = Workshop.open(
                        folder, ledger.get().jobs(), () -> live.now().book());
            }
        }
        return Optional.ofNullable(workshop);
    }

    /**
     * For somebody who was let in.
     *
     * @throws ProblemException 503 if it cannot be opened
     */
    public Workshop get() {
        try {
            return find().orElseThrow(() -> new ProblemException(ProblemKind.LEDGER_CLOSED));
        } catch (InvalidInputException e) {
            e.problems().forEach(p -> LOG.error("{}", p));
            throw new ProblemException(ProblemKind.LEDGER_CLOSED);
        }
    }

    @Override
    public synchronized void close() {
        if (workshop != null) {
            workshop.close();
            workshop = null;
        }
    }
}
