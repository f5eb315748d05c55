package org.huiqi.advise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Form;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;

/**
 * How likely a criterion is met by an enterprise of which nothing is known: few have done what would exclude them, of three choices a third takes
 * each, and everything else is as likely as not. Rough on purpose, for it only puts questions in order and never decides anything: finer guesses
 * (rarer offences, likelier thresholds, commoner titles) were tried on the ten sample enterprises and asked no less. Made once per rule book.
 */
final class Chances {
    private static final double EVEN = 0.5;
    private static final double OFFENCE = 0.1;
    private static final double NAMED = 0.3;
    private final Map<String, Double> met = new HashMap<>();
    private final Polarity polarity;

    Chances(RuleBook book) {
        this.polarity = Polarity.of(book);
        book.rules().criteria().forEach(c -> met.put(c.id(), of(c)));
    }

    /** Between 0 and 1. */
    double of(String criterion) {
        return met.getOrDefault(criterion, EVEN);
    }

    private double of(Criterion criterion) {
        return criterion.form() instanceof Form.OnFact f
                ? f.atoms().stream().mapToDouble(a -> of(criterion, a)).reduce(1, (a, b) -> a * b)
                : EVEN;
    }

    private double of(Criterion criterion, Atom atom) {
        Condition condition = atom.condition();
        if (polarity.harmful(criterion.id(), condition)) {
            return polarity.excluding().contains(criterion.id()) ? OFFENCE : 1 - OFFENCE;
        }
        if (condition instanceof Condition.Comparison c && List.of("==", "!=").contains(c.operator())) {
            return holds(share(c.left(), 1, EVEN), c.operator().equals("!="));
        }
        if (condition instanceof Condition.Membership m) {
            return holds(share(m.value(), m.members().size(), NAMED), m.negated());
        }
        return condition instanceof Condition.Contains c ? holds(NAMED, c.negated()) : EVEN;
    }

    private static double holds(double chance, boolean negated) {
        return negated ? 1 - chance : chance;
    }

    /** So many of the values that the field may hold. */
    private static double share(Expression expression, int members, double otherwise) {
        int choices = expression instanceof Expression.FieldValue v
                ? v.ref().field().choices().size()
                : 0;
        return choices == 0 ? otherwise : Math.min(1, (double) members / choices);
    }
}
