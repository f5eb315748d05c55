package org.huiqi.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.huiqi.assess.CheckedPack;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.classic.ReferencePackages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled rules: first what was compiled when the program was packaged, then what was kept in the user's cache folder (environment variable
 * {@code HUIQI_CACHE}, else {@code ~/.cache/huiqi}).
 */
final class RuleCache implements RuleBook.CompiledRulesCache {
    private static final Logger LOG = LoggerFactory.getLogger(RuleCache.class);
    /** The resource that names the digest of the shipped pack. */
    static final String SHIPPED = "shipped";

    private final CompiledRulesFolder folder = new CompiledRulesFolder(folder());

    /**
     * The shipped pack as it was when the program was packaged, without a look at its files: beside them in one jar, it cannot be older. Empty where
     * the program runs from a folder of classes, which may change any time.
     */
    Optional<CheckedPack> findShipped() {
        try (InputStream digest = resource(SHIPPED)) {
            return digest == null
                    ? Optional.empty()
                    : findPackaged(new String(digest.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.warn("the shipped rules are read again: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Optional<CheckedPack> findPackaged(String digest) {
        try (InputStream packaged = resource(CheckedRules.name(digest))) {
            return packaged == null || Program.jar().isEmpty()
                    ? Optional.empty()
                    : Optional.of(CheckedRules.read(packaged));
        } catch (IOException e) {
            LOG.warn("the rules checked with the program are not usable: {}", e.toString());
            return Optional.empty();
        }
    }

    private static @Nullable InputStream resource(String name) {
        return RuleCache.class.getResourceAsStream("/compiled/" + name);
    }

    @Override
    public Optional<CheckedPack> findChecked(RuleFiles files) {
        return findPackaged(files.digest()).or(() -> folder.findChecked(files));
    }

    @Override
    public void keepChecked(CheckedPack pack) {
        folder.keepChecked(pack);
    }

    @Override
    public Optional<CompiledRules> find(CheckedPack pack) {
        try (InputStream packaged = resource(CompiledRulesFolder.name(pack))) {
            if (packaged != null) {
                return Optional.of(new CompiledRules(pack.rules(), CompiledRulesFolder.read(packaged)));
            }
        } catch (IOException | LinkageError | IllegalStateException e) {
            LOG.warn("the rules compiled with the program are not usable: {}", e.toString());
        }
        return folder.find(pack);
    }

    @Override
    public void keep(CheckedPack pack, CompiledRules compiled) {
        folder.keep(pack, compiled);
    }

    @Override
    public Optional<ReferencePackages> findReference(ParsedRules rules) {
        try (InputStream packaged = resource(CompiledRulesFolder.referenceName(rules))) {
            if (packaged != null) {
                return Optional.of(ReferencePackages.of(packaged.readAllBytes()));
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
