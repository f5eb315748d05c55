package org.huiqi.screen.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What must be on the disk before something else is said, so that a power cut finds the two in order. */
public final class Disk {
    private Disk() {}

    /** The names in a folder. Systems on which a folder cannot be opened (Windows) write names down in order by themselves. */
    public static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException cannot) {
            // as good as it gets there
        }
    }

    /** A file that somebody else has written and closed. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
