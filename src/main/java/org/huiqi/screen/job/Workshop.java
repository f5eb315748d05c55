package org.huiqi.screen.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.Jobs;
import org.huiqi.ledger.job.State;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.screen.log.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lists in and screens them, a few at once. Whatever was under way when a process ended is gone on with by the next. One process works on a
 * folder at a time. Thread-safe.
 */
public final class Workshop implements AutoCloseable {
    /** Jobs at once; each uses all cores as far as they are free. */
    private static final int AT_ONCE = 2;

    private static final int STOP_SECONDS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private final Path folder;
    private final Jobs jobs;
    private final Supplier<RuleBook> book;
    private final FileChannel lock;
    private final Map<String, Under> under = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), r -> daemon(r, "job"));
    private final Clearing clearing;

    private Workshop(Path folder, Jobs jobs, Supplier<RuleBook> book, FileChannel lock, Optional<Duration> keep) {
        this.folder = folder;
        this.jobs = jobs;
        this.book = book;
        this.lock = lock;
        this.clearing = new Clearing(folder, jobs, under::containsKey, keep);
    }

    /** A job that is waiting or worked on. */
    private record Under(Work work, Runnable task) {}

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The same, keeping lists and results until somebody deletes them. */
    public static Workshop open(Path folder, Jobs jobs, Supplier<RuleBook> book) {
        return open(folder, jobs, book, Optional.empty());
    }

    /**
     * Opens the workshop in a folder and goes on with what is waiting.
     *
     * @param book the rules to screen by, asked for when a job begins
     * @param keep how long after their end lists and results of jobs are kept; empty: until somebody deletes them
     * @throws InvalidInputException if another process works there, or the folder cannot be used
     */
    public static Workshop open(Path folder, Jobs jobs, Supplier<RuleBook> book, Optional<Duration> keep) {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!held(lock)) {
                lock.close();
                throw refused(folder, "另一个惠企进程正在使用", "another process of Huiqi is using it");
            }
            Jobs ours = jobs.in(id(folder));
            Workshop workshop = new Workshop(folder, ours, book, lock, keep);
            workshop.sweep();
            ours.interruptRunning();
            ours.waiting().forEach(workshop::queue);
            workshop.clearing.begin();
            return workshop;
        } catch (IOException e) {
            throw refused(folder, "用不了:" + e.getMessage(), "cannot be used: " + e.getMessage());
        }
    }

    private static boolean held(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    private static InvalidInputException refused(Path folder, String zh, String en) {
        return new InvalidInputException(List.of(new Problem(
                folder.toString(),
                new Text(zh, en),
                new Text("请核对 HUIQI_DATA、权限和已在运行的服务。", "Check HUIQI_DATA, the permissions and what is running."))));
    }

    /** Several workshops may have one ledger: each goes on with its own jobs only. */
    private static String id(Path folder) throws IOException {
        Path file = folder.resolve("workshop");
        if (!Files.exists(file)) {
            Path part = Files.writeString(
                    folder.resolve("workshop.part"), UUID.randomUUID().toString());
            Disk.force(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            Disk.forceFolder(folder);
        }
        return Files.readString(file);
    }

    /** What an earlier process left: lists on their way in, and files of jobs that were over before it had tidied up. */
    private void sweep() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.filter(Files::isDirectory).toList()) {
                if (Arrival.unfinished(one)) {
                    sweepIn(one);
                } else if (new JobFolder(one).untidy()) {
                    tidy(one);
                }
            }
        }
    }

    /** Unless its job is on record already, nobody was told that the list had arrived. */
    private void sweepIn(Path incoming) throws IOException {
        if (jobs.find(Arrival.id(incoming)).isPresent()) {
            Arrival.finish(incoming);
        } else {
            JobFolder.delete(incoming);
        }
    }

    private void tidy(Path left) throws IOException {
        Optional<State> state = jobs.find(left.getFileName().toString()).map(Job::state);
        if (state.isPresent() && state.get().over()) {
            new JobFolder(left).tidy(state.get());
        }
    }

    /** The same of somebody who need not be asked again. */
    Job take(String account, String name, Job.Wish wish, InputStream list, long most) throws IOException {
        return take(account, name, wish, list, most, () -> {});
    }

    /**
     * Takes in a list and queues it. Either all of it is there afterwards, or nothing.
     *
     * @param still asked once all has arrived, which may be an hour later: throws if the account may send no lists any more
     * @throws NoRoomException if it cannot be written down
     * @throws TooLargeException if it is longer than {@code most} bytes
     * @throws IOException if it stops coming
     */
    public Job take(String account, String name, Job.Wish wish, InputStream list, long most, Runnable still)
            throws IOException {
        try (Arrival arrival = Arrival.begin(folder, name)) {
            Job.File file = arrival.read(list, most);
            still.run();
            Job job = jobs.add(arrival.id(), account, file, wish);
            arrival.finish();
            queue(job);
            return job;
        }
    }

    private void queue(Job job) {
        Work work = new Work(job, jobs, new JobFolder(folder.resolve(job.id())), book);
        Runnable task = () -> run(job.id(), work);
        under.put(job.id(), new Under(work, task));
        pool.execute(task);
    }

    private void run(String id, Work work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("job {}: {}", id, e.getClass().getName());
        } finally {
            leave(id);
        }
    }

    /** Who deletes a job that is being left leaves its files to this. */
    private void leave(String id) {
        under.remove(id);
        clearing.clear(id);
    }

    /** A job as it is at this moment. */
    public Optional<Job> find(String id) {
        return jobs.find(id).map(this::now);
    }

    public List<Job> newest(int most) {
        return jobs.newest(most).stream().map(this::now).toList();
    }

    private Job now(Job job) {
        Under now = under.get(job.id());
        return now == null || job.state() != State.RUNNING ? job : now.work().counted(job);
    }

    /** Stops a job and forgets what it has found; false if it is over already. */
    public boolean cancel(String id) {
        boolean stopped = jobs.cancel(id);
        Under now = under.get(id);
        if (stopped && now != null) {
            now.work().abandon();
            if (pool.remove(now.task())) {
                now.work().tidy();
                leave(id);
            }
        }
        return stopped;
    }

    /**
     * Deletes the list and the results of a job that is over. The record stays: who screened when, a list of which digest, by which rules. A process
     * that dies in the middle leaves the rest to the next.
     *
     * @param by name of the account
     * @return false if it is not over, or was deleted before
     * @throws IOException if a file cannot be deleted; it is tried again every hour
     */
    public boolean delete(String id, String by) throws IOException {
        return clearing.delete(id, by);
    }

    /** How long after its end the files of a job are kept; empty: until somebody deletes them. */
    public Optional<Duration> keep() {
        return clearing.keep();
    }

    /** What is on record of jobs that were deleted. */
    public List<Job> deleted(int most) {
        return jobs.deleted(most);
    }

    /** Deletes what has been kept long enough, and what is left of what was deleted. */
    void clear() {
        clearing.clear();
    }

    /** The files of a job. */
    public JobFolder files(Job job) {
        return new JobFolder(folder.resolve(job.id()));
    }

    /** Waits a moment for running jobs to stop between two blocks; the next process goes on with them. */
    @Override
    public void close() {
        clearing.close();
        under.values().forEach(u -> u.work().stop());
        pool.shutdown();
        try {
            if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
                pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            }
            lock.close();
        } catch (IOException e) {
            LOG.debug("the lock: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
