package org.huiqi.web.pages;

import java.util.Optional;
import org.huiqi.problem.Lang;

/**
 * What surrounds every page.
 *
 * @param section of the navigation it belongs to, may be empty
 * @param address of this page without the language, with its query
 * @param digest of the rule book it was made from
 * @param carried the profile that the pages of a self-check hand on to each other
 */
record Chrome(Lang lang, String title, String section, String address, String digest, Optional<String> carried) {

    Chrome(Lang lang, String title, String section, String address, String digest) {
        this(lang, title, section, address, digest, Optional.empty());
    }

    Chrome carrying(String profile) {
        return new Chrome(lang, title, section, address, digest, Optional.of(profile));
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
