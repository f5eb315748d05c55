package org.huiqi.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;

/** Reads the files of a rule pack from disk: nothing outside the folder, nothing that is not UTF-8, nothing of a size no rule has. */
final class RuleFolder {
    private static final long MAX_FILE = 2_000_000;
    private static final long MAX_ALL = 100_000_000;
    private static final int MAX_FILES = 5_000;

    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();
    private long bytes;

    private RuleFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws InvalidInputException with everything that cannot be read */
    static Map<String, String> read(Path folder) {
        RuleFolder reader = new RuleFolder(folder);
        Map<String, String> texts = reader.read();
        if (!reader.problems.isEmpty()) {
            throw new InvalidInputException(reader.problems);
        }
        return texts;
    }

    private Map<String, String> read() {
        Map<String, String> texts = new TreeMap<>();
        try {
            Path home = folder.toRealPath();
            if (!Files.isRegularFile(home.resolve("facts.drl"))) {
                wrong(name(), 1, "not a rule pack: it has no facts.drl.", "Name the folder that holds facts.drl.");
                return texts;
            }
            for (Path file : list(home)) {
                String path = home.relativize(file).toString().replace('\\', '/');
                read(file, path, texts);
            }
        } catch (IOException | UncheckedIOException e) {
            wrong(
                    name(),
                    1,
                    "cannot be read: " + e.getClass().getSimpleName() + ".",
                    "Check that it exists and who may read it.");
        }
        return texts;
    }

    /** The folder's own name: where it stands is nobody's business who asks over HTTP. */
    private String name() {
        Path last = folder.getFileName();
        return last == null ? "rules" : last.toString();
    }

    private List<Path> list(Path home) throws IOException {
        try (Stream<Path> paths = Files.walk(home)) {
            List<Path> files = paths.filter(p -> belongs(home.relativize(p)))
                    .filter(p -> Files.isSymbolicLink(p) || Files.isRegularFile(p))
                    .limit(MAX_FILES + 1L)
                    .toList();
            if (files.size() > MAX_FILES) {
                wrong(name(), 1, "more than " + MAX_FILES + " files.", "Name the folder of the pack alone.");
                return List.of();
            }
            return files;
        }
    }

    /** Hidden files and folders, editors' copies and pages of text are no rules. */
    private static boolean belongs(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return !path.toString().endsWith("~") && !path.toString().endsWith(".md");
    }

    private void read(Path file, String path, Map<String, String> texts) throws IOException {
        if (Files.isSymbolicLink(file)) {
            wrong("rules/" + path, 1, "a symbolic link.", "Put the file itself here: a pack is what its folder holds.");
            return;
        }
        long size = Files.size(file);
        bytes += size;
        if (size > MAX_FILE || bytes > MAX_ALL) {
            wrong(
                    "rules/" + path,
                    1,
                    "too large (" + size + " bytes).",
                    "At most " + MAX_FILE + " a file, " + MAX_ALL + " in all.");
            return;
        }
        texts.put(path, decode(Files.readAllBytes(file), path));
    }

    private String decode(byte[] content, String path) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            wrong("rules/" + path, line, "not UTF-8.", "Save it as UTF-8.");
        }
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    }

    private void wrong(String place, int line, String message, String remedy) {
        problems.add(Problem.inRules(place, line, message, remedy));
    }
}
