package org.huiqi.web.pages;

import java.util.ArrayDeque;
import java.util.Deque;

/** Chinese text with the punctuation of Chinese print: rule files are typed with the half-width signs of a keyboard. */
final class Typesetting {
    private static final String HALF = ",;:?!";
    private static final String FULL = "\uff0c\uff1b\uff1a\uff1f\uff01";

    private Typesetting() {}

    /** Signs beside a Chinese character become wide; figures, code and Latin text stay as they are. */
    static String chinese(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Deque<Boolean> brackets = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char last = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
            char set = set(text, i, last, brackets);
            out.append(set);
            if (set != c && set != '\uff08' && i + 1 < text.length() && text.charAt(i + 1) == ' ') {
                i++;
            }
        }
        return out.toString();
    }

    private static char set(String text, int at, char last, Deque<Boolean> brackets) {
        char c = text.charAt(at);
        if (c == '(') {
            brackets.push(besideChinese(text, at, last));
            return brackets.peek() ? '\uff08' : c;
        }
        if (c == ')') {
            return !brackets.isEmpty() && brackets.pop() ? '\uff09' : c;
        }
        int sign = HALF.indexOf(c);
        return sign >= 0 && besideChinese(text, at, last) ? FULL.charAt(sign) : c;
    }

    /** {@code last}: what stands before it, as it was set. */
    private static boolean besideChinese(String text, int at, char last) {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return chinese(last) || next < text.length() && chinese(text.charAt(next));
    }

    private static boolean chinese(char c) {
        return c >= '\u4e00' && c <= '\u9fff'
                || "\u201c\u201d\u3001\u3002\u300a\u300b\u3014\u3015\uff09\uff08".indexOf(c) >= 0;
    }
}
