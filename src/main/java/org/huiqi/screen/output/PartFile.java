package org.huiqi.screen.output;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.huiqi.screen.log.Disk;
import org.huiqi.screen.result.Written;

/** A file that has its name only when it is complete: until then it is {@code NAME.part}, and gone if nothing comes of it. */
final class PartFile implements Closeable {
    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream out;
    private final long begun;

    PartFile(Path file) throws IOException {
        this(file, 0);
    }

    /** Goes on behind the first {@code length} bytes of what is there. */
    PartFile(Path file, long length) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.begun = length;
        channel.truncate(length);
        channel.position(length);
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 20);
    }

    /** One for each file, going on behind what is written; empty: from the beginning. */
    static List<PartFile> all(List<Path> files, List<Written> from) throws IOException {
        List<PartFile> parts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            parts.add(
                    new PartFile(files.get(i), from.isEmpty() ? 0 : from.get(i).length()));
        }
        return parts;
    }

    /** How many bytes were there. */
    long begun() {
        return begun;
    }

    /** What is in it so far. */
    InputStream read() throws IOException {
        return new BufferedInputStream(Files.newInputStream(part));
    }

    /** Everything up to there is on the disk. */
    Written mark() throws IOException {
        out.flush();
        channel.force(false);
        return new Written(part.getFileName().toString(), channel.position());
    }

    static List<Written> marks(List<PartFile> parts) throws IOException {
        List<Written> marks = new ArrayList<>();
        for (PartFile part : parts) {
            marks.add(part.mark());
        }
        return marks;
    }

    OutputStream out() {
        return out;
    }

    /** Under its name there is the whole file or the one before, whatever happens to the machine. */
    void finish() throws IOException {
        out.flush();
        channel.force(true);
        out.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Disk.forceFolder(file.toAbsolutePath().getParent());
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException full) {
            // what is left of the file goes anyway
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
