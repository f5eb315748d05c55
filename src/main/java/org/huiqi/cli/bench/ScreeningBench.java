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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Facts;
import org.huiqi.problem.Lang;
import org.huiqi.screen.Options;
import org.huiqi.screen.Progress;
import org.huiqi.screen.Screening;
import org.huiqi.screen.firm.Firm;
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
    /** A session takes a millisecond or so: a few thousand rows say enough. */
    private static final int SESSIONS = 5_000;

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

    /** What is measured: the rows of a file, once through. */
    interface Run {
        void run() throws IOException;
    }

    public void run() throws IOException {
        Path folder = Files.createTempDirectory("huiqi-bench");
        Path list = folder.resolve("list.csv");
        try {
            FirmList.write(book, list, rows, columns);
            out.printf(
                    Locale.ROOT,
                    "%,d rows, %d columns, %,d MB; %d policies, %d criteria; %d threads; load %.1f%n",
                    rows,
                    columns,
                    Files.size(list) >> 20,
                    book.policies().size(),
                    book.rules().criteria().size(),
                    Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            measure("warm-up of ours", rows, () -> screen(list, folder.resolve("warm.csv")));
            measure("input split into cells, nothing else, 1 thread", rows, () -> split(list, false));
            measure("input read into facts, nothing else, 1 thread", rows, () -> split(list, true));
            measure("ours, CSV to CSV, all policies", rows, () -> screen(list, folder.resolve("ours.csv")));
            int few = Math.min(rows, SESSIONS);
            Path fewer = folder.resolve("few.csv");
            FirmList.write(book, fewer, few, columns);
            book.reference();
            sessions(fewer);
            measure("Drools session per row, criteria only, 1 thread", few, () -> sessions(fewer));
            out.println(
                    "The session says which criteria are met and writes nothing: no verdict, no reason. Hand-written predicates"
                            + " are measured by the benchmarks of src/test/java/org/huiqi/bench, Parquet is not read or written.");
        } finally {
            Scratch.delete(folder);
        }
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

    /** What a program does that inserts every firm into a session of its own. */
    private void sessions(Path list) {
        try (Intake intake = Intake.open(book, list, Map.of());
                Rows all = intake.registers().get(0).sheet().open()) {
            FirmReader reader = intake.reader(intake.registers().get(0), AS_OF);
            all.next();
            while (all.hasNext()) {
                Firm firm = reader.read(all.next(), new ArrayList<>()).orElseThrow();
                book.reference().evaluate(Facts.of(book.compiled(), firm.profile(book.dictionary()), AS_OF));
            }
        }
    }

    private void screen(Path list, Path result) throws IOException {
        try (Intake intake = Intake.open(book, list, Map.of())) {
            Judge judge = Screening.judge(book, AS_OF, intake, Set.of());
            Options options = new Options(Runtime.getRuntime().availableProcessors(), 0, false, Lang.ZH);
            try (Output output = Outputs.open(result, judge, Lang.ZH)) {
                Summary summary = new Screening("list.csv", judge, intake, options).run(output, Progress.SILENT);
                if (summary.tally().screened() != rows) {
                    throw new IllegalStateException(
                            "screened " + summary.tally().screened() + " of " + rows);
                }
            }
        }
    }

    private void measure(String name, int count, Run run) throws IOException {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long cpu = cpu();
        long start = System.nanoTime();
        run.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (cpu() - cpu) / 1e9;
        out.printf(
                Locale.ROOT,
                "%-52s %,10.0f rows/s %8.1f s %8.1f s CPU %,10.0f rows per CPU second  peak heap %,d MB%n",
                name,
                count / seconds,
                seconds,
                busy,
                count / busy,
                heap() >> 20);
        out.flush();
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
