package org.huiqi.bench;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.huiqi.assess.RuleBook;
import org.huiqi.cli.bench.PlainJava;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.Evaluator;
import org.huiqi.engine.Facts;
import org.huiqi.engine.RuleFiles;
import org.huiqi.profile.RandomProfiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** {@link EngineBenchmark} on the whole pack; plain Java is generated there, for nobody writes that much by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC"})
public class WholePackBenchmark {
    private static final int PROFILES = 1024;
    private final RuleBook book = RuleBook.load(RuleFiles.shipped(), RuleBook.NO_CACHE);
    private final Facts[] built = facts(book);
    private final Evaluator plainJava = new PlainJava(book.compiled());
    private final Evaluator direct = book.direct();
    private final Evaluator reference = book.reference();
    private final PlainSession plain = new PlainSession(book.compiled());
    private int next;

    private static Facts[] facts(RuleBook book) {
        return new RandomProfiles(book.dictionary(), 20251208)
                .some(PROFILES).stream()
                        .map(p -> Facts.of(book.compiled(), p, Workload.AS_OF))
                        .toArray(Facts[]::new);
    }

    @Setup
    public void tellTheSize() {
        long atoms =
                book.rules().atoms().values().stream().mapToLong(List::size).sum();
        System.out.println(book.policies().size() + " policies, "
                + book.rules().criteria().size() + " criteria, " + atoms + " conditions");
    }

    /** After the measurement, so that nothing else has run in this JVM before. */
    @TearDown
    public void allGiveTheSameAnswers() {
        Agreement agreement = new Agreement(book.rules());
        for (Facts facts : built) {
            AtomTruths truths = direct.evaluate(facts);
            agreement.referenceAgrees(truths, plainJava.evaluate(facts));
            agreement.referenceAgrees(truths, reference.evaluate(facts));
            agreement.plainAgrees(truths, facts, plain.fire(facts));
        }
        System.out.println("the same answers for " + PROFILES + " profiles by all four");
    }

    private Facts next() {
        next = (next + 1) % PROFILES;
        return built[next];
    }

    @Benchmark
    public AtomTruths a_plainJava() {
        return plainJava.evaluate(next());
    }

    @Benchmark
    public Set<PlainSession.Hit> b1_plainSession() {
        return plain.fire(next());
    }

    @Benchmark
    public AtomTruths b2_referenceSession() {
        return reference.evaluate(next());
    }

    @Benchmark
    public AtomTruths c_direct() {
        return direct.evaluate(next());
    }
}
