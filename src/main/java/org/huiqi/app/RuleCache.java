package org.huiqi.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.classic.ReferencePackages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled rules: first what was compiled when the program was packaged, then what was kept in the user's cache folder (environment variable
 * {@code HUIQI_CACHE}, else {@code ~/.cache/huiqi}).
 */
final class RuleCache implements RuleBook.CompiledRulesCache {
    private static final Logger LOG = LoggerFactory.getLogger(RuleCache.class);
    private final CompiledRulesFolder folder = new CompiledRulesFolder(folder());

    @Override
    public Optional<ParsedRules> findChecked(RuleFiles files) {
        try (InputStream packaged =
                RuleCache.class.getResourceAsStream("/compiled/" + CheckedRules.name(files.digest()))) {
            if (packaged != null && Program.jar().isPresent()) {
                return Optional.of(CheckedRules.read(packaged));
            }
        } catch (IOException e) {
            LOG.warn("the rules checked with the program are not usable: {}", e.toString());
        }
        return folder.findChecked(files);
    }

    @Override
    public void keepChecked(ParsedRules rules) {
        folder.keepChecked(rules);
    }

    @Override
    public Optional<CompiledRules> find(ParsedRules rules) {
        try (InputStream packaged =
                RuleCache.class.getResourceAsStream("/compiled/" + CompiledRulesFolder.name(rules))) {
            if (packaged != null) {
                return Optional.of(new CompiledRules(rules, CompiledRulesFolder.read(packaged)));
            }
        } catch (IOException | LinkageError | IllegalStateException e) {
            LOG.warn("the rules compiled with the program are not usable: {}", e.toString());
        }
        return folder.find(rules);
    }

    @Override
    public void keep(CompiledRules compiled) {
        folder.keep(compiled);
    }

    @Override
    public Optional<ReferencePackages> findReference(ParsedRules rules) {
        try (InputStream packaged =
                RuleCache.class.getResourceAsStream("/compiled/" + CompiledRulesFolder.referenceName(rules))) {
            if (packaged != null) {
                return Optional.of(new ReferencePackages(packaged.readAllBytes()));
            }
        } catch (IOException e) {
            LOG.warn("the reference compiled with the program is not usable: {}", e.toString());
        }
        return folder.findReference(rules);
    }

    @Override
    public void keepReference(ParsedRules rules, ReferencePackages packages) {
        folder.keepReference(rules, packages);
    }

    private static Path folder() {
        String configured = System.getenv("HUIQI_CACHE");
        return configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "huiqi")
                : Path.of(configured);
    }
}
