package org.huiqi.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.huiqi.assess.CheckedPack;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.RuleFiles;

/** The rules of this project, as they are and edited. */
public final class RealBooks {
    /** Rules that compile to the same code are compiled once. */
    public static final RuleBook.CompiledRulesCache CACHE = new InMemory();

    private static final RuleFiles FILES = RuleFiles.in(Path.of("rules"));
    private static final RuleBook BOOK = RealRules.book();

    static {
        CACHE.keep(BOOK.checked(), BOOK.compiled());
    }

    private RealBooks() {}

    public static RuleBook book() {
        return BOOK;
    }

    /** The same rules with every policy.yaml edited. */
    static RuleBook edited(UnaryOperator<String> edit) {
        Map<String, String> texts = new TreeMap<>(FILES.texts());
        texts.replaceAll((path, text) -> path.endsWith("policy.yaml") ? edit.apply(text) : text);
        return RuleBook.load(RuleFiles.of(texts), CACHE);
    }

    private static final class InMemory implements RuleBook.CompiledRulesCache {
        private final Map<String, Map<String, byte[]>> classes = new ConcurrentHashMap<>();

        @Override
        public Optional<CompiledRules> find(CheckedPack pack) {
            return Optional.ofNullable(classes.get(pack.fingerprint())).map(c -> new CompiledRules(pack.rules(), c));
        }

        @Override
        public void keep(CheckedPack pack, CompiledRules compiled) {
            classes.put(pack.fingerprint(), compiled.classes());
        }
    }
}
