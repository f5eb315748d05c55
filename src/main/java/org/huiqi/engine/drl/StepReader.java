package org.huiqi.engine.drl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.Step;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.ConditionParser;
import org.huiqi.engine.condition.ConditionSyntaxException;
import org.huiqi.engine.condition.Expression;
import org.huiqi.engine.condition.Scope;
import org.huiqi.problem.Nearest;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;

/** Reads one rule of {@code amount.drl}. */
final class StepReader {
    private static final String SHAPE =
            "Write: when $sheet : TheSheet( tests, $figure : expression ) then modify( $sheet ) { setTarget( $figure ) } end";
    private static final Pattern FIGURE = Pattern.compile("\\$figure\\s*:\\s*(.+)", Pattern.DOTALL);
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "modify\\s*\\(\\s*\\$sheet\\s*\\)\\s*\\{\\s*set([A-Z]\\w*)\\s*\\(\\s*\\$figure\\s*\\)\\s*;?\\s*}\\s*;?");

    private final String policy;
    private final Map<String, FactType> sheets;
    private final PatternReader patterns;
    private final Complaints complaints;

    StepReader(
            String policy,
            Map<String, FactType> sheets,
            Map<String, Scope> scopes,
            AtomPool pool,
            Complaints complaints) {
        this.policy = policy;
        this.sheets = sheets;
        this.patterns = new PatternReader(scopes, pool, complaints);
        this.complaints = complaints;
    }

    Optional<Step> read(RuleDescr rule) {
        RuleHead head = RuleHead.read(rule, complaints);
        List<? extends BaseDescr> parts = rule.getLhs().getDescrs();
        Matcher consequence =
                CONSEQUENCE.matcher(rule.getConsequence().toString().strip());
        if (parts.size() != 1
                || !(parts.get(0) instanceof PatternDescr pattern)
                || !"$sheet".equals(pattern.getIdentifier())
                || !consequence.matches()) {
            complaints.add(head.place().line(), head.id() + " is not a step.", SHAPE);
            return Optional.empty();
        }
        FactType sheet = sheets.get(pattern.getObjectType());
        if (sheet == null) {
            complaints.add(
                    head.place().line(),
                    "'" + pattern.getObjectType() + "' is not a sheet of this file.",
                    Nearest.maybe(pattern.getObjectType(), sheets.keySet()));
            return Optional.empty();
        }
        return step(head, pattern, target(sheet, consequence.group(1), head));
    }

    private String target(FactType sheet, String setter, RuleHead head) {
        String name = Character.toLowerCase(setter.charAt(0)) + setter.substring(1);
        List<String> names = sheet.fields().stream().map(Field::name).toList();
        if (!names.contains(name) || name.equals(Sheet.ENTITLED)) {
            complaints.add(head.place().line(), "unknown figure '" + name + "'.", Nearest.maybe(name, names));
        }
        return name;
    }

    private Optional<Step> step(RuleHead head, PatternDescr pattern, String target) {
        Optional<Scope> scope = patterns.scope(pattern);
        if (scope.isEmpty()) {
            return Optional.empty();
        }
        Map<Boolean, List<String>> texts = PatternReader.constraints(pattern).stream()
                .map(String::strip)
                .collect(Collectors.partitioningBy(text -> FIGURE.matcher(text).matches()));
        List<Atom> atoms = texts.get(false).stream()
                .flatMap(text -> patterns.atom(pattern, text, scope.get()).stream())
                .toList();
        if (texts.get(true).size() != 1) {
            String times = head.id() + " binds $figure " + texts.get(true).size() + " times.";
            complaints.add(head.place().line(), times, SHAPE);
            return Optional.empty();
        }
        Matcher figure = FIGURE.matcher(texts.get(true).get(0));
        String source = figure.matches() ? figure.group(1).strip() : "";
        return expression(source, atoms, scope.get(), head).map(e -> step(head, pattern, atoms, target, e, source));
    }

    private Step step(
            RuleHead head, PatternDescr pattern, List<Atom> atoms, String target, Expression e, String source) {
        return new Step(
                head.id(),
                head.claim(),
                policy,
                head.place(),
                head.document(),
                head.clause(),
                head.seen(),
                pattern.getObjectType(),
                atoms,
                target,
                e,
                source);
    }

    private Optional<Expression> expression(String text, List<Atom> atoms, Scope scope, RuleHead head) {
        try {
            Expression expression = ConditionParser.amount(text, scope);
            checkDivisor(expression, atoms, head);
            checkDecimal(expression, head);
            if (expression instanceof Expression.Arithmetic && !wrapped(text)) {
                complaints.add(
                        head.place().line(),
                        "'$figure : " + text + "' binds only the first operand: so Drools reads it.",
                        "Write $figure : ( " + text + " ).");
            }
            return Optional.of(expression);
        } catch (ConditionSyntaxException e) {
            complaints.add(head.place().line(), e);
            return Optional.empty();
        }
    }

    /** Do the first and the last character enclose the whole? */
    private static boolean wrapped(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (open == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }

    private void checkDecimal(Expression expression, RuleHead head) {
        if (expression.type() != FieldType.DECIMAL) {
            complaints.add(
                    head.place().line(),
                    "'" + expression.drl() + "' is a whole number, and figures are decimals.",
                    "Write numbers as 0B, and whole fields as ( field * 1.0B ) … or declare them as BigDecimal.");
        }
    }

    /** A divisor that may be zero would end the session of plain Drools. */
    private void checkDivisor(Expression expression, List<Atom> atoms, RuleHead head) {
        if (expression instanceof Expression.Arithmetic a
                && a.operator() == '/'
                && !positive(a.right())
                && atoms.stream().noneMatch(atom -> positive(atom.condition(), a.right()))) {
            complaints.add(
                    head.place().line(),
                    "the divisor '" + a.right().drl() + "' may be zero.",
                    "Test it first: " + a.right().drl() + " > 0, and say in another step what holds otherwise.");
        }
    }

    private static boolean positive(Expression e) {
        return e instanceof Expression.Number n && n.value().signum() > 0;
    }

    private static boolean positive(Condition condition, Expression divisor) {
        return condition instanceof Condition.Comparison c
                && c.left().equals(divisor)
                && c.right() instanceof Expression.Number n
                && (c.operator().equals(">") && n.value().signum() >= 0
                        || c.operator().equals(">=") && n.value().signum() > 0);
    }
}
