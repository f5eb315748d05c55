package org.huiqi.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.LedgerDoor;
import org.huiqi.ledger.account.Journal;
import org.huiqi.ledger.account.Role;
import org.huiqi.ledger.job.Job;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.screen.job.Workshop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workshop of screening jobs, opened once there are a ledger and rules. Thread-safe. */
public final class JobDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);
    private final LedgerDoor door;
    private final LiveBook live;
    private final ServerOptions options;
    private @Nullable Workshop workshop;

    JobDesk(LedgerDoor door, LiveBook live, ServerOptions options) {
        this.door = door;
        this.live = live;
        this.options = options;
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
                        folder, ledger.get().jobs(), () -> live.now().book(), options.keepJobs());
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

    /** Who asked for a job may delete it, an administrator any, and an officer also those of an account that is no more. */
    public boolean mayDelete(Caller caller, Job job) {
        if (!caller.may(Role.OFFICER)) {
            return false;
        }
        return caller.account().name().equals(job.account())
                || caller.may(Role.ADMIN)
                || door.find().flatMap(l -> l.accounts().find(job.account())).isEmpty();
    }

    /**
     * Deletes the list and the results of a job that is over, once; the record stays.
     *
     * @param client where the request comes from
     * @throws ProblemException 403 for who may not, 409 if it is not over
     */
    public void delete(Caller caller, Job job, String client) throws IOException {
        if (!mayDelete(caller, job)) {
            throw new ProblemException(ProblemKind.FORBIDDEN, List.of(somebodyElses(job)));
        }
        if (!job.state().over()) {
            throw new ProblemException(ProblemKind.UNDER_WAY, List.of(cancelFirst()));
        }
        String name = caller.account().name();
        if (get().delete(job.id(), name)) {
            door.find().ifPresent(l -> l.journal().add(Journal.Kind.SCREENING_DELETED, name, client));
        }
    }

    private static Problem somebodyElses(Job job) {
        return new Problem(
                "$",
                new Text("这个任务是“" + job.account() + "”的", "this screening is of '" + job.account() + "'"),
                new Text("请其本人或管理员删除。", "Ask them, or an administrator, to delete it."));
    }

    private static Problem cancelFirst() {
        return new Problem(
                "$",
                new Text("任务还没有结束", "the screening is not over"),
                new Text("请先取消,再删除。", "Cancel it first, then delete it."));
    }

    @Override
    public synchronized void close() {
        if (workshop != null) {
            workshop.close();
            workshop = null;
        }
    }
}
