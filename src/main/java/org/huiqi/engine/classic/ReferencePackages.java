package org.huiqi.engine.classic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.drools.base.common.DroolsObjectInputStream;
import org.drools.base.common.DroolsObjectOutputStream;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.DateFormat;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.direct.RuleCompiler;
import org.kie.api.KieServices;
import org.kie.api.definition.KiePackage;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;

/**
 * What the classic build makes of a pack, as bytes: compiling takes ten times as long as reading them. They hold code and objects of any kind,
 * so they are as trusted as the program itself.
 */
public final class ReferencePackages {
    /** The oldest Java the program runs on, whichever compiles. */
    private static final String JAVA = "17";

    private final byte[] bytes;

    public ReferencePackages(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** What they are kept under: everything they are made of and by. */
    public static String fingerprint(ParsedRules rules) {
        return RuleFiles.of(Map.of(
                        "reference", ReferenceSource.write(rules),
                        "java", JAVA,
                        "facts", RuleCompiler.fingerprint(rules)))
                .digest();
    }

    /** Compiles the classic build over the fact classes of {@code compiled}: seconds. */
    public static ReferencePackages compile(CompiledRules compiled) {
        DateFormat.set();
        KnowledgeBuilderConfiguration configuration =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, compiled.loader());
        configuration.setProperty("drools.dialect.java.compiler.lnglevel", JAVA);
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        byte[] drl = ReferenceSource.write(compiled.rules()).getBytes(StandardCharsets.UTF_8);
        builder.add(
                KieServices.get()
                        .getResources()
                        .newByteArrayResource(drl, "UTF-8")
                        .setSourcePath("reference.drl"),
                ResourceType.DRL);
        if (builder.hasErrors()) {
            throw new IllegalStateException(
                    "Drools' classic build refuses what the loader accepted: " + builder.getErrors());
        }
        return new ReferencePackages(written(builder.getKnowledgePackages()));
    }

    private static byte[] written(Collection<KiePackage> packages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes);
                DroolsObjectOutputStream out = new DroolsObjectOutputStream(packed)) {
            out.writeObject(new ArrayList<>(packages));
        } catch (IOException e) {
            throw new IllegalStateException("Drools cannot write what it has compiled", e);
        }
        return bytes.toByteArray();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** @throws IllegalStateException if they are none of this program */
    Collection<KiePackage> open(ClassLoader facts) {
        List<KiePackage> packages = new ArrayList<>();
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16);
                DroolsObjectInputStream in = new DroolsObjectInputStream(packed, facts)) {
            for (Object one : (List<?>) in.readObject()) {
                packages.add((KiePackage) one);
            }
            return packages;
        } catch (IOException | ClassNotFoundException | ClassCastException e) {
            throw new IllegalStateException("not a reference of this program", e);
        }
    }
}
