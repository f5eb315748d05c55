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
import org.huiqi.assess.CheckedPack;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.classic.ReferencePackages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compiled rules as files named by the digest of what they are generated from. The folder is as trusted as the program itself: it holds code. */
record CompiledRulesFolder(Path folder) implements RuleBook.CompiledRulesCache {
    private static final int MAX_CLASS = 4_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(CompiledRulesFolder.class);

    static String name(CheckedPack pack) {
        return pack.fingerprint() + ".zip";
    }

    @Override
    public Optional<CheckedPack> findChecked(RuleFiles files) {
        Optional<Path> file = checked(files.digest()).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            return Optional.of(CheckedRules.read(in));
        } catch (IOException e) {
            LOG.warn("cached rules are not usable and are read again: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void keepChecked(CheckedPack pack) {
        checked(pack.rules().digest()).ifPresent(file -> {
            try {
                write(file, out -> CheckedRules.write(pack, out));
            } catch (IOException e) {
                LOG.warn("checked rules could not be cached: {}", e.toString());
            }
        });
    }

    /** Another build of the program may read the same files differently. Without a jar nothing tells one build from another. */
    private Optional<Path> checked(String digest) {
        return Program.jar().map(build -> folder.resolve(build + "-" + CheckedRules.name(digest)));
    }

    @Override
    public Optional<CompiledRules> find(CheckedPack pack) {
        Path file = folder.resolve(name(pack));
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new CompiledRules(pack.rules(), read(in)));
        } catch (IOException | LinkageError | IllegalStateException e) {
            LOG.warn("cached rules are not usable and are compiled again: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void keep(CheckedPack pack, CompiledRules compiled) {
        try {
            write(pack, compiled);
        } catch (IOException e) {
            LOG.warn("compiled rules could not be cached: {}", e.toString());
        }
    }

    void write(CheckedPack pack, CompiledRules compiled) throws IOException {
        write(folder.resolve(name(pack)), out -> write(compiled.classes(), out));
    }

    static String referenceName(ParsedRules rules) {
        return ReferencePackages.fingerprint(rules) + ".reference";
    }

    @Override
    public Optional<ReferencePackages> findReference(ParsedRules rules) {
        Path file = folder.resolve(referenceName(rules));
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(ReferencePackages.of(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("the cached reference is not usable and is compiled again: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void keepReference(ParsedRules rules, ReferencePackages packages) {
        try {
            writeReference(rules, packages);
        } catch (IOException e) {
            LOG.warn("the reference could not be cached: {}", e.toString());
        }
    }

    void writeReference(ParsedRules rules, ReferencePackages packages) throws IOException {
        write(folder.resolve(referenceName(rules)), out -> out.write(packages.bytes()));
    }

    /** What goes into a file of the cache. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Whole or not at all. */
    void write(Path file, Content content) throws IOException {
        Files.createDirectories(folder);
        Path partial = Files.createTempFile(folder, "rules", ".part");
        try (OutputStream out = Files.newOutputStream(partial)) {
            content.to(out);
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
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

    static Map<String, byte[]> read(InputStream in) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                classes.put(entry.getName(), zip.readNBytes(MAX_CLASS));
            }
        }
        return classes;
    }
}
