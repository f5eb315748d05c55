package org.huiqi.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.RuleFiles;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Assessment;

/** Loads one changed pack after another in one process, as a server does over years, and looks at what stays in memory. */
public final class ReloadBench {
    private static final double MEGABYTE = 1024.0 * 1024;
    /** How much more than in the middle third may be in use in the last one. */
    private static final double NOISE = 1.05;

    private final RuleFiles pack;
    private final PrintStream out;
    private final List<Memory> seen = new ArrayList<>();

    public ReloadBench(RuleFiles pack, PrintStream out) {
        this.pack = pack;
        this.out = out;
    }

    /**
     * How much of it.
     *
     * @param reloads how many
     * @param every print every so many
     * @param reference compile the reference too and compare its answer, every so many
     */
    public record Plan(int reloads, int every, int reference) {}

    private record Memory(double heap, double metaspace, int classes) {
        static Memory now() {
            double heap =
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
            double metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .mapToDouble(pool -> ((MemoryPoolMXBean) pool).getUsage().getUsed() / MEGABYTE)
                    .sum();
            ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
            return new Memory(heap, metaspace, classes.getLoadedClassCount());
        }
    }

    /** True if memory levels off. */
    public boolean run(Plan plan) throws IOException {
        out.println(" 重载 reloads   秒 s  堆 heap MB  元空间 metaspace MB  类 classes");
        long start = System.nanoTime();
        // as in a server, the book before stays in use until the next one is open
        RuleBook serving = null;
        for (int i = 1; i <= plan.reloads(); i++) {
            serving = reload(i, i % plan.reference() == 0);
            if (i % plan.every() == 0) {
                print(i, start, afterCollection());
            }
        }
        boolean level = levelsOff();
        out.println((level ? "持平 levels off: " : "持续增长 KEEPS GROWING: ")
                + (serving == null ? "" : serving.digest().substring(0, 12)));
        return level;
    }

    private RuleBook reload(int number, boolean withReference) throws IOException {
        RuleBook book = RuleBook.load(ChangedPack.of(pack, number), RuleBook.NO_CACHE);
        Profile profile = Sample.read(book.dictionary());
        Assessor assessor = new Assessor(book);
        Assessor.Request request = Assessor.Request.on(Sample.AS_OF);
        Assessment direct = assessor.assess(profile, request);
        if (withReference
                && !assessor.assess(profile, request, book.reference()).equals(direct)) {
            throw new IllegalStateException("the evaluators disagree after reload " + number);
        }
        return book;
    }

    /** Soft references and unloaded classes take a second look. */
    private Memory afterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Memory memory = Memory.now();
        seen.add(memory);
        return memory;
    }

    private void print(int reloads, long start, Memory memory) {
        out.printf(
                Locale.ROOT,
                "%13d %6d %11.1f %21.1f %11d%n",
                reloads,
                (System.nanoTime() - start) / 1_000_000_000,
                memory.heap(),
                memory.metaspace(),
                memory.classes());
    }

    private boolean levelsOff() {
        int third = seen.size() / 3;
        if (third == 0) {
            return true;
        }
        List<Memory> middle = seen.subList(seen.size() - 2 * third, seen.size() - third);
        List<Memory> last = seen.subList(seen.size() - third, seen.size());
        return mean(last, false) <= NOISE * mean(middle, false) && mean(last, true) <= NOISE * mean(middle, true);
    }

    private static double mean(List<Memory> memories, boolean metaspace) {
        return memories.stream()
                .mapToDouble(m -> metaspace ? m.metaspace() : m.heap())
                .average()
                .orElseThrow();
    }
}
