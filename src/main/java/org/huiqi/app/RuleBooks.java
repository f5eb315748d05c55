package org.huiqi.app;

import java.nio.file.Path;
import java.util.Optional;
import org.huiqi.assess.RuleBook;
import org.huiqi.cli.RuleBookSource;
import org.huiqi.engine.RuleFiles;

/** Loads the shipped pack or the one in a folder, with compiled rules cached by digest. */
final class RuleBooks implements RuleBookSource {
    @Override
    public RuleBook load(Optional<Path> folder) {
        RuleCache cache = new RuleCache();
        return folder.map(f -> RuleBook.load(RuleFiles.in(f), cache)).orElseGet(() -> shipped(cache));
    }

    private static RuleBook shipped(RuleCache cache) {
        return cache.findShipped()
                .map(pack -> RuleBook.of(pack, cache))
                .orElseGet(() -> RuleBook.load(RuleFiles.shipped(), cache));
    }
}
