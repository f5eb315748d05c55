package org.huiqi.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiqi.engine.RuleFiles;

/** A pack with one word more in its dictionary: everything that is generated from it is new, nothing that it says is. */
final class ChangedPack {
    private static final String DICTIONARY = "facts.drl";
    private static final Pattern ENTERPRISE = Pattern.compile("(?ms)^declare Enterprise\\b.*?(?=^end\\b)");

    private ChangedPack() {}

    static RuleFiles of(RuleFiles pack, int change) {
        Map<String, String> texts = new TreeMap<>(pack.texts());
        Matcher enterprise = ENTERPRISE.matcher(texts.get(DICTIONARY));
        if (!enterprise.find()) {
            throw new IllegalArgumentException("facts.drl declares no Enterprise");
        }
        String word = "    benchmark%d : Integer @label(\"基准测试%d\") @question(\"?\")%n".formatted(change, change);
        texts.put(
                DICTIONARY,
                new StringBuilder(texts.get(DICTIONARY))
                        .insert(enterprise.end(), word)
                        .toString());
        return RuleFiles.of(texts);
    }

    /** Writes a pack as files, for another process to read. */
    static void write(RuleFiles pack, Path folder) throws IOException {
        for (Map.Entry<String, String> file : pack.texts().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
