package org.huiqi.problem;

/**
 * One thing that is wrong: where, what, and the way out.
 *
 * @param place a JSON path ({@code products[0].value}) or {@code file:line}
 * @param message what is wrong, naming the value
 * @param remedy what to do about it; may be empty
 */
public record Problem(String place, Text message, Text remedy) {

    /** A problem of a rule file; rule authors read English. */
    public static Problem inRules(String file, int line, String message, String remedy) {
        return new Problem(file + ":" + Math.max(line, 1), Text.same(message), Text.same(remedy));
    }

    public String in(Lang lang) {
        String way = remedy.in(lang);
        return place + ": " + message.in(lang) + (way.isEmpty() ? "" : (lang == Lang.ZH ? " " : " ") + way);
    }

    @Override
    public String toString() {
        return in(Lang.EN);
    }
}
