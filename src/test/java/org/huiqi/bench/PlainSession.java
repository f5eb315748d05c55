package org.huiqi.bench;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Form;
import org.huiqi.engine.condition.Ref;
import org.kie.api.KieServices;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;

/**
 * What most programs do with Drools: one rule per criterion, a session per profile, and who matched is met. Two truths instead of three, and no
 * rule that the criteria themselves do not need; constraints stand behind tests for null, since a null ends the session.
 */
public final class PlainSession {
    private final InternalKnowledgeBase base;

    PlainSession(CompiledRules compiled) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, compiled.loader()));
        byte[] drl = write(compiled.rules().criteria()).getBytes(StandardCharsets.UTF_8);
        builder.add(
                KieServices.get()
                        .getResources()
                        .newByteArrayResource(drl, "UTF-8")
                        .setSourcePath("plain.drl"),
                ResourceType.DRL);
        if (builder.hasErrors()) {
            throw new IllegalStateException(builder.getErrors().toString());
        }
        base = KnowledgeBaseFactory.newKnowledgeBase(
                KieServices.get().newKieBaseConfiguration(null, compiled.loader()));
        base.addPackages(builder.getKnowledgePackages());
    }

    /** A criterion matched for a fact. */
    record Hit(String criterion, Fact fact) {}

    /** The global of the rules. */
    public static final class Hits {
        final Set<Hit> met = new HashSet<>();

        public void met(String criterion, Fact fact) {
            met.add(new Hit(criterion, fact));
        }
    }

    Set<Hit> fire(Facts facts) {
        Hits hits = new Hits();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("hits", hits);
            facts.all().forEach(session::insert);
            session.fireAllRules();
            return hits.met;
        } finally {
            session.dispose();
        }
    }

    private static String write(List<Criterion> criteria) {
        StringBuilder drl =
                new StringBuilder("package plain;\nimport facts.*;\nglobal org.huiqi.bench.PlainSession.Hits hits;\n");
        for (Criterion c : criteria) {
            if (c.form() instanceof Form.OnFact f) {
                drl.append("rule \"%s\" when $f : %s( %s ) then hits.met(\"%s\", $f); end%n"
                        .formatted(c.id(), f.type(), constraints(f), c.id()));
            } else if (!c.judged()) {
                throw new IllegalStateException(c.id() + " has a form that this comparison does not write yet");
            }
        }
        return drl.toString();
    }

    private static String constraints(Form.OnFact form) {
        return form.atoms().stream()
                .flatMap(a -> Stream.concat(a.reads().stream().flatMap(PlainSession::answered), Stream.of(a.source())))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> answered(Ref ref) {
        String field = ref.path() + " != null";
        return ref.owner().isEmpty() ? Stream.of(field) : Stream.of(ref.owner() + " != null", field);
    }
}
