package org.huiqi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackagedRulesIT {
    private static final String JAR = "target/huiqi.jar";

    @Test
    void theJarCarriesItsRulesCheckedAndCompiledOnceAndNoOlderOnes() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .filteredOn(name -> name.matches("compiled/.+"))
                    .map(name -> name.replaceAll("[0-9a-f]{64}", "DIGEST"))
                    .containsExactlyInAnyOrder(
                            "compiled/DIGEST.zip",
                            "compiled/DIGEST.checked",
                            "compiled/DIGEST.reference",
                            "compiled/shipped");
        }
    }

    /** Whatever is compiled at a start is kept in the user's cache, so an empty cache says that nothing was. */
    @Test
    void theFirstStartCompilesNothingAndWritesNothing(@TempDir Path cache) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder start = new ProcessBuilder(List.of(java, "-jar", JAR, "compile"));
        start.environment().put("HUIQI_CACHE", cache.toString());
        Process process = start.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(cache).isEmptyDirectory();
    }
}
