package org.huiqi.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner may read. */
final class PrivateFile {
    private static final FileAttribute<?>[] NONE = {};

    private PrivateFile() {}

    /** Makes an empty one, and its folder, where there is none. */
    static void prepare(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, only(folder, "rwx------"));
        }
        try {
            Files.createFile(file, only(file, "rw-------"));
        } catch (FileAlreadyExistsException begun) {
            // with the permissions its owner gave it
        }
    }

    private static FileAttribute<?>[] only(Path file, String permissions) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return NONE;
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}
