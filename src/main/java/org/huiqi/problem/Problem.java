package org.huiqi.problem;

/**
 * One thing that is wrong: where, what, and the way out.
 *
 * @param place a JSON path ({@code products[0].value}) or {@code file:line}
 * @param message what is wrong, naming the value
 * @param remedy what to do about it; may be empty
 */
public record Problem(String place, Text message, Text remedy) {
    private static final int MAX_PLACE = 200;
    private static final int MAX_MESSAGE = 500;

    /** Places and messages quote what somebody sent, which may hold commands for a terminal. */
    public Problem {
        place = shown(place.length() <= MAX_PLACE ? place : place.substring(0, MAX_PLACE) + "…");
        message = new Text(shown(message.zh()), shown(message.en()));
        remedy = new Text(shown(remedy.zh()), shown(remedy.en()));
    }

    private static String shown(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\u202a-\u202e\u2066-\u2069&&[^\\n]]", "\uFFFD");
    }

    /** A problem of a rule file; rule authors read English. */
    public static Problem inRules(String file, int line, String message, String remedy) {
        String way = remedy.isBlank() ? "See rules/README.md." : remedy.strip();
        String what = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "….";
        return new Problem(file + ":" + Math.max(line, 1), Text.same(what), Text.same(way));
    }

    public String in(Lang lang) {
        String way = remedy.in(lang);
        String gap = way.isEmpty() || lang == Lang.ZH ? "" : " ";
        return place + ": " + sentence(message.in(lang), lang) + gap + way;
    }

    private static String sentence(String text, Lang lang) {
        boolean closed = !text.isEmpty() && ".。?!:".indexOf(text.charAt(text.length() - 1)) >= 0;
        return closed ? text : text + (lang == Lang.ZH ? "。" : ".");
    }

    @Override
    public String toString() {
        return in(Lang.EN);
    }
}
