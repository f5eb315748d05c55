package org.huiqi.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of one constraint, read from left to right. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\")|(\\d+(?:\\.\\d+)?[A-Za-z]*)"
            + "|([A-Za-z_$][\\w$]*)|(&&|\\|\\||==|!=|<=|>=|!\\.|[-+*/%()<>,.!\\[\\]:=?]))");

    private final List<String> tokens = new ArrayList<>();
    private final String source;
    private int position;

    Tokens(String source) {
        this.source = source;
        Matcher m = TOKEN.matcher(source);
        int end = 0;
        while (end < source.length() && m.find(end) && m.start() == end) {
            tokens.add(m.group().strip());
            end = m.end();
        }
        if (!source.substring(end).isBlank()) {
            throw new ConditionSyntaxException(
                    "cannot read '" + source.substring(end).strip() + "' in '" + source + "'", "");
        }
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
            throw new ConditionSyntaxException(
                    "expected '" + expected + "' but found '" + peek() + "' in '" + source + "'", "");
        }
    }

    String source() {
        return source;
    }
}
