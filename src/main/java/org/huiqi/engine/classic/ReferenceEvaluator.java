package org.huiqi.engine.classic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.huiqi.engine.Atom;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.DateFormat;
import org.huiqi.engine.Evaluator;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Form;
import org.huiqi.engine.Law;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.FactType;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;

/** What plain Drools says: one ordinary session per profile over the classic build. The oracle. Thread-safe. */
public final class ReferenceEvaluator implements Evaluator {
    private final ParsedRules rules;
    private final InternalKnowledgeBase base;

    private ReferenceEvaluator(ParsedRules rules, InternalKnowledgeBase base) {
        this.rules = rules;
        this.base = base;
    }

    /** Over the fact classes of {@code compiled}, by what {@link ReferencePackages#compile} made of the same rules. */
    public static ReferenceEvaluator of(CompiledRules compiled, ReferencePackages packages) {
        DateFormat.set();
        ClassLoader facts = compiled.loader();
        InternalKnowledgeBase base =
                KnowledgeBaseFactory.newKnowledgeBase(KieServices.get().newKieBaseConfiguration(null, facts));
        base.addPackages(packages.open(facts));
        return new ReferenceEvaluator(compiled.rules(), base);
    }

    @Override
    public AtomTruths evaluate(Facts facts) {
        Hits hits = fire(facts);
        Map<String, Integer> positions = new HashMap<>();
        byte[][][] truths = new byte[rules.atoms().size()][][];
        rules.atoms().forEach((type, atoms) -> {
            positions.put(type, positions.size());
            truths[positions.get(type)] = facts.find(type)
                    .map(elements ->
                            elements.stream().map(f -> truths(atoms, f, hits)).toArray(byte[][]::new))
                    .orElse(null);
        });
        AtomTruths answer = new AtomTruths(positions, truths);
        rules.criteria().forEach(c -> compareWithPlainRule(c, facts, answer, hits));
        return answer;
    }

    /** Fills the figures of sheets in the given order, each by ordinary forward chaining. */
    public void fill(List<Fact> sheets) {
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("hits", new Hits());
            for (Fact sheet : sheets) {
                session.insert(sheet);
                session.fireAllRules();
            }
        } finally {
            session.dispose();
        }
    }

    private Hits fire(Facts facts) {
        Hits hits = new Hits();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("hits", hits);
            facts.all().forEach(session::insert);
            session.fireAllRules();
            return hits;
        } finally {
            session.dispose();
        }
    }

    private byte[] truths(List<Atom> atoms, Fact fact, Hits hits) {
        byte[] out = new byte[atoms.size()];
        for (Atom atom : atoms) {
            boolean answered = atom.reads().stream().allMatch(r -> answered(r, fact));
            out[atom.index()] = !answered
                    ? AtomTests.UNKNOWN
                    : hits.atomHolds(atom.index(), fact) ? AtomTests.MET : AtomTests.UNMET;
        }
        return out;
    }

    private boolean answered(Ref ref, Fact fact) {
        Fact owner = ref.owner().isEmpty() ? fact : fact.reference(ref.owner());
        return owner != null && owner.get(type(ref.type()).indexOf(ref.field().name())) != null;
    }

    private FactType type(String name) {
        Optional<FactType> declared = rules.dictionary().find(name);
        return declared.orElseGet(() -> rules.findSheet(name).orElseThrow().type());
    }

    /** Where nothing is unknown, the criterion as one plain rule must match exactly when its atoms say so. */
    private void compareWithPlainRule(Criterion criterion, Facts facts, AtomTruths truths, Hits hits) {
        if (criterion.form() instanceof Form.OnFact f && f.atoms().size() > 1) {
            List<Fact> elements = facts.find(f.type()).orElse(List.of());
            for (int i = 0; i < elements.size(); i++) {
                agree(criterion, holds(f.atoms(), i, truths), hits.matched(criterion.id(), elements.get(i)));
            }
        } else if (criterion.form() instanceof Form.Quantified q && allKnown(q.type(), q.atoms(), facts, truths)) {
            boolean some = matching(q.type(), q.atoms(), facts, truths) > 0;
            agree(criterion, some != q.negated(), hits.matched(criterion.id(), facts.enterprise()));
        } else if (criterion.form() instanceof Form.Count n && allKnown(n.type(), n.atoms(), facts, truths)) {
            boolean met = Law.compare(matching(n.type(), n.atoms(), facts, truths), n.operator(), n.bound());
            agree(criterion, met, hits.matched(criterion.id(), facts.enterprise()));
        }
    }

    private static void agree(Criterion criterion, boolean byAtoms, boolean byPlainRule) {
        if (byAtoms != byPlainRule) {
            throw new IllegalStateException("plain Drools " + (byPlainRule ? "matches " : "does not match ")
                    + criterion.id() + " but its parts say otherwise");
        }
    }

    private static boolean holds(List<Atom> atoms, int element, AtomTruths truths) {
        return atoms.stream().allMatch(a -> truths.of(a, element) == AtomTests.MET);
    }

    private static boolean allKnown(String type, List<Atom> atoms, Facts facts, AtomTruths truths) {
        return new ArrayList<>(facts.find(type).orElse(List.of())).isEmpty()
                ? facts.find(type).isPresent()
                : java.util.stream.IntStream.range(
                                0, facts.find(type).orElseThrow().size())
                        .allMatch(i -> atoms.stream().allMatch(a -> truths.of(a, i) != AtomTests.UNKNOWN));
    }

    private static long matching(String type, List<Atom> atoms, Facts facts, AtomTruths truths) {
        int size = facts.find(type).map(List::size).orElse(0);
        return java.util.stream.IntStream.range(0, size)
                .filter(i -> holds(atoms, i, truths))
                .count();
    }
}
