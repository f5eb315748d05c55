package org.huiqi.screen.log;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.huiqi.screen.result.Block;

/**
 * Blocks one after the other in a file that is only ever appended to, each with its length and check sum, of which the format of blocks is part. A process may die, or the machine
 * lose its power, at any moment: whoever opens the file again finds every whole block, cuts off the rest, and goes on with {@link #blocks()}. Not thread-safe.
 */
public final class BlockLog implements Closeable {
    private static final int HEAD = 12;
    private static final int LONGEST = 1 << 30;
    /** A power cut costs no more work than that. */
    private static final long EVERY = TimeUnit.SECONDS.toNanos(2);

    private final Path file;
    private final FileChannel channel;
    private long blocks;
    private long forced = System.nanoTime();
    private Runnable watch = () -> {};

    private BlockLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens a log, or begins one; what is broken at its end is cut off. */
    public static BlockLog open(Path file) throws IOException {
        return open(file, Long.MAX_VALUE);
    }

    /** Of which only so many bytes count. */
    public static BlockLog open(Path file, long length) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.truncate(length);
        BlockLog log = new BlockLog(file, channel);
        log.recover();
        return log;
    }

    private void recover() throws IOException {
        long sound = 0;
        try (DataInputStream in = in()) {
            for (byte[] bytes = next(in); bytes.length > 0; bytes = next(in)) {
                sound += HEAD + bytes.length;
                blocks++;
            }
        }
        channel.truncate(sound);
        channel.position(sound);
    }

    /** Whole blocks in the log; the number of the next one. */
    public long blocks() {
        return blocks;
    }

    /** In bytes. */
    public long length() throws IOException {
        return channel.position();
    }

    /** Appends what {@link BlockCodec#write} made of the next block. */
    public void append(byte[] bytes) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(HEAD + bytes.length);
        frame.putInt(bytes.length).putLong(sum(bytes)).put(bytes).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
        blocks++;
        if (System.nanoTime() - forced > EVERY) {
            force();
        }
    }

    /** Waits until everything is on the disk. */
    public void force() throws IOException {
        channel.force(false);
        forced = System.nanoTime();
    }

    /** What is done with blocks. */
    public interface Use {
        void accept(Block block) throws IOException;
    }

    /** {@code watch}: run before every block that is read from now on; ends the reading by throwing. */
    public void watch(Runnable watch) {
        this.watch = watch;
    }

    /** Reads all blocks from the first one on. */
    public void replay(Use use) throws IOException {
        try (DataInputStream in = in()) {
            for (byte[] bytes = next(in); bytes.length > 0; bytes = next(in)) {
                watch.run();
                use.accept(BlockCodec.read(bytes));
            }
        }
    }

    private DataInputStream in() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 18));
    }

    /** The next whole block; empty at the end, or where the rest is broken. */
    private static byte[] next(DataInputStream in) throws IOException {
        try {
            int length = in.readInt();
            long sum = in.readLong();
            byte[] bytes = length > 0 && length < LONGEST ? in.readNBytes(length) : new byte[0];
            return bytes.length == length && sum(bytes) == sum ? bytes : new byte[0];
        } catch (EOFException end) {
            return new byte[0];
        }
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(BlockCodec.FORMAT);
        sum.update(bytes);
        return sum.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
