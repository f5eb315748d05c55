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
        RuleFiles files = folder.map(RuleFiles::in).orElseGet(RuleFiles::shipped);
        return RuleBook.load(files, new RuleCache());
    }
}
