package org.huiqi.screen.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.huiqi.assess.RuleBook;
import org.huiqi.ledger.job.Job;
import org.huiqi.problem.Lang;
import org.huiqi.screen.Options;
import org.huiqi.screen.Screening;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.log.BlockCodec;
import org.huiqi.screen.log.BlockLog;
import org.huiqi.screen.output.Outputs;
import org.huiqi.screen.output.WorkbookOutput;
import org.huiqi.screen.result.Block;
import org.huiqi.screen.result.Duplicates;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Tally;

/** One job from where it is to its end: block after block into a log, and from the log every result, so that nothing depends on interruptions. */
final class JobRun {
    private final JobFolder folder;
    private final Job job;
    private final RuleBook book;
    private final int threads;

    JobRun(JobFolder folder, Job job, RuleBook book, int threads) {
        this.folder = folder;
        this.job = job;
        this.book = book;
        this.threads = threads;
    }

    /** {@code told}: how far it is, after every block; stops the run by throwing. */
    void run(Consumer<Job.Count> told) throws IOException {
        if (!job.ruleBook().isEmpty() && !job.ruleBook().equals(book.digest())) {
            // other rules: half of a result by each would be the result of neither
            Files.deleteIfExists(folder.log());
        }
        Job.Wish wish = job.wish();
        try (Intake intake = Intake.open(book, folder.list(), Map.of());
                BlockLog log = BlockLog.open(folder.log())) {
            Judge judge = Screening.judge(book, wish.asOf(), intake, wish.policies());
            Options options = new Options(threads, wish.recheck(), true, wish.lang());
            Screening screening = new Screening(job.file().name(), judge, intake, options);
            Job.Count end = screen(screening, log, told);
            log.force();
            // writing results takes long too, and nobody waits for those of a cancelled job
            log.watch(() -> told.accept(end));
            results(summary(screening, log), log, judge);
        }
    }

    /** How far it is at the end. */
    private Job.Count screen(Screening screening, BlockLog log, Consumer<Job.Count> told) throws IOException {
        long[] before = new long[2];
        log.replay(b -> {
            before[0] += b.read();
            before[1] += b.rejected();
        });
        Job.Count[] last = {
            new Job.Count(log.blocks(), before[0], before[1], job.count().permille())
        };
        // nothing more may be left to screen
        told.accept(last[0]);
        try (Output output = new LogOutput(log)) {
            screening.resume(log.blocks(), output, (read, rejected, share) -> {
                last[0] = new Job.Count(
                        log.blocks(), before[0] + read, before[1] + rejected, (int) Math.floor(share * 1_000));
                told.accept(last[0]);
            });
        }
        return last[0];
    }

    private static Summary summary(Screening screening, BlockLog log) throws IOException {
        Tally tally = screening.tally();
        try (Duplicates duplicates = new Duplicates()) {
            log.replay(b -> {
                tally.add(b);
                duplicates.add(b);
            });
            return screening.summary(tally, duplicates.find());
        }
    }

    private void results(Summary summary, BlockLog log, Judge judge) throws IOException {
        Path part = folder.unfinished();
        Lang lang = job.wish().lang();
        for (String name : List.of("results.csv", "results.parquet")) {
            try (Output output = Outputs.open(part.resolve(name), judge, lang)) {
                Output.Writer writer = output.writer();
                log.replay(b -> output.accept(b, writer.write(b)));
                output.finish(summary);
            }
        }
        lines(part, summary, log, judge);
        WorkbookOutput.write(part.resolve("results.xlsx"), log, summary, judge, lang);
        folder.finish();
    }

    /** With an index to them. */
    private void lines(Path part, Summary summary, BlockLog log, Judge judge) throws IOException {
        try (Output output = Outputs.open(
                        part.resolve(Firms.LINES), judge, job.wish().lang());
                Firms.Writer index = new Firms.Writer(part, judge.questions())) {
            Output.Writer writer = output.writer();
            log.replay(b -> {
                byte[] lines = writer.write(b);
                output.accept(b, lines);
                index.add(b.screened(), lines);
            });
            output.finish(summary);
        }
    }

    /** Blocks as they are, into the log. */
    private record LogOutput(BlockLog log) implements Output {
        @Override
        public Writer writer() {
            return BlockCodec::write;
        }

        @Override
        public void accept(Block block, byte[] bytes) throws IOException {
            log.append(bytes);
        }

        @Override
        public void finish(Summary summary) {
            // the log is what there is
        }

        @Override
        public void close() {
            // whoever opened the log closes it
        }
    }
}
