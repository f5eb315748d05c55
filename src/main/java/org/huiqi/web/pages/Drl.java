package org.huiqi.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiqi.profile.Dictionary;
import org.huiqi.report.Words;

/** Cuts a rule into coloured words; what is a field of the dictionary says its label. */
final class Drl {
    private static final Pattern WORD = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*.*?\\*/)|(?<text>\"(?:\\\\.|[^\"\\\\])*\")|(?<mark>@\\w+)|(?<number>\\b\\d[\\d.]*B?\\b)|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)",
            Pattern.DOTALL);
    private static final Set<String> KEYWORDS = Set.of(
            "rule",
            "when",
            "then",
            "end",
            "exists",
            "not",
            "accumulate",
            "count",
            "in",
            "matches",
            "contains",
            "met",
            "true",
            "false");
    private final Map<String, String> labels = new TreeMap<>();

    Drl(Dictionary dictionary, Words words) {
        dictionary.types().forEach(t -> labels.putIfAbsent(t.name(), words.of(t.label(), t.name())));
        dictionary.types().forEach(t -> t.fields().forEach(f -> labels.putIfAbsent(f.name(), words.label(f))));
    }

    /**
     * A piece of a rule.
     *
     * @param kind class in the style sheet, empty for what lies between
     * @param label of a field or type, else empty
     */
    record Token(String kind, String text, String label) {}

    List<Token> tokens(String source) {
        List<Token> tokens = new ArrayList<>();
        Matcher m = WORD.matcher(source);
        int end = 0;
        while (m.find()) {
            between(tokens, source.substring(end, m.start()));
            tokens.add(token(m));
            end = m.end();
        }
        between(tokens, source.substring(end));
        return tokens;
    }

    private static void between(List<Token> tokens, String text) {
        if (!text.isEmpty()) {
            tokens.add(new Token("", text, ""));
        }
    }

    private Token token(Matcher m) {
        String text = m.group();
        if (m.group("word") == null) {
            String kind = m.group("comment") != null
                    ? "c"
                    : m.group("text") != null ? "s" : m.group("mark") != null ? "a" : "n";
            return new Token(kind, text, "");
        }
        return KEYWORDS.contains(text)
                ? new Token("k", text, "")
                : new Token(labels.containsKey(text) ? "f" : "", text, labels.getOrDefault(text, ""));
    }
}
