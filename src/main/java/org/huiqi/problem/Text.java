package org.huiqi.problem;

/** One sentence in both languages of the product. */
public record Text(String zh, String en) {

    /** The same wording in both languages: names, figures, quotations. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    public String in(Lang lang) {
        return lang == Lang.EN && !en.isBlank() ? en : zh;
    }
}
