package org.huiqi.assess;

import java.nio.file.Path;
import org.huiqi.engine.RuleFiles;

/** The rule pack of the project, compiled once for all tests. */
public final class RealRules {
    private RealRules() {}

    public static RuleBook book() {
        return Loaded.BOOK;
    }

    private static final class Loaded {
        private static final RuleBook BOOK = RuleBook.load(RuleFiles.in(Path.of("rules")), RuleBook.NO_CACHE);
    }
}
