package org.huiqi.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A pack compiled for the direct evaluator: generated facts, predicates and call sites. Immutable, thread-safe. */
public final class CompiledRules {
    private final ParsedRules rules;
    private final Map<String, byte[]> classes;
    private final ClassLoader loader;
    private final Map<String, AtomTests> tests = new HashMap<>();
    private final Map<String, StepValues> steps = new HashMap<>();
    private final Map<String, Fact> blanks = new HashMap<>();

    /** Loads classes that were compiled before. */
    public CompiledRules(ParsedRules rules, Map<String, byte[]> classes) {
        DateFormat.set();
        this.rules = rules;
        this.classes = Map.copyOf(classes);
        this.loader = new ClassBytes(classes);
        rules.atoms().keySet().forEach(t -> tests.put(t, create("direct." + t + "Atoms", AtomTests.class)));
        rules.sheets()
                .forEach(s ->
                        steps.put(s.type().name(), create("direct." + s.type().name() + "Steps", StepValues.class)));
        rules.dictionary().types().forEach(t -> blanks.put(t.name(), create("facts." + t.name(), Fact.class)));
        rules.sheets()
                .forEach(t ->
                        blanks.put(t.type().name(), create("facts." + t.type().name(), Fact.class)));
    }

    public ParsedRules rules() {
        return rules;
    }

    /** Class name to bytes, for the cache. */
    public Map<String, byte[]> classes() {
        return classes;
    }

    /** Sees the generated fact classes. */
    public ClassLoader loader() {
        return loader;
    }

    public Fact newFact(String type) {
        return blanks.get(type).blank();
    }

    /** The atoms of a type; empty if no rule tests it. */
    public Optional<AtomTests> tests(String type) {
        return Optional.ofNullable(tests.get(type));
    }

    public StepValues steps(Sheet sheet) {
        return steps.get(sheet.type().name());
    }

    private <T> T create(String name, Class<T> as) {
        try {
            return loader.loadClass(name)
                    .asSubclass(as)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the compiled rules lack " + name, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class " + name + " is broken", e);
        }
    }
}
