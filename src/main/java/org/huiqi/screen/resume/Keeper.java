package org.huiqi.screen.resume;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.screen.log.Disk;
import org.huiqi.screen.result.Duplicates;
import org.huiqi.screen.result.Tally;

/**
 * Keeps a bookmark in the folder {@code OUT.resume}, with the codes of firms that are done. A process may be killed at any moment; a bookmark counts
 * only for the same work, and only while the files it speaks of are there. Not thread-safe; a second process is refused.
 */
public final class Keeper implements Closeable {
    /** Often enough to lose little, seldom enough to cost nothing; the property, in milliseconds, is for tests that kill what is soon over. */
    public static final Duration EVERY = Duration.ofMillis(Long.getLong("huiqi.bookmark", 1_000));

    /** A disk that takes long to have written is asked less often: a tenth of the time at most is spent on it. */
    private static final int SLOW_DISK = 9;

    /** And yet it is asked at least so often, in units of what was wished. */
    private static final int MOST = 60;

    private static final int FORMAT = 4;
    private final Path folder;
    private final Path state;
    private final Path codes;
    private final String work;
    private final long every;
    private long pause;
    private final FileChannel lock;
    private long last = System.nanoTime();

    private Keeper(Path folder, String work, Duration every, FileChannel lock) {
        this.folder = folder;
        this.state = folder.resolve("state");
        this.codes = folder.resolve("codes");
        this.work = work;
        this.every = every.toNanos();
        this.pause = this.every;
        this.lock = lock;
    }

    /**
     * @param work what is being done, in any words that differ when the result would
     * @throws InvalidInputException if another process writes this output
     */
    public static Keeper open(Path out, String work, Duration every) throws IOException {
        Path folder = Files.createDirectories(out.resolveSibling(out.getFileName() + ".resume"));
        // a file that nobody opens but to lock it: closing any other channel to it would unlock it
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!held(lock)) {
            lock.close();
            throw new InvalidInputException(List.of(new Problem(
                    out.toString(),
                    new Text("另一个惠企进程正在写这份结果", "another process of Huiqi is writing this result"),
                    new Text("请等它结束,或换一个 --out。", "Wait for it, or choose another --out."))));
        }
        return new Keeper(folder, work, every, lock);
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    /** Where an earlier process was, with {@code empty} filled with what it counted; the beginning if there is nothing to go on from. */
    public Bookmark find(Supplier<Tally> empty) {
        return read(empty.get()).filter(this::there).orElseGet(() -> Bookmark.start(empty.get()));
    }

    private Optional<Bookmark> read(Tally empty) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(state)))) {
            boolean ours = in.readInt() == FORMAT && in.readUTF().equals(work);
            return ours ? Optional.of(Bookmark.read(in, empty)) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private boolean there(Bookmark bookmark) {
        return length(codes) >= bookmark.codes().length()
                && bookmark.written().stream().allMatch(w -> length(folder.resolveSibling(w.file())) >= w.length());
    }

    /** -1: there is none. */
    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException none) {
            return -1;
        }
    }

    /** With the codes of the blocks that are done, and keeping those to come. */
    public Duplicates duplicates(Bookmark from) throws IOException {
        return Duplicates.kept(codes, from.codes());
    }

    /** What is asked where the work is, when it is time to know. */
    public interface Where {
        Bookmark get() throws IOException;
    }

    /** To be told after every block. An output that nobody can go on from is not kept; one that cannot now is asked again after the next block. */
    public void passed(Where where) throws IOException {
        long now = System.nanoTime();
        if (now - last >= pause) {
            Bookmark bookmark = where.get();
            if (!bookmark.written().isEmpty()) {
                keep(bookmark);
                last = System.nanoTime();
                pause = Math.max(every, Math.min(SLOW_DISK * (last - now), MOST * every));
            }
        }
    }

    /** What it speaks of is on the disk before it is; so a power cut leaves this one or the one before, and the files to go on with. */
    private void keep(Bookmark bookmark) throws IOException {
        Path part = folder.resolve("state.part");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeUTF(work);
            bookmark.write(out);
        }
        Files.write(part, bytes.toByteArray());
        Disk.force(part);
        Disk.forceFolder(folder.toAbsolutePath().getParent());
        Files.move(part, state, StandardCopyOption.ATOMIC_MOVE);
        Disk.forceFolder(folder);
    }

    /** Over, well or not: there is nothing to go on from. */
    @Override
    public void close() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
        lock.close();
    }
}
