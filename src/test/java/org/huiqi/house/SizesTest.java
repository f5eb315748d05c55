package org.huiqi.house;

import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.huiqi.house.JavaSource.Method;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SizesTest {
    private static final List<JavaSource> FILES = JavaSource.under(Path.of("src/main/java"));
    private static final List<Method> METHODS =
            FILES.stream().flatMap(file -> file.methods().stream()).toList();

    @Test
    void noFileIsLongerThan400Lines() {
        assertThat(FILES.stream().filter(file -> file.lines() > 400).map(file -> file.path() + ": " + file.lines()))
                .isEmpty();
    }

    @Test
    void noMethodIsLongerThan40Lines() {
        assertThat(longerThan(40)).isEmpty();
    }

    @Test
    void nineMethodsInTenTakeAtMost15Lines() {
        assertThat(percentile(90, METHODS, Method::lines))
                .as("lines of the 90th method in 100; the longest: %s", longerThan(15))
                .isLessThanOrEqualTo(15);
    }

    @Test
    void halfOfAllMethodsTakeAtMost6Lines() {
        assertThat(percentile(50, METHODS, Method::lines))
                .as("lines of the median method; the longest: %s", longerThan(6))
                .isLessThanOrEqualTo(6);
    }

    @Test
    void aMethodIsMeasuredFromBraceToBrace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("A.java"), """
                record A(int x) {
                    /** Not counted. */
                    @Deprecated
                    int sum(
                            int y,
                            int z) {
                        // a brace in a comment: {
                        return x + y + z;
                    }
                    A {}
                    Object nested() {
                        return new Object() {
                            public String toString() { return "}"; }
                        };
                    }
                }
                interface B { int without(); }
                """);
        assertThat(JavaSource.read(file).methods())
                .extracting(Method::name, Method::lines)
                .containsExactly(tuple("sum", 4), tuple("<init>", 1), tuple("nested", 5), tuple("toString", 1));
    }

    /** Files have a median and a 90th percentile to look at; only their upper limit is enforced. */
    @AfterAll
    static void report() {
        System.out.printf(
                "Sizes: %d files of %d lines in the median (bar 60), %d at the 90th percentile (bar 200); "
                        + "%d methods of %d (bar 6) and %d (bar 15)%n",
                FILES.size(),
                percentile(50, FILES, JavaSource::lines),
                percentile(90, FILES, JavaSource::lines),
                METHODS.size(),
                percentile(50, METHODS, Method::lines),
                percentile(90, METHODS, Method::lines));
    }

    private static List<String> longerThan(int limit) {
        return METHODS.stream()
                .filter(method -> method.lines() > limit)
                .sorted(comparingInt(Method::lines).reversed())
                .map(m -> "%n%s:%d %s: %d lines".formatted(m.path(), m.line(), m.name(), m.lines()))
                .toList();
    }

    private static <T> int percentile(int percent, List<T> things, ToIntFunction<T> size) {
        int[] sizes = things.stream().mapToInt(size).sorted().toArray();
        return sizes.length == 0 ? 0 : sizes[(sizes.length - 1) * percent / 100];
    }
}
