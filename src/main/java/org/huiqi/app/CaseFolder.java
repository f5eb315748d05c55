package org.huiqi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huiqi.audit.TestCase;
import org.huiqi.audit.TestCases;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.web.pages.CaseShelf;

/** The cases that come with the program, or those in a folder. Thread-safe. */
final class CaseFolder implements CaseShelf {
    private final Optional<Path> folder;
    private final Map<String, List<TestCase>> shipped = new ConcurrentHashMap<>();

    private CaseFolder(Optional<Path> folder) {
        this.folder = folder;
    }

    /** {@code rules}: the pack being served, if it is not the shipped one; {@code cases}: where its cases are, if anywhere. */
    static CaseShelf of(Optional<Path> rules, Optional<Path> cases) {
        return rules.isPresent() && cases.isEmpty() ? CaseShelf.EMPTY : new CaseFolder(cases);
    }

    /** Those of a folder may change while they are served; a file that is being edited is no reason to show nothing else. */
    @Override
    public List<TestCase> of(String policy) {
        try {
            return folder.map(f -> TestCases.of(f, policy))
                    .orElseGet(() -> shipped.computeIfAbsent(policy, CaseFolder::shipped));
        } catch (InvalidInputException halfEdited) {
            return List.of();
        }
    }

    private static List<TestCase> shipped(String policy) {
        try {
            Path home = Path.of(CaseFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return TestCases.of(home.resolve("test-cases"), policy);
            }
            try (FileSystem jar = FileSystems.newFileSystem(home, Map.of())) {
                return TestCases.of(jar.getPath("test-cases"), policy);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it is", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
