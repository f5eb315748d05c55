package org.huiqi.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A source file and the methods written in it, as the JDK's own parser sees them. */
record JavaSource(Path path, int lines, List<Method> methods) {

    /** Lines from the opening brace to the closing one, both included: {@code int x() { … }} on three lines counts 3. */
    record Method(Path path, long line, String name, int lines) {}

    static List<JavaSource> under(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .map(JavaSource::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaSource read(Path path) {
        try {
            int lines = Files.readAllLines(path).size();
            return new JavaSource(path, lines, List.copyOf(methodsOf(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static List<Method> methodsOf(Path path) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(path));
            var methods = new ArrayList<Method>();
            for (CompilationUnitTree unit : task.parse()) {
                new Measure(path, unit, Trees.instance(task).getSourcePositions(), methods).scan(unit, null);
            }
            return methods;
        }
    }

    private static final class Measure extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Path path;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> methods;

        Measure(Path path, CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
            this.path = path;
            this.unit = unit;
            this.positions = positions;
            this.methods = methods;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getBody() != null) {
                LineMap map = unit.getLineMap();
                long first = map.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = map.getLineNumber(positions.getEndPosition(unit, method.getBody()) - 1);
                methods.add(new Method(path, first, method.getName().toString(), (int) (last - first + 1)));
            }
            return super.visitMethod(method, nothing);
        }
    }
}
