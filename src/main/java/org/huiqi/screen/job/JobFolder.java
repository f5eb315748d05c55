package org.huiqi.screen.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.ledger.job.State;
import org.huiqi.screen.log.Disk;

/** Where the files of one job are. Results have their names only when they are complete. */
public final class JobFolder {
    /** What a list may be. */
    public static final Set<String> ENDINGS = Set.of("xlsx", "csv", "tsv", "txt", "ndjson", "jsonl", "parquet");

    private static final String LIST = "list";
    private static final int LONGEST_NAME = 50;
    private static final String RESULTS = "results";
    private final Path folder;

    JobFolder(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** How the name of a list ends; empty if it is of no kind that can be read. */
    public static Optional<String> ending(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && ENDINGS.contains(ending) ? Optional.of(ending) : Optional.empty();
    }

    /** The list that was sent; results name it as its owner does. */
    Path list() throws IOException {
        Path list = folder.resolve(LIST);
        try (Stream<Path> files = Files.list(list)) {
            return files.findFirst().orElseThrow(() -> new NoSuchFileException(list + "/*"));
        }
    }

    /** Where a list of this name goes: whatever somebody calls it, it leads nowhere else. */
    static Path list(Path folder, String name) throws IOException {
        String ending = ending(name).orElseThrow();
        String plain = name.substring(0, name.length() - ending.length() - 1)
                .replaceAll("[^\\p{L}\\p{N} ()\uff08\uff09_-]", "_")
                .strip();
        int letters = Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()));
        String clipped = plain.substring(0, plain.offsetByCodePoints(0, letters));
        return Files.createDirectories(folder.resolve(LIST))
                .resolve((clipped.isEmpty() ? "list" : clipped) + "." + ending);
    }

    Path log() {
        return folder.resolve("blocks.log");
    }

    /** A folder to write results to, empty. */
    Path unfinished() throws IOException {
        Path part = folder.resolve(RESULTS + ".part");
        delete(part);
        return Files.createDirectories(part);
    }

    /** What is in {@link #unfinished} is complete. */
    void finish() throws IOException {
        Path results = folder.resolve(RESULTS);
        delete(results);
        Disk.forceFolder(folder.resolve(RESULTS + ".part"));
        Files.move(folder.resolve(RESULTS + ".part"), results, StandardCopyOption.ATOMIC_MOVE);
        Disk.forceFolder(folder);
    }

    /** Is there anything that {@link #tidy} might remove? */
    boolean untidy() {
        return Files.exists(log())
                || Files.exists(folder.resolve(RESULTS + ".part"))
                || !Files.exists(folder.resolve(RESULTS));
    }

    /** Makes room once a job is over: of one that is done the list and the results stay, of one that failed the list, of a cancelled one nothing. */
    void tidy(State over) throws IOException {
        Files.deleteIfExists(log());
        delete(folder.resolve(RESULTS + ".part"));
        if (over != State.DONE) {
            delete(folder.resolve(RESULTS));
        }
        if (over == State.CANCELLED) {
            delete(folder);
        }
    }

    /** Names of what can be fetched, sorted. */
    public List<String> results() {
        try (Stream<Path> files = Files.list(folder.resolve(RESULTS))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.startsWith(RESULTS))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** A result; no other file of the machine can be named. */
    public Optional<Path> result(String name) {
        return results().contains(name) ? Optional.of(folder.resolve(RESULTS).resolve(name)) : Optional.empty();
    }

    /** The firms of a job that is done. */
    public Firms firms() {
        return new Firms(folder.resolve(RESULTS));
    }

    /** With all that is in it; somebody else may be at it too. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
