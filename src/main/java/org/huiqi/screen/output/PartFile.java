package org.huiqi.screen.output;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that has its name only when it is complete: until then it is {@code NAME.part}, and gone if nothing comes of it. */
final class PartFile implements Closeable {
    private final Path file;
    private final Path part;
    private final OutputStream out;

    PartFile(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20);
    }

    OutputStream out() {
        return out;
    }

    /** What is still to be done to the file when its bytes are written. */
    interface Change {
        void apply(Path written) throws IOException;
    }

    void finish() throws IOException {
        finish(written -> {});
    }

    void finish(Change change) throws IOException {
        out.close();
        change.apply(part);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
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
