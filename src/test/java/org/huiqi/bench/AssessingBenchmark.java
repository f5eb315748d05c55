package org.huiqi.bench;

import java.util.concurrent.TimeUnit;
import org.huiqi.assess.Assessor;
import org.huiqi.engine.Facts;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Assessment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What surrounds the engine, on one thread: facts from a profile, and a whole assessment with evidence, amounts and missing fields. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC"})
public class AssessingBenchmark {
    private static final int PROFILES = 2048;
    private final Workload workload = new Workload(PROFILES);
    private final Profile[] profiles = workload.profiles.toArray(Profile[]::new);
    private final Assessor assessor = new Assessor(workload.book);
    private int next;

    private Profile next() {
        next = (next + 1) % PROFILES;
        return profiles[next];
    }

    @Benchmark
    public Facts factsOfAProfile() {
        return Facts.of(workload.book.compiled(), next(), Workload.AS_OF);
    }

    @Benchmark
    public Assessment wholeAssessment() {
        return assessor.assess(next(), Assessor.Request.on(Workload.AS_OF));
    }
}
