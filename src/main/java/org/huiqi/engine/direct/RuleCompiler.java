package org.huiqi.engine.direct;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huiqi.engine.ClassBytes;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.DateFormat;
import org.huiqi.engine.ParsedRules;

/** Compiles a parsed pack for the direct evaluator. */
public final class RuleCompiler {
    static {
        DateFormat.set();
    }

    private RuleCompiler() {}

    /** From scratch: seconds. */
    public static CompiledRules compile(ParsedRules rules) {
        Map<String, byte[]> classes = new LinkedHashMap<>(JavaSources.compile(FactSource.all(rules), RuleCompiler.class.getClassLoader()));
        ModelCompiler.Compiled model = ModelCompiler.compile(rules, classes);
        classes.putAll(model.classes());
        Map<String, String> callSites = new EvaluatorSource(rules, model.lambdas()).all();
        classes.putAll(JavaSources.compile(callSites, new ClassBytes(classes)));
        return new CompiledRules(rules, classes);
    }
}
