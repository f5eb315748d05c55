package org.huiqi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What folders hold, in one line of text: equal if nothing changed. A folder that cannot be read has a digest too, so that it can come to rest. */
final class FolderDigest {
    private static final int MAX_FILES = 20_000;

    private FolderDigest() {}

    /** From names, sizes and times only: cheap enough to ask for all the time. */
    static String ofTimes(List<Path> folders) {
        return of(folders, (sha, file) -> {
            BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
            update(sha, a.size() + " " + a.lastModifiedTime());
        });
    }

    /** From names and contents. */
    static String ofContents(List<Path> folders) {
        return of(folders, (sha, file) -> sha.update(Files.readAllBytes(file)));
    }

    private interface Part {
        void add(MessageDigest sha, Path file) throws IOException;
    }

    private static String of(List<Path> folders, Part part) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Path folder : folders) {
                for (Path file : files(folder)) {
                    update(sha, "\0" + folder.relativize(file) + "\0");
                    part.add(sha, file);
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException | UncheckedIOException e) {
            return "unreadable: " + e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Editors leave their own files beside the ones they edit: names with a leading dot or a trailing tilde. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .filter(f -> !f.getFileName().toString().endsWith("~"))
                    .limit(MAX_FILES)
                    .sorted()
                    .toList();
        }
    }

    private static void update(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
