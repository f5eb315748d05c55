package org.huiqi.screen.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huiqi.ledger.job.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the files of jobs that are over: when somebody asks for it, and when they have been kept long enough. First it is put on record, then the
 * files go, so that whatever ends the process in between is made good by the next one. Thread-safe.
 */
final class Clearing implements AutoCloseable {
    private static final long EVERY_MINUTES = 60;
    private static final Logger LOG = LoggerFactory.getLogger(Clearing.class);
    private final Path folder;
    private final Jobs jobs;
    private final Predicate<String> busy;
    private final Optional<Duration> keep;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(r -> Workshop.daemon(r, "clearing"));

    /** {@code busy}: jobs whose files somebody is at, who will call {@link #clear(String)} when done. */
    Clearing(Path folder, Jobs jobs, Predicate<String> busy, Optional<Duration> keep) {
        this.folder = folder;
        this.jobs = jobs;
        this.busy = busy;
        this.keep = keep;
    }

    Optional<Duration> keep() {
        return keep;
    }

    /** At once, and then every hour. */
    void begin() {
        clock.scheduleWithFixedDelay(this::clear, 0, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    boolean delete(String id, String by) throws IOException {
        boolean deleted = jobs.delete(id, by);
        if (deleted && !busy.test(id)) {
            JobFolder.delete(folder.resolve(id));
        }
        return deleted;
    }

    /** What is due, and what an earlier process or a disk that refused left of jobs that were deleted. */
    synchronized void clear() {
        try {
            for (String due : keep.map(jobs::endedBefore).orElse(List.of())) {
                jobs.delete(due, "");
            }
            folders().forEach(this::clear);
        } catch (IOException | RuntimeException e) {
            LOG.error("jobs that are to be deleted: {}", e.toString());
        }
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The files of one job, if it was deleted and nobody is at them. */
    void clear(String id) {
        try {
            if (!busy.test(id) && jobs.find(id).flatMap(j -> j.deletion()).isPresent()) {
                JobFolder.delete(folder.resolve(id));
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("job {}: its files could not be deleted: {}", id, e.toString());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
