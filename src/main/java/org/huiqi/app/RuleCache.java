package org.huiqi.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.direct.RuleCompiler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled rules by the digest of what they are generated from: first what was compiled when the program was packaged, then a file in the user's cache folder
 * (environment variable {@code HUIQI_CACHE}, else {@code ~/.cache/huiqi}). The folder is as trusted as the program itself: it holds code.
 */
public final class RuleCache implements RuleBook.CompiledRulesCache {
    private static final int MAX_CLASS = 4_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(RuleCache.class);

    @Override
    public Optional<CompiledRules> find(ParsedRules rules) {
        try {
            InputStream packaged = RuleCache.class.getResourceAsStream("/compiled/" + name(rules));
            if (packaged != null) {
                return Optional.of(new CompiledRules(rules, read(packaged)));
            }
            Path file = folder().resolve(name(rules));
            return Files.isRegularFile(file)
                    ? Optional.of(new CompiledRules(rules, read(Files.newInputStream(file))))
                    : Optional.empty();
        } catch (IOException | LinkageError | IllegalStateException e) {
            LOG.warn("cached rules are not usable and are compiled again: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void keep(CompiledRules compiled) {
        try {
            keep(compiled, folder());
        } catch (IOException e) {
            LOG.warn("compiled rules could not be cached: {}", e.toString());
        }
    }

    /** Writes into another folder, e.g. when the program is packaged. */
    public static void keep(CompiledRules compiled, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path partial = Files.createTempFile(folder, "rules", ".part");
        try (OutputStream out = Files.newOutputStream(partial)) {
            write(compiled.classes(), out);
        }
        Files.move(
                partial,
                folder.resolve(name(compiled.rules())),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static String name(ParsedRules rules) {
        return RuleCompiler.fingerprint(rules) + ".zip";
    }

    private static Path folder() {
        String configured = System.getenv("HUIQI_CACHE");
        return configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "huiqi")
                : Path.of(configured);
    }

    private static void write(Map<String, byte[]> classes, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> one : new TreeMap<>(classes).entrySet()) {
                ZipEntry entry = new ZipEntry(one.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(one.getValue());
            }
        }
    }

    private static Map<String, byte[]> read(InputStream in) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                classes.put(entry.getName(), zip.readNBytes(MAX_CLASS));
            }
        }
        return classes;
    }
}
