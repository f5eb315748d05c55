package org.huiqi.screen.job;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huiqi.assess.RuleBook;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.Jobs;
import org.huiqi.ledger.job.State;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.screen.DisagreementException;
import org.huiqi.screen.OutputFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job in the workshop: runs it, keeps count, and writes down what became of it. */
final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final long GRAIN = TimeUnit.MILLISECONDS.toNanos(500);
    private final Job job;
    private final Jobs jobs;
    private final JobFolder folder;
    private final Supplier<RuleBook> book;
    private volatile Job.Count count;
    private volatile boolean stopped;
    private long written = System.nanoTime() - GRAIN;
    private @Nullable Thread running;

    Work(Job job, Jobs jobs, JobFolder folder, Supplier<RuleBook> book) {
        this.job = job;
        this.jobs = jobs;
        this.folder = folder;
        this.book = book;
        this.count = job.count();
    }

    /** Between two blocks. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped", null, false, false);
        }
    }

    /** Before the next block. */
    void stop() {
        stopped = true;
    }

    /** At the next byte that is read or written: nobody wants what comes of it. */
    synchronized void abandon() {
        stop();
        if (running != null) {
            running.interrupt();
        }
    }

    private synchronized void running(@Nullable Thread thread) {
        running = thread;
        // whoever abandoned it did so in time for nothing else
        Thread.interrupted();
    }

    Job counted(Job row) {
        return row.counted(count);
    }

    void run() {
        work();
        tidy();
    }

    private void work() {
        RuleBook rules = book.get();
        if (stopped || !jobs.begin(job.id(), rules.digest())) {
            return;
        }
        try {
            screen(rules);
            jobs.count(job.id(), new Job.Count(count.blocks(), count.read(), count.rejected(), 1_000));
            jobs.done(job.id());
        } catch (StoppedException e) {
            stoppedBetweenBlocks();
        } catch (InvalidInputException e) {
            unreadable(e);
        } catch (DisagreementException e) {
            LOG.error("job {}: {}", job.id(), e.getMessage());
            jobs.failed(
                    job.id(),
                    new Text(
                            "两个引擎不一致,结果不可信,已停止:" + e.getMessage(),
                            "The engines disagree, nothing of this can be trusted: " + e.getMessage()));
        } catch (IOException | OutputFailedException e) {
            unwritten(e);
        } catch (RuntimeException | Error e) {
            ended(e);
        }
    }

    private void screen(RuleBook rules) throws IOException {
        running(Thread.currentThread());
        try {
            if (stopped) {
                throw new StoppedException();
            }
            int threads = Runtime.getRuntime().availableProcessors();
            new JobRun(folder, job, rules, threads).run(this::told);
        } finally {
            running(null);
        }
    }

    private void told(Job.Count now) {
        count = now;
        if (stopped) {
            throw new StoppedException();
        }
        if (System.nanoTime() - written > GRAIN) {
            written = System.nanoTime();
            jobs.count(job.id(), now);
        }
    }

    /** Cancelled, or the process is ending. */
    private void stoppedBetweenBlocks() {
        Thread.interrupted(); // the ledger is still to be told
        jobs.count(job.id(), count);
        jobs.interrupted(job.id());
    }

    /** Keeps of a job that is over what is to be kept. */
    void tidy() {
        State state = jobs.get(job.id()).state();
        if (!state.over()) {
            return;
        }
        try {
            folder.tidy(state);
        } catch (IOException e) {
            LOG.warn("job {}: what it found stays: {}", job.id(), e.getClass().getName());
        }
    }

    /** A list that was being read when the process began to end is no worse for that. */
    private void unreadable(InvalidInputException e) {
        if (stopped) {
            stoppedBetweenBlocks();
            return;
        }
        jobs.failed(job.id(), new Text(lines(e, Lang.ZH), lines(e, Lang.EN)));
    }

    /** A thread that is interrupted because the process is ending finds its files closed. */
    private void unwritten(Exception e) {
        if (stopped) {
            stoppedBetweenBlocks();
            return;
        }
        LOG.error("job {}: {}", job.id(), e.toString());
        jobs.failed(job.id(), DiskTrouble.of(e).told());
    }

    /** A process that is ending interrupts its threads; anything else is an error of the program. */
    private void ended(Throwable e) {
        if (stopped) {
            stoppedBetweenBlocks();
            return;
        }
        LOG.error("job {}", job.id(), e);
        jobs.failed(job.id(), new Text("程序内部错误,请看服务器日志", "An error of the program itself, see the server's log"));
    }

    private static String lines(InvalidInputException e, Lang lang) {
        return e.problems().stream().map(p -> p.in(lang)).collect(Collectors.joining("\n"));
    }
}
