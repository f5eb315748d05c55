package org.huiqi.web.pages;

import org.huiqi.problem.Lang;

/** Where the pages of a language are: Chinese at {@code /…}, English at {@code /en/…}. */
final class Links {
    private static final String ENGLISH = "/en";

    private Links() {}

    static String in(Lang lang, String path) {
        return switch (lang) {
            case ZH -> path;
            case EN -> path.equals("/") ? ENGLISH : ENGLISH + path;
        };
    }

    /** The address without its language. */
    static String plain(String path) {
        String rest = english(path) ? path.substring(ENGLISH.length()) : path;
        return rest.isEmpty() ? "/" : rest;
    }

    static Lang lang(String path) {
        return english(path) ? Lang.EN : Lang.ZH;
    }

    private static boolean english(String path) {
        return path.equals(ENGLISH) || path.startsWith(ENGLISH + "/");
    }
}
