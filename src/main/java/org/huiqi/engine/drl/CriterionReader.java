package org.huiqi.engine.drl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Form;
import org.huiqi.engine.condition.Scope;
import org.huiqi.profile.Dictionary;

/** Reads one rule of {@code criteria.drl}. */
final class CriterionReader {
    private static final String FORMS =
            "Permitted: one pattern, exists, not, accumulate(…; $n : count(); $n >= 2), or Review(…) with @soft.";
    private static final Pattern COUNT = Pattern.compile("(\\$\\w+)\\s*(==|!=|<=|>=|<|>)\\s*(\\d{1,6})");

    private final String policy;
    private final PatternReader patterns;
    private final Complaints complaints;

    CriterionReader(String policy, Map<String, Scope> scopes, AtomPool pool, Complaints complaints) {
        this.policy = policy;
        this.patterns = new PatternReader(scopes, pool, complaints);
        this.complaints = complaints;
    }

    Optional<Criterion> read(RuleDescr rule, String source) {
        RuleHead head = RuleHead.read(rule, complaints);
        if (!rule.getConsequence().toString().strip().equals("met();")) {
            complaints.add(
                    head.place().line(),
                    "the consequence of " + head.id() + " is not 'met();'.",
                    "A criterion only matches or does not.");
        }
        return form(rule, head)
                .map(form -> new Criterion(
                        head.id(),
                        head.claim(),
                        head.en(),
                        policy,
                        head.place(),
                        head.document(),
                        head.clause(),
                        head.seen(),
                        head.note(),
                        head.points(),
                        form,
                        source));
    }

    private Optional<Form> form(RuleDescr rule, RuleHead head) {
        List<? extends BaseDescr> parts = rule.getLhs().getDescrs();
        if (parts.size() != 1) {
            complaints.add(head.place().line(), head.id() + " has " + parts.size() + " patterns.", FORMS);
            return Optional.empty();
        }
        BaseDescr only = parts.get(0);
        if (head.soft() || only instanceof PatternDescr p && "Review".equals(p.getObjectType())) {
            return judged(only, head);
        }
        if (only instanceof ExistsDescr exists) {
            return quantified(exists.getDescrs(), false, head);
        }
        if (only instanceof NotDescr not) {
            return quantified(not.getDescrs(), true, head);
        }
        return only instanceof PatternDescr pattern ? pattern(pattern, head) : unknown(only, head);
    }

    private Optional<Form> pattern(PatternDescr pattern, RuleHead head) {
        if (pattern.getSource() instanceof AccumulateDescr accumulate) {
            return count(pattern, accumulate, head);
        }
        if (pattern.getObjectType() == null) {
            return unknown(pattern, head); // a path such as /products[ … ]
        }
        patterns.refuseBinding(pattern);
        return Optional.of(new Form.OnFact(pattern.getObjectType(), patterns.atoms(pattern)));
    }

    private Optional<Form> quantified(List<? extends BaseDescr> inner, boolean negated, RuleHead head) {
        if (inner.size() == 1 && inner.get(0) instanceof PatternDescr pattern) {
            repeated(pattern);
            return Optional.of(new Form.Quantified(pattern.getObjectType(), patterns.atoms(pattern), negated));
        }
        complaints.add(head.place().line(), "only one pattern may stand behind exists or not.", FORMS);
        return Optional.empty();
    }

    private Optional<Form> count(PatternDescr outer, AccumulateDescr accumulate, RuleHead head) {
        List<String> tests = PatternReader.constraints(outer);
        Matcher test = COUNT.matcher(tests.size() == 1 ? tests.get(0).strip() : "");
        boolean counts = accumulate.getFunctions() != null
                && accumulate.getFunctions().size() == 1
                && accumulate.getFunctions().get(0).getFunction().equals("count")
                && String.join("", accumulate.getFunctions().get(0).getParams()).isBlank()
                && counted(accumulate).isPresent();
        if (!counts
                || !test.matches()
                || !test.group(1).equals(accumulate.getFunctions().get(0).getBind())) {
            return unknown(outer, head);
        }
        PatternDescr pattern = counted(accumulate).orElseThrow();
        repeated(pattern);
        return Optional.of(new Form.Count(
                pattern.getObjectType(), patterns.atoms(pattern), test.group(2), Integer.parseInt(test.group(3))));
    }

    /** The parser wraps even a single pattern. */
    private static Optional<PatternDescr> counted(AccumulateDescr accumulate) {
        BaseDescr input = accumulate.getInput();
        BaseDescr only = input instanceof AndDescr and && and.getDescrs().size() == 1
                ? and.getDescrs().get(0)
                : input;
        return only instanceof PatternDescr pattern ? Optional.of(pattern) : Optional.empty();
    }

    private void repeated(PatternDescr pattern) {
        patterns.refuseBinding(pattern);
        if (Dictionary.ENTERPRISE.equals(pattern.getObjectType())) {
            complaints.add(pattern.getLine(), "there is exactly one Enterprise.", "Test it directly: Enterprise( … ).");
        }
    }

    private Optional<Form> judged(BaseDescr only, RuleHead head) {
        String expected = "Review( criterion == \"" + head.id() + "\", met == true )";
        boolean right = only instanceof PatternDescr p
                && "Review".equals(p.getObjectType())
                && PatternReader.isPlain(p)
                && PatternReader.constraints(p).equals(List.of("criterion == \"" + head.id() + "\"", "met == true"));
        if (!right || !head.soft()) {
            complaints.add(
                    head.place().line(),
                    head.id() + " is not a proper judgement.",
                    "Write @soft and " + expected + ".");
        }
        return Optional.of(new Form.Judged());
    }

    private Optional<Form> unknown(BaseDescr descr, RuleHead head) {
        String what = descr instanceof PatternDescr p && p.getSource() instanceof AccumulateDescr
                ? "such an accumulate"
                : "'" + descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT) + "'";
        complaints.add(
                Math.max(descr.getLine(), head.place().line()),
                what + " in " + head.id() + " is not permitted.",
                FORMS);
        return Optional.empty();
    }
}
