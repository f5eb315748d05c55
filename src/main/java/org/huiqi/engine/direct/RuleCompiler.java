package org.huiqi.engine.direct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.ClassBytes;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.DateFormat;
import org.huiqi.engine.Fact;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.StepValues;

/** Compiles a parsed pack for the direct evaluator. */
public final class RuleCompiler {
    static {
        DateFormat.set();
    }

    /** Another Drools writes other predicates for the same rules. */
    static final String DROOLS = "10.2.0";

    /** What writes the classes, and what they extend: with any change to these, what was compiled before no longer counts. */
    private static final List<Class<?>> WRITERS = List.of(
            EvaluatorSource.class,
            Literals.class,
            Compared.class,
            ModelCompiler.class,
            JavaSources.class,
            Fact.class,
            AtomTests.class,
            StepValues.class);

    private RuleCompiler() {}

    /** What compiled classes are cached by: everything they are generated from and by. */
    public static String fingerprint(ParsedRules rules) {
        Map<String, String> sources = new TreeMap<>(new EvaluatorSource(rules, Map.of()).all());
        sources.putAll(
                Map.of("drools", DROOLS, "facts", FactSource.all(rules).toString(), "model", ModelSource.write(rules)));
        WRITERS.forEach(writer -> sources.put(writer.getSimpleName(), bytecode(writer)));
        return RuleFiles.of(sources).digest();
    }

    private static String bytecode(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own " + type, e);
        }
    }

    /** From scratch: seconds. */
    public static CompiledRules compile(ParsedRules rules) {
        Map<String, String> facts = new LinkedHashMap<>(FactSource.all(rules));
        facts.put(Literals.CLASS, ModelSource.literals(rules));
        Map<String, byte[]> classes = new LinkedHashMap<>(JavaSources.compile(facts, new ClassBytes(Map.of())));
        ModelCompiler.Compiled model = ModelCompiler.compile(rules, classes);
        classes.putAll(model.classes());
        Map<String, String> callSites = new EvaluatorSource(rules, model.lambdas()).all();
        classes.putAll(JavaSources.compile(callSites, new ClassBytes(classes)));
        return new CompiledRules(rules, classes);
    }
}
