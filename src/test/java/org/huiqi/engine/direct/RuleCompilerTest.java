package org.huiqi.engine.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.drl.RuleParser;
import org.junit.jupiter.api.Test;

final class RuleCompilerTest {
    private static final RuleFiles SHIPPED = RuleFiles.shipped();

    @Test
    void whatWasCompiledByAnotherDroolsNoLongerCounts() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<drools.version>" + RuleCompiler.DROOLS + "</drools.version>");
    }

    @Test
    void theSameRulesHaveTheSameFingerprint() {
        assertThat(fingerprint(SHIPPED)).isEqualTo(fingerprint(SHIPPED));
    }

    @Test
    void aThresholdThatMovedHasAnotherFingerprint() {
        assertThat(fingerprint(withCriteria("> 20000", "> 20001"))).isNotEqualTo(fingerprint(SHIPPED));
    }

    /** So that an author who rewords a note need not wait for the compiler. */
    @Test
    void aNoteThatWasRewordedHasTheSameFingerprint() {
        assertThat(fingerprint(withCriteria("@note(\"", "@note(\"按:"))).isEqualTo(fingerprint(SHIPPED));
    }

    private static RuleFiles withCriteria(String from, String to) {
        var texts = new java.util.TreeMap<>(SHIPPED.texts());
        texts.replaceAll((path, text) -> path.endsWith("criteria.drl") ? text.replace(from, to) : text);
        assertThat(texts).isNotEqualTo(SHIPPED.texts());
        return RuleFiles.of(texts);
    }

    private static String fingerprint(RuleFiles files) {
        ParsedRules rules = RuleParser.parse(files, new ArrayList<>());
        return RuleCompiler.fingerprint(rules);
    }
}
