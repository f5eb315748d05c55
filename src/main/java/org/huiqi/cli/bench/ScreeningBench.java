package org.huiqi.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Atom;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.Facts;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Dictionary;
import org.huiqi.screen.Options;
import org.huiqi.screen.Progress;
import org.huiqi.screen.Screening;
import org.huiqi.screen.firm.FirmReader;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.output.Outputs;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.table.Row;
import org.huiqi.screen.table.Rows;

/** How many firms a second are read, judged and written, end to end, and what the alternatives make of the same file. */
public final class ScreeningBench {
    /** A session takes a millisecond or so: a few thousand rows say enough, once they are warm. */
    private static final int SESSIONS = 10_000;

    /** Thousands of small classes that Drools makes for conditions and consequences reach machine code late: a cold session is several times slower. */
    private static final int WARM_SESSIONS = 50_000;

    private static final int WARM_ROWS = 20_000;

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 20);
    private final RuleBook book;
    private final PrintStream out;
    private final int rows;
    private final int columns;

    public ScreeningBench(RuleBook book, PrintStream out, int rows, int columns) {
        this.book = book;
        this.out = out;
        this.rows = rows;
        this.columns = columns;
    }

    /** What is measured: the rows of a file, once through; {@code done} is told how many are, from time to time, if there is anything to tell. */
    private interface Run {
        void run(Path list, LongConsumer done) throws IOException;
    }

    /** Rows per CPU second: of a whole run, in which the compiler of the machine has its share, and of its second half. */
    private record Rate(double whole, double later) {}

    /** Where a run stands when half of it is done. */
    private static final class Half implements LongConsumer {
        private final long rows;
        private long at;
        private long cpu;
        private long time;

        Half(long all) {
            this.rows = all / 2;
        }

        @Override
        public void accept(long done) {
            if (at == 0 && done >= rows) {
                at = done;
                cpu = cpu();
                time = System.nanoTime();
            }
        }
    }

    /** Everything from CSV to CSV, then everything from Parquet to Parquet. */
    public void run() throws IOException {
        Path folder = Files.createTempDirectory("huiqi-bench");
        try {
            PlainJava plain = new PlainJava(book.compiled());
            for (String ending : List.of(".csv", ".parquet")) {
                format(folder, ending, firm -> plain.test(firm.enterprise()));
            }
            out.println(
                    "Plain Java (generated from the pack, no Drools) and the session test the conditions and write one letter each: no verdict,"
                            + " no reason, no statistics. Both read and write as ours does, with as many threads.");
        } finally {
            Scratch.delete(folder);
        }
    }

    private void format(Path folder, String ending, PlainScreening.Way byHand) throws IOException {
        Path list = folder.resolve("list" + ending);
        Path few = folder.resolve("few" + ending);
        Path result = folder.resolve("result" + ending);
        FirmList.write(book, list, rows, columns);
        FirmList.write(book, few, WARM_ROWS, columns);
        head(list, ending);
        measure("input split into cells, nothing else, 1 thread", list, few, (l, done) -> split(l, false));
        measure("input read into facts, nothing else, 1 thread", list, few, (l, done) -> split(l, true));
        Rate hand = measure(
                "plain Java, conditions only, end to end", list, few, (l, done) -> plain(l, result, byHand, done));
        Rate ours = measure("ours, all policies, end to end", list, few, (l, done) -> screen(l, result, done));
        Rate session = sessions(folder, ending, result);
        out.printf(
                Locale.ROOT,
                "per CPU second: ours = %.2f x plain Java (goal 0.6), %.1f x Drools session per row (goal 20);"
                        + " in the second half %.2f and %.1f%n%n",
                ours.whole() / hand.whole(),
                ours.whole() / session.whole(),
                ours.later() / hand.later(),
                ours.later() / session.later());
        Files.delete(list);
    }

    private void head(Path list, String ending) throws IOException {
        String name = ending.equals(".csv") ? "CSV -> CSV" : "Parquet -> Parquet";
        out.printf(
                Locale.ROOT,
                "%s: %,d rows, %d columns, %,d MB; %d policies, %d criteria; %d threads; load %.1f%n",
                name,
                rows,
                columns,
                Files.size(list) >> 20,
                book.policies().size(),
                book.rules().criteria().size(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** After {@code few} rows for the compiler of the machine. */
    private Rate measure(String name, Path list, Path few, Run run) throws IOException {
        run.run(few, done -> {});
        return measured(name, rows, list, run);
    }

    private void split(Path list, boolean read) {
        try (Intake intake = Intake.open(book, list, Map.of());
                Rows all = intake.registers().get(0).sheet().open()) {
            FirmReader reader = intake.reader(intake.registers().get(0), AS_OF);
            all.next();
            while (all.hasNext()) {
                Row row = all.next();
                if (read) {
                    reader.read(row, new ArrayList<>()).orElseThrow();
                }
            }
        }
    }

    private void plain(Path list, Path result, PlainScreening.Way way, LongConsumer done) throws IOException {
        new PlainScreening(book, AS_OF, Runtime.getRuntime().availableProcessors()).run(list, result, way, done);
    }

    /** What a program does that inserts every firm into a session of its own. */
    private Rate sessions(Path folder, String ending, Path result) throws IOException {
        int few = Math.min(rows, SESSIONS);
        Path fewer = folder.resolve("sessions" + ending);
        FirmList.write(book, fewer, few, columns);
        List<Atom> atoms = book.rules().atomsOf(Dictionary.ENTERPRISE);
        PlainScreening.Way session = firm -> {
            AtomTruths truths =
                    book.reference().evaluate(Facts.of(book.compiled(), firm.profile(book.dictionary()), AS_OF));
            byte[] written = new byte[atoms.size()];
            for (int a = 0; a < written.length; a++) {
                written[a] = truths.of(atoms.get(a), 0);
            }
            return written;
        };
        for (int warm = 0; warm < WARM_SESSIONS; warm += few) {
            plain(fewer, result, session, done -> {});
        }
        Rate rate = measured(
                "Drools session per row, conditions only, end to end",
                few,
                fewer,
                (l, done) -> plain(l, result, session, done));
        if (few < rows) {
            out.printf(
                    Locale.ROOT,
                    "  (a sample of %,d rows; all %,d would take %,.0f s CPU at this rate)%n",
                    few,
                    rows,
                    rows / rate.whole());
        }
        return rate;
    }

    private void screen(Path list, Path result, LongConsumer done) throws IOException {
        try (Intake intake = Intake.open(book, list, Map.of())) {
            Judge judge = Screening.judge(book, AS_OF, intake, Set.of());
            Options options = new Options(Runtime.getRuntime().availableProcessors(), 0, false, Lang.ZH);
            try (Output output = Outputs.open(result, judge, Lang.ZH)) {
                Progress progress = (read, rejected, share) -> done.accept(read);
                Summary summary = new Screening("list", judge, intake, options).run(output, progress);
                if (summary.tally().rejected() > 0) {
                    throw new IllegalStateException(summary.tally().rejected() + " rows were rejected");
                }
            }
        }
    }

    private Rate measured(String name, int count, Path list, Run run) throws IOException {
        Half half = new Half(count);
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long cpu = cpu();
        long start = System.nanoTime();
        run.run(list, half);
        long end = System.nanoTime();
        long spent = cpu();
        double seconds = (end - start) / 1e9;
        double busy = (spent - cpu) / 1e9;
        out.printf(
                Locale.ROOT,
                "  %-52s %,10.0f rows/s %8.1f s %8.1f s CPU %,10.0f rows per CPU second  peak heap %,d MB%n",
                name,
                count / seconds,
                seconds,
                busy,
                count / busy,
                heap() >> 20);
        Rate rate = new Rate(count / busy, half.at == 0 ? 0 : (count - half.at) * 1e9 / (spent - half.cpu));
        if (half.at > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %-52s %,10.0f rows/s %31s %,10.0f rows per CPU second%n",
                    "  its second half",
                    (count - half.at) * 1e9 / (end - half.time),
                    "",
                    rate.later());
        }
        out.flush();
        return rate;
    }

    /** Of the whole process: on a shared machine the clock says little. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .mapToLong(p -> p.getPeakUsage().getUsed())
                .sum();
    }
}
