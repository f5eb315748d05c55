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
 * What the classic build makes of a pack: as it was compiled in this process, or read from bytes, which takes a tenth of the time. Bytes hold code
 * and objects of any kind, so they are as trusted as the program itself.
 */
public abstract sealed class ReferencePackages {
    /** The oldest Java the program runs on, whichever compiles. */
    private static final String JAVA = "17";

    private ReferencePackages() {}

    /** What {@link #bytes} gave, now or in another process. */
    public static ReferencePackages of(byte[] bytes) {
        return new Kept(bytes.clone());
    }

    /** For a file or a jar. */
    public abstract byte[] bytes();

    /**
     * For a knowledge base over the fact classes of {@code facts}, which are those they were compiled over or equal to them.
     *
     * @throws IllegalStateException if they are none of this program
     */
    abstract Collection<KiePackage> open(ClassLoader facts);

    private static final class Fresh extends ReferencePackages {
        private final Collection<KiePackage> packages;
        private final ClassLoader compiledOver;

        Fresh(Collection<KiePackage> packages, ClassLoader compiledOver) {
            this.packages = packages;
            this.compiledOver = compiledOver;
        }

        @Override
        public byte[] bytes() {
            return written(packages);
        }

        /** As they are; a second knowledge base over them makes copies of its own. */
        @Override
        Collection<KiePackage> open(ClassLoader facts) {
            return facts == compiledOver ? packages : read(bytes(), facts);
        }
    }

    private static final class Kept extends ReferencePackages {
        private final byte[] bytes;

        Kept(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        Collection<KiePackage> open(ClassLoader facts) {
            return read(bytes, facts);
        }
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
        return new Fresh(builder.getKnowledgePackages(), compiled.loader());
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

    private static Collection<KiePackage> read(byte[] bytes, ClassLoader facts) {
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
