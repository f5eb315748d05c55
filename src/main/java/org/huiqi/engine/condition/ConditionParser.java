package org.huiqi.engine.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiqi.problem.Nearest;
import org.huiqi.profile.FieldType;

/**
 * Reads a constraint of the restricted DRL into a typed {@link Condition}. What Drools' two compilers are known to treat differently or
 * inexactly (PERFORMANCE.md, "Semantics") is not in the grammar, and each such construct is refused with its remedy.
 */
public final class ConditionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SHIFTS =
            Set.of("plusDays", "plusMonths", "plusYears", "minusDays", "minusMonths", "minusYears");
    private static final Set<String> PARTS = Set.of("year", "monthValue", "dayOfMonth");
    /** Words of Drools, MVEL and Java that could begin something else than a comparison. */
    private static final Set<String> CODE = Set.of(
            "new",
            "this",
            "eval",
            "instanceof",
            "with",
            "modify",
            "null",
            "nil",
            "empty",
            "soundslike",
            "memberOf",
            "excludes",
            "isa",
            "def",
            "proto",
            "return",
            "if",
            "for",
            "while",
            "do",
            "forall",
            "exists",
            "collect",
            "System",
            "Runtime",
            "Class",
            "Thread");

    private static final int MAX_DEPTH = 20;

    private final Tokens tokens;
    private final Scope scope;
    private int depth;

    private ConditionParser(String source, Scope scope) {
        this.tokens = new Tokens(source);
        this.scope = scope;
    }

    /** @throws ConditionSyntaxException if the text is not one constraint of the restricted form */
    public static Condition condition(String source, Scope scope) {
        ConditionParser parser = new ConditionParser(source, scope);
        Condition condition = parser.condition();
        parser.end();
        return Typing.checked(condition, source, scope.hasPrevious());
    }

    /** @throws ConditionSyntaxException if the text is not an expression that an amount may use */
    public static Expression amount(String source, Scope scope) {
        ConditionParser parser = new ConditionParser(source, scope);
        Expression expression = parser.expression();
        parser.end();
        return Typing.checkedAmount(expression, source);
    }

    private Condition condition() {
        if (tokens.peek().equals("!")) {
            throw refused("'!'", "Write 'x == false', or use 'none' in the requirement tree.");
        }
        if (tokens.peek().equals("previous") && !tokens.peek(1).equals(".")) {
            return hasPrevious();
        }
        Expression left = expression();
        String operator = tokens.peek();
        if (COMPARISONS.contains(operator)) {
            tokens.next();
            return new Condition.Comparison(left, operator, right(left));
        }
        boolean negated = tokens.take("not");
        return switch (tokens.next()) {
            case "in" -> new Condition.Membership(left, negated, members(left));
            case "matches" -> new Condition.Matches(ref(left), text(negated));
            case "contains" -> new Condition.Contains(ref(left), negated, text(false));
            case "" -> throw refused("a bare '" + left.drl() + "'", "Write '" + left.drl() + " == true'.");
            case "str" -> throw refused("'str[…]'", "Drools 10.2 breaks on it: use 'matches'.");
            case "(" -> throw refused("the call '" + left.drl() + "(…)'", "A constraint calls nothing.");
            default ->
                throw refused(
                        "'" + operator + "'",
                        "Permitted: == != < <= > >= in, not in, matches, contains, not contains.");
        };
    }

    private Condition hasPrevious() {
        tokens.next();
        String operator = tokens.next();
        tokens.expect("null");
        if (!scope.hasPrevious() || !operator.equals("==") && !operator.equals("!=")) {
            throw refused(
                    "'previous " + operator + "'", "Only a sheet may ask 'previous == null' or 'previous != null'.");
        }
        return new Condition.HasPrevious(operator.equals("!="));
    }

    private Expression right(Expression left) {
        if (tokens.peek().equals("null")) {
            throw refused(
                    "a comparison with null", "Leave it out: an unanswered field makes the criterion unknown by law.");
        }
        return dated(left, expression());
    }

    private List<Expression> members(Expression left) {
        tokens.expect("(");
        List<Expression> members = new ArrayList<>();
        do {
            members.add(dated(left, expression()));
        } while (tokens.take(","));
        tokens.expect(")");
        return members;
    }

    /** A text compared with a date is a date. */
    private Expression dated(Expression left, Expression right) {
        if (left.type() != FieldType.DATE || !(right instanceof Expression.TextLiteral text)) {
            return right;
        }
        try {
            return new Expression.DateLiteral(LocalDate.parse(text.value()));
        } catch (DateTimeException impossible) {
            throw refused("\"" + text.value() + "\" as a date", "Write dates as \"2025-09-01\".");
        }
    }

    private Ref ref(Expression e) {
        if (e instanceof Expression.FieldValue field) {
            return field.ref();
        }
        throw refused("'" + e.drl() + "'", "Only a field may stand here.");
    }

    private String text(boolean negated) {
        if (negated) {
            throw refused("'not matches'", "Use 'matches', and 'none' in the requirement tree.");
        }
        String token = tokens.next();
        if (!token.startsWith("\"")) {
            throw refused("'" + token + "'", "Expected a text in double quotes.");
        }
        return unquote(token);
    }

    private Expression expression() {
        Expression left = term();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            char operator = tokens.next().charAt(0);
            left = new Expression.Arithmetic(left, operator, term());
        }
        return left;
    }

    private Expression term() {
        Expression left = factor();
        while (tokens.peek().equals("*") || tokens.peek().equals("/")) {
            char operator = tokens.next().charAt(0);
            left = new Expression.Arithmetic(left, operator, factor());
        }
        return left;
    }

    private Expression factor() {
        String token = tokens.next();
        if (token.equals("(")) {
            return parenthesized();
        }
        if (token.startsWith("\"")) {
            return new Expression.TextLiteral(unquote(token));
        }
        if (token.equals("true") || token.equals("false")) {
            return new Expression.BooleanLiteral(token.equals("true"));
        }
        if (token.equals("-")
                && !tokens.peek().isEmpty()
                && Character.isDigit(tokens.peek().charAt(0))) {
            return number("-" + tokens.next());
        }
        return !token.isEmpty() && Character.isDigit(token.charAt(0)) ? number(token) : field(token);
    }

    private Expression parenthesized() {
        if (++depth > MAX_DEPTH) {
            throw refused("a parenthesis " + depth + " deep", "At most " + MAX_DEPTH + "; leave superfluous ones out.");
        }
        Expression inner = expression();
        tokens.expect(")");
        depth--;
        return inner;
    }

    private Expression number(String token) {
        boolean decimal = token.endsWith("B");
        String digits = decimal ? token.substring(0, token.length() - 1) : token;
        if (!digits.matches("-?\\d+(\\.\\d+)?")) {
            throw refused("the number '" + token + "'", "Write whole numbers plainly and decimals with B: 0.5B.");
        }
        if (digits.matches("-?0\\d.*")) {
            throw refused("the octal number '" + token + "'", "Write it without leading zeros.");
        }
        if (!decimal && digits.contains(".")) {
            throw refused("the inexact number '" + token + "'", "Write decimals with B: " + token + "B.");
        }
        return new Expression.Number(new BigDecimal(digits), decimal);
    }

    private Expression field(String name) {
        if (CODE.contains(name)) {
            throw refused("'" + name + "'", "A constraint compares fields with fields or literals; it runs no code.");
        }
        if (!name.matches("[A-Za-z_]\\w*")) {
            throw refused(name.isEmpty() ? "an end here" : "'" + name + "'", "Compare fields with fields or literals.");
        }
        Ref ref = scope.find("", name).orElse(null);
        if (ref == null) {
            ref = behindReference(name);
        }
        return datePart(new Expression.FieldValue(ref));
    }

    private Ref behindReference(String owner) {
        if (!tokens.take(".")) {
            throw unknown(owner);
        }
        String name = tokens.next();
        return scope.find(owner, name).orElseThrow(() -> unknown(owner + "." + name));
    }

    private Expression datePart(Expression e) {
        Expression date = e;
        while (tokens.take(".")) {
            String member = tokens.next();
            if (date.type() != FieldType.DATE || !SHIFTS.contains(member) && !PARTS.contains(member)) {
                throw refused("'." + member + "'", "Permitted, on dates: " + SHIFTS + " and " + PARTS + ".");
            }
            if (PARTS.contains(member)) {
                return new Expression.DatePart(date, member);
            }
            date = new Expression.Shift(date, member, argument());
        }
        return date;
    }

    private Expression argument() {
        tokens.expect("(");
        Expression amount = expression();
        tokens.expect(")");
        return amount;
    }

    private void end() {
        String rest = tokens.peek();
        if (rest.equals("&&") || rest.equals("||")) {
            throw refused(
                    "'" + rest + "'",
                    "One constraint is one test: split it, and join the criteria in the requirement tree.");
        }
        if (!rest.isEmpty()) {
            throw refused("'" + rest + "'", "One constraint is one test; separate constraints with ','.");
        }
    }

    private ConditionSyntaxException unknown(String word) {
        return new ConditionSyntaxException(
                "unknown field '" + word + "' in " + tokens.shown() + ".", Nearest.maybe(word, scope.words()));
    }

    private ConditionSyntaxException refused(String what, String remedy) {
        return new ConditionSyntaxException(what + " is not permitted in " + tokens.shown() + ".", remedy);
    }

    private static String unquote(String token) {
        return token.substring(1, token.length() - 1);
    }
}
