package org.huiqi.bench;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.Evaluator;
import org.huiqi.engine.Facts;
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

/**
 * Profiles per second on one thread: all conditions of three policies for one enterprise, its products and its tax months. The facts are built
 * before; what building them costs is measured by {@link AssessingBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC"})
public class EngineBenchmark {
    private static final int PROFILES = 2048;
    private final Workload workload = new Workload(PROFILES);
    private final List<Facts> facts = workload.profiles.stream()
            .map(p -> Facts.of(workload.book.compiled(), p, Workload.AS_OF))
            .toList();
    private final HandFacts[] handFacts =
            facts.stream().map(f -> HandFacts.of(workload.book.dictionary(), f)).toArray(HandFacts[]::new);
    private final Facts[] built = facts.toArray(Facts[]::new);
    private final Evaluator direct = workload.book.direct();
    private final Evaluator reference = workload.book.reference();
    private final PlainSession plain = new PlainSession(workload.book.compiled());
    private int next;

    @Setup
    public void theHandWrittenConditionsAreThoseOfThePack() {
        List<String> differences = new Agreement(workload.book.rules()).notTheSameConditions();
        if (!differences.isEmpty()) {
            throw new IllegalStateException("Bring HandPredicates in line with the pack: " + differences);
        }
    }

    /** After the measurement, so that nothing else has run in this JVM before. */
    @TearDown
    public void allGiveTheSameAnswers() {
        Agreement agreement = new Agreement(workload.book.rules());
        for (int i = 0; i < PROFILES; i++) {
            AtomTruths truths = direct.evaluate(built[i]);
            agreement.handAgrees(truths, HandPredicates.test(handFacts[i]));
            agreement.referenceAgrees(truths, reference.evaluate(built[i]));
            agreement.plainAgrees(truths, built[i], plain.fire(built[i]));
        }
        System.out.println("the same answers for " + PROFILES + " profiles by all four");
    }

    private int next() {
        return next = (next + 1) % PROFILES;
    }

    @Benchmark
    public HandTruths a_handWritten() {
        return HandPredicates.test(handFacts[next()]);
    }

    @Benchmark
    public Set<PlainSession.Hit> b1_plainSession() {
        return plain.fire(built[next()]);
    }

    @Benchmark
    public AtomTruths b2_referenceSession() {
        return reference.evaluate(built[next()]);
    }

    @Benchmark
    public AtomTruths c_direct() {
        return direct.evaluate(built[next()]);
    }
}
