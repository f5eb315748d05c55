package org.huiqi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JarIT {
    @ParameterizedTest
    @ValueSource(strings = {"rules", "test-cases"})
    void theJarCarriesTheFolderAsItIsNow(String folder) throws IOException {
        try (JarFile jar = jar();
                Stream<Path> files = Files.walk(Path.of(folder))) {
            List<String> expected = files.filter(Files::isRegularFile)
                    .map(file -> file.toString().replace('\\', '/'))
                    .toList();
            assertThat(names(jar))
                    .filteredOn(name -> name.startsWith(folder + "/") && !name.endsWith("/"))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.drools.wiring.api.ComponentsSupplier, org.drools.wiring.statics.StaticComponentsSupplier",
        "org.drools.wiring.api.ComponentsSupplier, org.drools.wiring.dynamic.DynamicComponentsSupplier",
        "com.fasterxml.jackson.core.JsonFactory, com.fasterxml.jackson.core.JsonFactory",
        "com.fasterxml.jackson.core.JsonFactory, com.fasterxml.jackson.dataformat.yaml.YAMLFactory"
    })
    void aServiceOfTwoLibrariesKeepsTheProviderOfEach(String service, String provider) throws IOException {
        try (JarFile jar = jar();
                var in = jar.getInputStream(jar.getEntry("META-INF/services/" + service))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains(provider);
        }
    }

    @Test
    void noSignatureOfALibraryIsLeftToFailOnTheWholeJar() throws IOException {
        try (JarFile jar = jar()) {
            assertThat(names(jar)).noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA|EC)"));
        }
    }

    private static JarFile jar() throws IOException {
        return new JarFile("target/huiqi.jar");
    }

    private static List<String> names(JarFile jar) {
        return jar.stream().map(ZipEntry::getName).toList();
    }
}
