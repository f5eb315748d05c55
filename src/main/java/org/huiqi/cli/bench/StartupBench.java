package org.huiqi.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huiqi.engine.RuleFiles;

/** Starts the program again and again, as a user does: with the launcher beside the jar, without its class archive, and with rules never seen before. */
public final class StartupBench {
    private final RuleFiles pack;
    private final PrintStream out;

    public StartupBench(RuleFiles pack, PrintStream out) {
        this.pack = pack;
        this.out = out;
    }

    /**
     * How a user starts it.
     *
     * @param options of the JVM, after those of the launcher
     * @param rules which pack, if not the shipped one
     */
    private record Way(String name, List<String> program, String options, List<String> rules) {
        List<String> command(String... arguments) {
            List<String> command = new ArrayList<>(program);
            command.addAll(List.of(arguments));
            command.addAll(rules);
            return command;
        }
    }

    public void run(int runs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("huiqi-bench");
        try {
            Path profile = Files.write(folder.resolve("sample.yaml"), Sample.bytes());
            Path rules = folder.resolve("rules");
            ChangedPack.write(ChangedPack.of(pack, 1), rules);
            out.println(machine());
            out.println("                                                次 runs   最短 min  中位 median   最长 max");
            for (Way way : ways(rules)) {
                print("check  " + way.name(), check(way, profile, folder, runs));
                print("serve  " + way.name(), serve(way, folder, runs));
            }
        } finally {
            delete(folder);
        }
    }

    private static List<Way> ways(Path rules) {
        Path jar = jar();
        Path launcher = jar.resolveSibling("huiqi");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> plain = List.of(java, "-jar", jar.toString());
        List<String> best = Files.isExecutable(launcher) ? List.of(launcher.toString()) : plain;
        boolean archive = Files.isRegularFile(jar.resolveSibling("huiqi.jsa"));
        return List.of(
                new Way(archive ? "launcher" : "launcher, huiqi.jsa MISSING", best, "", List.of()),
                new Way("launcher, class archive of the JDK only", best, jdkArchive(), List.of()),
                new Way("java -jar", plain, "", List.of()),
                new Way("launcher, rules never compiled before", best, "", List.of("--rules", rules.toString())));
    }

    private static String jdkArchive() {
        return "-XX:SharedArchiveFile=" + Path.of(System.getProperty("java.home"), "lib", "server", "classes.jsa");
    }

    private static Path jar() {
        try {
            return Path.of(StartupBench.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it is", e);
        }
    }

    /** From the start of the process to its end: the whole assessment is printed by then. */
    private static double[] check(Way way, Path profile, Path folder, int runs)
            throws IOException, InterruptedException {
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            List<String> command = way.command("check", profile.toString(), "--as-of", Sample.AS_OF.toString());
            try (Launch launch = new Launch(command, way.options(), folder)) {
                seconds[i] = launch.ended();
            }
        }
        return seconds;
    }

    /** From the start of the process to the first /health that says ready. */
    private static double[] serve(Way way, Path folder, int runs) throws IOException, InterruptedException {
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            try (Launch launch = new Launch(way.command("serve", "--port", "0"), way.options(), folder)) {
                seconds[i] = launch.healthy();
            }
        }
        return seconds;
    }

    private void print(String name, double[] seconds) {
        Arrays.sort(seconds);
        out.printf(
                Locale.ROOT,
                "%-46s %8d %9.2fs %11.2fs %9.2fs%n",
                name,
                seconds.length,
                seconds[0],
                seconds[seconds.length / 2],
                seconds[seconds.length - 1]);
    }

    private static String machine() {
        return "%s, %d CPUs, load %.1f"
                .formatted(
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = new ArrayList<>(files.toList());
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.delete(all.get(i));
        }
    }
}
