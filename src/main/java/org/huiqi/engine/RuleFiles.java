package org.huiqi.engine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of every file of a rule pack, read once from disk (or from the jar), by path relative to the pack.
 *
 * @param texts path such as {@code policies/x/criteria.drl} to content
 * @param digest SHA-256 over all paths and contents, in hexadecimal
 */
public record RuleFiles(SortedMap<String, String> texts, String digest) {
    public RuleFiles {
        texts = Collections.unmodifiableSortedMap(texts);
    }

    public static RuleFiles of(Map<String, String> texts) {
        TreeMap<String, String> sorted = new TreeMap<>(texts);
        return new RuleFiles(sorted, digest(sorted));
    }

    /** @throws org.huiqi.problem.InvalidInputException with everything in {@code folder} that cannot be read as a rule pack */
    public static RuleFiles in(Path folder) {
        return of(RuleFolder.read(folder));
    }

    /** The pack shipped with the program. */
    public static RuleFiles shipped() {
        try {
            Path home = Path.of(RuleFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(home) ? in(home.resolve("rules")) : inJar(home);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("cannot read the rule pack shipped with the program", e);
        }
    }

    private static RuleFiles inJar(Path jar) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            return in(files.getPath("rules"));
        }
    }

    public Optional<String> find(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /** Ids of the policies: the folders below {@code policies/}. */
    public List<String> policies() {
        return texts.keySet().stream()
                .filter(p -> p.startsWith("policies/") && p.indexOf('/', 9) > 0)
                .map(p -> p.substring(9, p.indexOf('/', 9)))
                .distinct()
                .toList();
    }

    private static String digest(SortedMap<String, String> texts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                sha.update((path + "\0" + text.length() + "\0").getBytes(StandardCharsets.UTF_8));
                sha.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
