package org.huiqi.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of one constraint, read from left to right. */
final class Tokens {
    /** Longer constraints are no single test, and would cost a parser its stack. */
    private static final int MAX_LENGTH = 2_000;

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\"[^\"\\\\\\p{Cntrl}]*\")|(\\d+(?:\\.\\d+)?[A-Za-z]*)"
            + "|([A-Za-z_$][\\w$]*)|(&&|\\|\\||==|!=|<=|>=|[-+*/%()<>,.!:=]))");
    private static final Map<Character, String> REFUSED = Map.of(
            '"', "Texts stand in double quotes on one line, without backslashes.",
            '\\', "Write the character itself.",
            '[', "Name a field; lists are tested with 'contains'.",
            '{', "A constraint has no blocks.",
            '?', "Leave null-safe access out: an unanswered field makes the criterion unknown by law.",
            '#', "No casts: every field has one type.",
            ';', "One constraint is one test; separate constraints with ','.",
            '\'', "Texts stand in double quotes.");

    private final List<String> tokens = new ArrayList<>();
    private final String source;
    private int position;

    Tokens(String source) {
        this.source = source;
        if (source.length() > MAX_LENGTH) {
            throw new ConditionSyntaxException(
                    "a constraint of " + source.length() + " characters: " + shown() + ".",
                    "At most " + MAX_LENGTH + "; split it, and join the criteria in the requirement tree.");
        }
        Matcher m = TOKEN.matcher(source);
        int end = 0;
        while (m.region(end, source.length()).lookingAt()) {
            tokens.add(m.group().strip());
            end = m.end();
        }
        if (!source.substring(end).isBlank()) {
            throw unreadable(source.substring(end).strip());
        }
    }

    private ConditionSyntaxException unreadable(String rest) {
        char at = rest.charAt(0);
        return new ConditionSyntaxException(
                "'" + (Character.isISOControl(at) ? "\\u%04x".formatted((int) at) : String.valueOf(at))
                        + "' is not permitted in " + shown() + ".",
                REFUSED.getOrDefault(at, "Compare fields with fields or literals."));
    }

    /** The constraint as messages quote it. */
    String shown() {
        return "'" + (source.length() <= 200 ? source : source.substring(0, 200) + "…") + "'";
    }

    String peek() {
        return peek(0);
    }

    String peek(int ahead) {
        return position + ahead < tokens.size() ? tokens.get(position + ahead) : "";
    }

    String next() {
        String token = peek();
        position++;
        return token;
    }

    boolean take(String expected) {
        boolean there = peek().equals(expected);
        position += there ? 1 : 0;
        return there;
    }

    void expect(String expected) {
        if (!take(expected)) {
            String found = peek().isEmpty() ? "the end" : "'" + peek() + "'";
            throw new ConditionSyntaxException(
                    "expected '" + expected + "' but found " + found + " in " + shown() + ".",
                    "Compare the parentheses and commas with the forms in rules/README.md.");
        }
    }
}
