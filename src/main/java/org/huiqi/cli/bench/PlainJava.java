package org.huiqi.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.huiqi.engine.Atom;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.Evaluator;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.profile.Dictionary;

/**
 * The conditions of a whole pack as plain Java, written by {@link PlainJavaSource} as one would by hand: nobody writes thousands
 * of them. It shares the facts with the direct evaluator and nothing else: no Drools, no masks.
 */
public final class PlainJava implements Evaluator {
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<AtomTests> tests = new ArrayList<>();
    private final List<Integer> atoms = new ArrayList<>();

    /** @throws IllegalStateException without the compiler of a JDK */
    public PlainJava(CompiledRules compiled) {
        Map<String, List<Atom>> byType = compiled.rules().atoms();
        Map<String, String> sources = new HashMap<>();
        byType.forEach((type, list) -> sources.put(type + "Plain", new PlainJavaSource(type, list).write()));
        ClassLoader loader = compiled(sources, compiled);
        byType.forEach((type, list) -> {
            positions.put(type, tests.size());
            tests.add(create(loader, "plain." + type + "Plain"));
            atoms.add(list.size());
        });
    }

    @Override
    public AtomTruths evaluate(Facts facts) {
        byte[][][] truths = new byte[tests.size()][][];
        for (int t = 0; t < truths.length; t++) {
            Fact[] elements = facts.tested(t);
            truths[t] = elements == null ? null : test(elements, tests.get(t), atoms.get(t));
        }
        return new AtomTruths(positions, truths);
    }

    /** The truth of every condition on the enterprise. */
    byte[] test(Fact enterprise) {
        int position = positions.get(Dictionary.ENTERPRISE);
        byte[] truths = new byte[atoms.get(position)];
        tests.get(position).test(enterprise, truths);
        return truths;
    }

    private static byte[][] test(Fact[] elements, AtomTests tests, int atoms) {
        byte[][] truths = new byte[elements.length][];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = new byte[atoms];
            tests.test(elements[i], truths[i]);
        }
        return truths;
    }

    /** The sources beside the fact classes of the pack, by the compiler of the JDK. */
    private static ClassLoader compiled(Map<String, String> sources, CompiledRules compiled) {
        try {
            Path folder = Files.createTempDirectory("plain-java");
            for (Map.Entry<String, byte[]> one : compiled.classes().entrySet()) {
                if (one.getKey().startsWith("facts.")) {
                    Path file = folder.resolve(one.getKey().replace('.', '/') + ".class");
                    Files.createDirectories(file.getParent());
                    Files.write(file, one.getValue());
                }
            }
            List<String> arguments = new ArrayList<>(List.of(
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-cp",
                    System.getProperty("java.class.path") + ":" + folder));
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = folder.resolve(source.getKey() + ".java");
                arguments.add(Files.writeString(file, source.getValue()).toString());
            }
            JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
            if (javac == null || javac.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                throw new IllegalStateException("javac refuses " + folder);
            }
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}, compiled.loader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AtomTests create(ClassLoader loader, String name) {
        try {
            return (AtomTests) loader.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
