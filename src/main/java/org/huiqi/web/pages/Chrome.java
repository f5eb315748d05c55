package org.huiqi.web.pages;

import org.huiqi.problem.Lang;

/**
 * What surrounds every page.
 *
 * @param section of the navigation it belongs to, may be empty
 * @param address of this page without the language, with its query
 * @param digest of the rule book it was made from
 * @param carries whether the page carries a profile that the other language needs as well
 */
record Chrome(Lang lang, String title, String section, String address, String digest, boolean carries) {

    Chrome(Lang lang, String title, String section, String address, String digest) {
        this(lang, title, section, address, digest, false);
    }

    Chrome carrying() {
        return new Chrome(lang, title, section, address, digest, true);
    }

    String say(String zh, String en) {
        return lang == Lang.ZH ? Typesetting.chinese(zh) : en;
    }

    /** Text of the rules as print sets it; never for what a user wrote. */
    String set(String text) {
        return Typesetting.chinese(text);
    }

    /** A link to another page in the same language. */
    String to(String path) {
        return Links.in(lang, path);
    }

    /** This page in the other language. */
    String other() {
        return Links.in(lang == Lang.ZH ? Lang.EN : Lang.ZH, address);
    }

    boolean in(String other) {
        return section.equals(other);
    }

    String tongue() {
        return lang == Lang.ZH ? "zh-CN" : "en";
    }

    String asset(String name) {
        return Assets.address(name);
    }

    String shortDigest() {
        return digest.isEmpty() ? "" : digest.substring(0, 12);
    }
}
