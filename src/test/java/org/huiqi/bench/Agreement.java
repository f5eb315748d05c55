package org.huiqi.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiqi.bench.PlainSession.Hit;
import org.huiqi.engine.Atom;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.AtomTruths;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Form;
import org.huiqi.engine.ParsedRules;
import org.jspecify.annotations.Nullable;

/** Whether those that are measured against each other give the same answers; a faster wrong answer is none. */
final class Agreement {
    private static final Map<String, List<String>> BY_HAND = Map.of(
            "Enterprise", HandEnterpriseConditions.CONDITIONS,
            "Product", HandProductPredicates.CONDITIONS,
            "TaxPeriod", HandTaxPeriodPredicates.CONDITIONS);
    private final ParsedRules rules;

    Agreement(ParsedRules rules) {
        this.rules = rules;
    }

    /** Conditions of the criteria of the pack that nobody wrote by hand yet, and such as the pack no longer has. */
    List<String> notTheSameConditions() {
        Set<String> pack = new HashSet<>();
        rules.criteria().forEach(c -> org.huiqi.engine.Law.atoms(c.form()).forEach(a -> pack.add(name(a))));
        Set<String> hand = new HashSet<>();
        BY_HAND.forEach((type, conditions) -> conditions.forEach(c -> hand.add(type + "( " + c + " )")));
        Set<String> both = new HashSet<>(pack);
        both.retainAll(hand);
        pack.addAll(hand);
        pack.removeAll(both);
        return pack.stream().sorted().toList();
    }

    void handAgrees(AtomTruths direct, HandTruths hand) {
        same("Enterprise", direct, new byte[][] {hand.enterprise()});
        same("Product", direct, hand.products());
        same("TaxPeriod", direct, hand.taxPeriods());
    }

    void referenceAgrees(AtomTruths direct, AtomTruths reference) {
        if (!direct.agreesWith(reference)) {
            throw new IllegalStateException("the direct evaluator and the reference disagree");
        }
    }

    /** A plain session only knows what is met: exactly the criteria all of whose conditions are. */
    void plainAgrees(AtomTruths direct, Facts facts, Set<Hit> plain) {
        Set<Hit> met = new HashSet<>();
        for (Criterion c : rules.criteria()) {
            if (c.form() instanceof Form.OnFact f) {
                List<Fact> elements = facts.find(f.type()).orElse(List.of());
                for (int i = 0; i < elements.size(); i++) {
                    int element = i;
                    if (f.atoms().stream().allMatch(a -> direct.of(a, element) == AtomTests.MET)) {
                        met.add(new Hit(c.id(), elements.get(i)));
                    }
                }
            }
        }
        if (!met.equals(plain)) {
            throw new IllegalStateException("the direct evaluator and the plain session disagree");
        }
    }

    private void same(String type, AtomTruths direct, byte @Nullable [][] hand) {
        for (int i = 0; hand != null && i < hand.length; i++) {
            for (Atom atom : rules.atomsOf(type)) {
                int byHand = BY_HAND.get(type).indexOf(atom.source());
                if (byHand >= 0 && direct.of(atom, i) != hand[i][byHand]) {
                    throw new IllegalStateException("%s is %d by the direct evaluator and %d by hand"
                            .formatted(name(atom), direct.of(atom, i), hand[i][byHand]));
                }
            }
        }
    }

    private static String name(Atom atom) {
        return atom.type() + "( " + atom.source() + " )";
    }
}
