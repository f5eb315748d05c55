package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.huiqi.engine.Atom;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.ConditionParser;
import org.huiqi.engine.condition.ConditionSyntaxException;
import org.huiqi.engine.condition.Scope;
import org.huiqi.problem.Nearest;

/** Reads the constraints of one pattern on one fact. */
final class PatternReader {
    private static final int MOST = 40;
    private final Map<String, Scope> scopes;
    private final AtomPool pool;
    private final Complaints complaints;

    PatternReader(Map<String, Scope> scopes, AtomPool pool, Complaints complaints) {
        this.scopes = scopes;
        this.pool = pool;
        this.complaints = complaints;
    }

    /** The scope of the pattern's type; complains and is empty if there is none, or if the pattern is more than a test. */
    Optional<Scope> scope(PatternDescr pattern) {
        String type = pattern.getObjectType();
        Scope scope = scopes.get(type);
        if (scope == null) {
            complaints.add(
                    pattern.getLine(), "unknown fact type '" + type + "'.", Nearest.maybe(type, scopes.keySet()));
            return Optional.empty();
        }
        Optional<String> more = more(pattern);
        more.ifPresent(what -> complaints.add(
                pattern.getLine(),
                what + " is not permitted: a pattern tests one fact of the profile.",
                "Write " + type + "( constraint, … )."));
        return more.isPresent() ? Optional.empty() : Optional.of(scope);
    }

    /** What a pattern says beyond its type and constraints. */
    private static Optional<String> more(PatternDescr pattern) {
        if (pattern.getSource() != null) {
            String source = pattern.getSource().getClass().getSimpleName();
            return Optional.of("'from " + source.replace("Descr", "").toLowerCase(Locale.ROOT) + "'");
        }
        if (!pattern.getBehaviors().isEmpty()) {
            return Optional.of("a window ('over')");
        }
        if (pattern.isQuery()) {
            return Optional.of("a query ('?')");
        }
        if (!pattern.getPositionalConstraints().isEmpty()) {
            return Optional.of("a constraint by position (';')");
        }
        return pattern.getAnnotations().stream().findFirst().map(a -> "@" + a.getName() + " on a pattern");
    }

    /** Is it a type with constraints, and nothing more? */
    static boolean isPlain(PatternDescr pattern) {
        return more(pattern).isEmpty()
                && (pattern.getIdentifier() == null || pattern.getIdentifier().isEmpty());
    }

    /** A binding has no use where a rule can only match or not. */
    void refuseBinding(PatternDescr pattern) {
        if (pattern.getIdentifier() != null && !pattern.getIdentifier().isEmpty()) {
            complaints.add(pattern.getLine(), "the binding " + pattern.getIdentifier() + " has no use.", "Remove it.");
        }
    }

    /** Reads every constraint as an atom. */
    List<Atom> atoms(PatternDescr pattern) {
        Optional<Scope> scope = scope(pattern);
        List<Atom> atoms = new ArrayList<>();
        if (scope.isPresent()) {
            constraints(pattern)
                    .forEach(text -> atom(pattern, text, scope.get()).ifPresent(atoms::add));
            if (constraints(pattern).isEmpty()) {
                complaints.add(
                        pattern.getLine(),
                        "the pattern " + pattern.getObjectType() + "() tests nothing.",
                        "Write at least one constraint.");
            }
            if (constraints(pattern).size() > MOST) {
                complaints.add(
                        pattern.getLine(),
                        constraints(pattern).size() + " constraints in one pattern.",
                        "At most " + MOST + ": one rule is one claim; join claims in the requirement tree.");
            }
        }
        return atoms;
    }

    Optional<Atom> atom(PatternDescr pattern, String text, Scope scope) {
        try {
            Condition condition = ConditionParser.condition(text, scope);
            return Optional.of(pool.atom(pattern.getObjectType(), text, condition));
        } catch (ConditionSyntaxException e) {
            complaints.add(pattern.getLine(), e);
            return Optional.empty();
        }
    }

    static List<String> constraints(PatternDescr pattern) {
        List<String> texts = new ArrayList<>();
        for (BaseDescr constraint : pattern.getDescrs()) {
            texts.add(constraint instanceof ExprConstraintDescr e ? e.getExpression() : constraint.toString());
        }
        return texts;
    }
}
