package org.huiqi.engine.direct;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huiqi.engine.ClassBytes;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.DateFormat;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.RuleFiles;

/** Compiles a parsed pack for the direct evaluator. */
public final class RuleCompiler {
    static {
        DateFormat.set();
    }

    private RuleCompiler() {}

    /** Changes whenever {@link EvaluatorSource} writes something else for the same rules. */
    private static final String FORMAT = "1";

    /** What compiled classes are cached by: everything they are generated from. */
    public static String fingerprint(ParsedRules rules) {
        return RuleFiles.of(Map.of(
                        "format", FORMAT, "facts", FactSource.all(rules).toString(), "model", ModelSource.write(rules)))
                .digest();
    }

    /** From scratch: seconds. */
    public static CompiledRules compile(ParsedRules rules) {
        Map<String, byte[]> classes =
                new LinkedHashMap<>(JavaSources.compile(FactSource.all(rules), RuleCompiler.class.getClassLoader()));
        ModelCompiler.Compiled model = ModelCompiler.compile(rules, classes);
        classes.putAll(model.classes());
        Map<String, String> callSites = new EvaluatorSource(rules, model.lambdas()).all();
        classes.putAll(JavaSources.compile(callSites, new ClassBytes(classes)));
        return new CompiledRules(rules, classes);
    }
}
