package org.huiqi.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Form;
import org.huiqi.engine.Law;
import org.huiqi.engine.condition.Ref;
import org.huiqi.problem.Lang;
import org.huiqi.verdict.Evidence;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Truth;

/** Makes findings with their evidence, each once per profile. Not thread-safe. */
final class FindingMaker {
    private static final int MOST_ELEMENTS = 20;
    private final RuleBook book;
    private final Facts facts;
    private final Law law;
    private final Optional<Lang> lang;
    private final Map<String, Finding> made = new HashMap<>();

    /** {@code lang}: language of the evidence; empty if nobody is going to read it. */
    FindingMaker(RuleBook book, Facts facts, Law law, Optional<Lang> lang) {
        this.book = book;
        this.facts = facts;
        this.law = law;
        this.lang = lang;
    }

    Finding finding(String id, Law.Subject subject) {
        return made.computeIfAbsent(
                id + "@" + subject.type() + "@" + subject.index(), k -> make(book.getCriterion(id), subject));
    }

    private Finding make(Criterion criterion, Law.Subject subject) {
        if (criterion.form() instanceof Form.OnFact f && facts.find(f.type()).isEmpty()) {
            String list = book.dictionary().get(f.type()).list();
            return new Finding(criterion.id(), Truth.UNKNOWN, List.of(list), List.of(), Optional.empty());
        }
        Truth truth = law.truth(criterion, subject);
        Set<String> missing = law.missing(criterion, subject, truth);
        return new Finding(
                criterion.id(),
                truth,
                List.copyOf(missing),
                lang.map(l -> evidence(criterion, subject, l)).orElse(List.of()),
                law.fault(criterion, subject, truth, missing));
    }

    private List<Evidence> evidence(Criterion criterion, Law.Subject subject, Lang lang) {
        List<Atom> atoms = Law.atoms(criterion.form());
        if (atoms.isEmpty()) {
            return List.of();
        }
        String type = atoms.get(0).type();
        List<Fact> elements = facts.find(type).orElse(List.of());
        boolean alone = criterion.form() instanceof Form.OnFact;
        int first = alone ? Law.element(type, subject) : 0;
        int end = alone ? Math.min(elements.size(), first + 1) : Math.min(elements.size(), MOST_ELEMENTS);
        List<Evidence> evidence = new ArrayList<>();
        for (int i = first; i < end; i++) {
            int element = i;
            atoms.forEach(a -> evidence.add(evidence(a, element, elements.get(element), lang)));
        }
        return evidence;
    }

    /** An open classification that has come down to a few classes reads as these. */
    private Optional<Object> possible(Ref ref, Lang lang) {
        List<String> classes =
                ref.field().derived() ? facts.possible(ref.field().name()) : List.of();
        return classes.isEmpty() ? Optional.empty() : Optional.of(String.join(lang == Lang.ZH ? "或" : " or ", classes));
    }

    private Evidence evidence(Atom atom, int element, Fact fact, Lang lang) {
        return new Wording(lang, ref -> law.find(ref, fact).or(() -> possible(ref, lang)))
                .evidence(atom.condition(), fact.key(), law.truth(atom, element));
    }
}
