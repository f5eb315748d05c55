package org.huiqi.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.RuleFiles;
import org.huiqi.profile.Profile;
import org.huiqi.profile.RandomProfiles;

/** The pack and the profiles that all benchmarks share. */
final class Workload {
    static final LocalDate AS_OF = LocalDate.of(2025, 12, 8);

    /** What was written by hand as well; a larger pack is measured on these alone, so that all do the same work. */
    private static final Set<String> POLICIES =
            Set.of("advanced-manufacturing-vat", "first-set-equipment-shandong", "high-tech-enterprise");

    final RuleBook book;
    final List<Profile> profiles;

    Workload(int profiles) {
        this.book = RuleBook.load(pack(), RuleBook.NO_CACHE);
        this.profiles = new RandomProfiles(book.dictionary(), 20251208).some(profiles);
    }

    private static RuleFiles pack() {
        Map<String, String> texts = new TreeMap<>(RuleFiles.shipped().texts());
        texts.keySet().removeIf(path -> path.startsWith("policies/") && !POLICIES.contains(path.split("/")[1]));
        texts.replaceAll((path, text) ->
                path.endsWith("policy.yaml") ? text.replaceAll("(?m)^(requires|excludes):.*$\\R", "") : text);
        texts.computeIfPresent("facts.drl", (path, facts) -> answeredOnly(facts));
        return RuleFiles.of(texts);
    }

    /** Without the fields that other policies compute and their tables: none of these three reads them. */
    private static String answeredOnly(String facts) {
        return facts.replaceAll("(?m)^.*@(from|lookup)\\(.*$\\R", "")
                .replaceAll("(?ms)^declare \\w+\\R +@label\\([^)]*\\) @table.*?^end$", "");
    }
}
