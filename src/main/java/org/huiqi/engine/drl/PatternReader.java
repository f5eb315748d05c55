package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.List;
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
        if (pattern.getSource() != null
                || !pattern.getBehaviors().isEmpty()
                || pattern.isQuery()
                || !pattern.getAnnotations().isEmpty()) {
            complaints.add(
                    pattern.getLine(),
                    "'from', 'over' and queries are not permitted.",
                    "Test one fact of working memory.");
            return Optional.empty();
        }
        return Optional.of(scope);
    }

    /** Reads every constraint as an atom. */
    List<Atom> atoms(PatternDescr pattern) {
        Optional<Scope> scope = scope(pattern);
        List<Atom> atoms = new ArrayList<>();
        if (scope.isPresent()) {
            constraints(pattern)
                    .forEach(text -> atom(pattern, text, scope.get()).ifPresent(atoms::add));
            if (constraints(pattern).isEmpty()) {
                complaints.add(pattern.getLine(), "the pattern " + pattern.getObjectType() + "() tests nothing.", "");
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
