package org.huiqi.engine.direct;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Rule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.model.constraints.MultipleConstraints;
import org.drools.model.constraints.SingleConstraint1;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import org.drools.model.patterns.PatternImpl;
import org.drools.modelcompiler.CanonicalKieModuleModel;
import org.huiqi.engine.ClassBytes;
import org.huiqi.engine.ParsedRules;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles atoms and steps with Drools' executable model and takes its predicate and extractor classes out. Uses internal types of Drools
 * 10.2.0 (the version is pinned and the extraction is tested).
 */
final class ModelCompiler {
    private static final String SOURCE = "src/main/resources/atoms/atoms.drl";

    /**
     * What came out.
     *
     * @param classes class name to bytes
     * @param lambdas rule name to class name of its predicate or extractor
     */
    record Compiled(Map<String, byte[]> classes, Map<String, String> lambdas) {}

    private ModelCompiler() {}

    static Compiled compile(ParsedRules rules, Map<String, byte[]> factClasses) {
        KieServices kie = KieServices.get();
        ReleaseId release = kie.newReleaseId("org.huiqi", "atoms", rules.digest());
        KieFileSystem files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(
                SOURCE,
                kie.getResources()
                        .newByteArrayResource(ModelSource.write(rules).getBytes(StandardCharsets.UTF_8), "UTF-8"));
        KieBuilder builder =
                kie.newKieBuilder(files, new ClassBytes(factClasses)).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("Drools' executable model refuses what the loader accepted: " + errors);
        }
        try {
            return extract((InternalKieModule) builder.getKieModule(), factClasses);
        } finally {
            kie.getRepository().removeKieModule(release);
        }
    }

    private static Compiled extract(InternalKieModule module, Map<String, byte[]> factClasses) {
        Map<String, byte[]> generated = classes(module);
        Map<String, byte[]> all = new LinkedHashMap<>(factClasses);
        all.putAll(generated);
        Map<String, String> lambdas = new HashMap<>();
        model(all)
                .getModels()
                .forEach(m -> m.getRules()
                        .forEach(
                                rule -> lambdas.put(rule.getName(), lambda(rule).getName())));
        Map<String, byte[]> kept = new LinkedHashMap<>(generated);
        kept.keySet().removeIf(c -> !lambdas.containsValue(c) && !isHolderOfDates(c));
        return new Compiled(kept, lambdas);
    }

    /** Predicates with a date literal read it from a field of the rules class. */
    private static boolean isHolderOfDates(String name) {
        return name.startsWith("atoms.Rules") && !name.contains("RuleMethods");
    }

    /** The generated entry to the model, loaded beside the fact classes. */
    private static CanonicalKieModuleModel model(Map<String, byte[]> classes) {
        String name = classes.keySet().stream()
                .filter(c -> c.startsWith("org.drools.project.model.ProjectModel"))
                .findFirst()
                .orElseThrow();
        try {
            Class<?> model = new ClassBytes(classes).loadClass(name);
            return (CanonicalKieModuleModel) model.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the executable model cannot be loaded", e);
        }
    }

    private static Map<String, byte[]> classes(InternalKieModule module) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (String file : module.getFileNames()) {
            if (file.endsWith(".class")) {
                classes.put(file.substring(0, file.length() - 6).replace('/', '.'), module.getBytes(file));
            }
        }
        return classes;
    }

    /** The class of a rule's only predicate, or of the extractor of its only binding. */
    private static Class<?> lambda(Rule rule) {
        for (Condition item : rule.getView().getSubConditions()) {
            if (item instanceof PatternImpl<?> pattern) {
                return pattern.getBindings().isEmpty()
                        ? predicate(pattern.getConstraint(), rule)
                        : extractor(pattern.getBindings().iterator().next());
            }
        }
        throw new IllegalStateException("rule " + rule.getName() + " has no pattern in the executable model");
    }

    private static Class<?> predicate(Constraint constraint, Rule rule) {
        if (constraint instanceof MultipleConstraints many && many.getChildren().size() == 1) {
            return predicate(many.getChildren().get(0), rule);
        }
        if (constraint instanceof SingleConstraint1<?> one
                && one.getPredicate1() instanceof Predicate1.Impl<?> predicate) {
            return predicate.getLambda().getClass();
        }
        throw new IllegalStateException(
                "rule " + rule.getName() + " is not one predicate in the executable model: " + constraint);
    }

    private static Class<?> extractor(Binding binding) {
        Function1<?, ?> function = binding.getBindingFunction();
        return function instanceof Function1.Impl<?, ?> impl ? impl.getLambda().getClass() : function.getClass();
    }
}
