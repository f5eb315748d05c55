package org.huiqi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.assess.CheckedPack;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.classic.ReferencePackages;

/** Run by the build: compiles the shipped pack into the folder that goes into the jar, so that not even the first start compiles. */
final class PackagedRules implements RuleBook.CompiledRulesCache {
    private final CompiledRulesFolder folder;

    private PackagedRules(Path folder) {
        this.folder = new CompiledRulesFolder(folder);
    }

    /** The only argument: the folder. A second run with the same rules and the same program does nothing. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        RuleBook book = RuleBook.load(RuleFiles.shipped(), new PackagedRules(folder));
        Path checked = folder.resolve(CheckedRules.name(book.digest()));
        Path compiled = folder.resolve(CompiledRulesFolder.name(book.checked()));
        Path reference = folder.resolve(CompiledRulesFolder.referenceName(book.rules()));
        CompiledRulesFolder target = new CompiledRulesFolder(folder);
        target.write(checked, out -> CheckedRules.write(book.checked(), out));
        if (!Files.exists(reference)) {
            target.writeReference(book.rules(), ReferencePackages.compile(book.compiled()));
        }
        Path shipped = Files.writeString(folder.resolve(RuleCache.SHIPPED), book.digest());
        removeAllBut(Set.of(checked, compiled, reference, shipped), folder);
    }

    @Override
    public Optional<CompiledRules> find(CheckedPack pack) {
        return folder.find(pack);
    }

    /** Unlike a user's cache, which may fail to be written, this must be there. */
    @Override
    public void keep(CheckedPack pack, CompiledRules compiled) {
        try {
            folder.write(pack, compiled);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot write the compiled rules", e);
        }
    }

    private static void removeAllBut(Set<Path> current, Path folder) throws IOException {
        List<Path> stale;
        try (Stream<Path> files = Files.list(folder)) {
            stale = files.filter(f -> !current.contains(f)).toList();
        }
        for (Path file : stale) {
            Files.delete(file);
        }
    }
}
