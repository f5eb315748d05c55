package org.huiqi.screen;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.result.Block;
import org.huiqi.screen.result.Duplicates;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Tally;
import org.huiqi.screen.resume.Bookmark;
import org.huiqi.screen.resume.Keeper;

/**
 * Screens a list of firms as a sequence of numbered blocks. The thread that calls reads and hands out blocks, others judge them and turn them into
 * bytes, and what comes back is put in order again, so neither threads nor chance show in the result. Memory does not grow with the list.
 */
public final class Screening {
    private final String source;
    private final Judge judge;
    private final Intake intake;
    private final Options options;
    private final List<Worker> workers = new ArrayList<>();
    private final BlockingQueue<Worker> idle;

    /** {@code source}: what the list is called. */
    public Screening(String source, Judge judge, Intake intake, Options options) {
        this.source = source;
        this.judge = judge;
        this.intake = intake;
        this.options = options;
        for (int i = 0; i < options.threads(); i++) {
            workers.add(new Worker(judge, intake, options));
        }
        this.idle = new ArrayBlockingQueue<>(options.threads(), false, workers);
    }

    /** A block on its way. */
    private record Done(Block block, Tally tally, byte[] bytes) {}

    /** {@code share}: of the list that had been read by its end. */
    private record Under(Future<Done> done, double share) {}

    /** A judge for what a list can answer. */
    public static Judge judge(
            org.huiqi.assess.RuleBook book, java.time.LocalDate asOf, Intake intake, java.util.Set<String> policies) {
        java.util.Optional<java.util.Set<String>> fields = intake.answerable();
        java.util.Optional<java.util.Set<String>> lists = fields.map(f -> intake.lists());
        return new Judge(book, asOf, new Judge.Answerable(fields, lists), policies);
    }

    public Summary run(Output output, Progress progress) {
        try (Duplicates duplicates = new Duplicates()) {
            return run(output, progress, Bookmark.start(tally()), duplicates, where -> {});
        } catch (IOException e) {
            throw OutputFailedException.of(e);
        }
    }

    /** From where an earlier process was, into an output opened there; the keeper is told how far it is. */
    public Summary run(Output output, Progress progress, Keeper keeper, Bookmark from) {
        try (Duplicates duplicates = keeper.duplicates(from)) {
            return run(output, progress, from, duplicates, keeper::passed);
        } catch (IOException e) {
            throw OutputFailedException.of(e);
        }
    }

    private interface Told {
        void of(Keeper.Where where) throws IOException;
    }

    private Summary run(Output output, Progress progress, Bookmark from, Duplicates duplicates, Told told)
            throws IOException {
        Tally tally = from.tally();
        long[] rows = {tally.read(), tally.rejected()};
        blocks(from.blocks(), rows, output, progress, done -> {
            tally.add(done.tally());
            duplicates.add(done.block());
            told.of(() -> new Bookmark(done.block().number() + 1, output.mark(), tally, duplicates.mark()));
        });
        Summary summary = summary(tally, duplicates.find());
        output.finish(summary);
        return summary;
    }

    public Tally tally() {
        return new Tally(judge.questions(), judge.fields().size());
    }

    /** What the screening amounts to, once every block is in {@code tally}. */
    public Summary summary(Tally tally, Duplicates.Found duplicates) {
        return new Summary(
                source,
                judge.asOf(),
                judge.book().digest(),
                tally,
                tally.rechecked(),
                intake.relatedRows(),
                intake.relatedRejections(),
                duplicates,
                intake.unread());
    }

    private interface Use {
        void accept(Done done) throws IOException;
    }

    /** Screens from block {@code from} on and gives every block to the output, in order. For those who keep what they were given before. */
    public void resume(long from, Output output, Progress progress) {
        try {
            blocks(from, new long[2], output, progress, done -> {});
        } catch (IOException e) {
            throw OutputFailedException.of(e);
        }
    }

    /** {@code rows}: read and rejected before. */
    private void blocks(long from, long[] rows, Output output, Progress progress, Use use) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(options.threads(), r -> {
            Thread thread = new Thread(r, "screening");
            thread.setDaemon(true);
            return thread;
        });
        ThreadLocal<Output.Writer> writers = ThreadLocal.withInitial(output::writer);
        try (RawBlocks raw = new RawBlocks(intake.registers())) {
            Way way = new Way(output, progress, use, rows);
            Herald herald = new Herald(judge.book(), options.recheck());
            raw.pass(from);
            for (Optional<RawBlock> read = way.read(raw); read.isPresent(); read = way.read(raw)) {
                RawBlock next = read.get();
                herald.at(next.first() + next.rows().size(), raw.share());
                way.add(new Under(pool.submit(() -> done(next, writers.get())), raw.share()));
            }
            way.rest();
        } finally {
            pool.shutdownNow();
        }
    }

    private Done done(RawBlock raw, Output.Writer writer) throws InterruptedException {
        Worker worker = idle.take();
        try {
            Block block = worker.screen(raw);
            Tally tally = tally();
            tally.add(block);
            return new Done(block, tally, writer.write(block));
        } finally {
            idle.add(worker);
        }
    }

    /** Blocks that are being judged, until they are put where they belong, in order. */
    private final class Way {
        private final Output output;
        private final Progress progress;
        private final Use use;
        private final long[] rows;
        private final Deque<Under> under = new ArrayDeque<>();

        Way(Output output, Progress progress, Use use, long[] rows) {
            this.output = output;
            this.progress = progress;
            this.use = use;
            this.rows = rows;
        }

        /** What comes before a fault is judged first: rows are taken apart there, and the first fault is the one to be told. */
        Optional<RawBlock> read(RawBlocks raw) throws IOException {
            try {
                return raw.hasNext() ? Optional.of(raw.next()) : Optional.empty();
            } catch (InvalidInputException e) {
                rest();
                throw e;
            }
        }

        void add(Under next) throws IOException {
            under.add(next);
            while (under.size() > 4 * options.threads()
                    || !under.isEmpty() && under.peek().done().isDone()) {
                put(under.remove());
            }
        }

        void rest() throws IOException {
            while (!under.isEmpty()) {
                put(under.remove());
            }
        }

        private void put(Under next) throws IOException {
            Done done = get(next.done());
            output.accept(done.block(), done.bytes());
            use.accept(done);
            rows[0] += done.block().read();
            rows[1] += done.block().rejected();
            progress.rows(rows[0], rows[1], next.share());
        }
    }

    private static Done get(Future<Done> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
