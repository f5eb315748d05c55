package org.huiqi.engine.direct;

import java.util.HashMap;
import java.util.Map;
import org.kie.memorycompiler.JavaCompilerSettings;
import org.kie.memorycompiler.JavaConfiguration;
import org.kie.memorycompiler.KieMemoryCompiler;

/** Compiles generated Java in memory with the compiler that Drools brings along, so that a JRE is enough. */
final class JavaSources {
    private JavaSources() {}

    static Map<String, byte[]> compile(Map<String, String> sources, ClassLoader parent) {
        JavaCompilerSettings settings = new JavaCompilerSettings();
        settings.setSourceVersion("17");
        settings.setTargetVersion("17");
        return new HashMap<>(
                KieMemoryCompiler.compileNoLoad(sources, parent, settings, JavaConfiguration.CompilerType.ECLIPSE));
    }
}
