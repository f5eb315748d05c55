package org.huiqi.web.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.time.LocalDate;
import org.huiqi.problem.Lang;
import org.huiqi.report.Words;
import org.huiqi.web.Answers;
import org.huiqi.web.Desk;
import org.huiqi.web.OpenBook;

/** One request for a page: the book it is answered from, in which language, and how it is sent. */
final class Visit {
    static final String HTML = "text/html; charset=utf-8";
    /** Nothing from elsewhere, nothing written into the page. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Context ctx;
    private final Desk desk;
    private final Lang lang;
    private final OpenBook open;

    Visit(Context ctx, Desk desk, Lang lang) {
        this.ctx = ctx;
        this.desk = desk;
        this.lang = lang;
        this.open = desk.live().now();
    }

    private static final class Engine {
        static final TemplateEngine ALL = TemplateEngine.createPrecompiled(
                null, ContentType.Html, Visit.class.getClassLoader(), "org.huiqi.web.pages");
    }

    Context ctx() {
        return ctx;
    }

    Desk desk() {
        return desk;
    }

    Lang lang() {
        return lang;
    }

    OpenBook open() {
        return open;
    }

    Words words() {
        return new Words(open.book(), lang);
    }

    LocalDate today() {
        return LocalDate.now(desk.options().clock());
    }

    /** What the form before handed on, with its answers on top. */
    Dossier dossier() {
        return Dossier.of(form(), open);
    }

    Submission form() {
        return Submission.read(ctx, desk.options().limits());
    }

    Chrome chrome(String title, String section) {
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        return new Chrome(
                lang,
                title,
                section,
                Links.plain(ctx.path()) + query,
                open.book().digest());
    }

    /** What the rules say, to everyone the same. */
    void show(String template, Object page) {
        shield(ctx);
        Answers.revalidated(ctx, HTML, render(template, page));
    }

    /** What came of one profile: nobody keeps it. */
    void showOnce(String template, Object page) {
        shield(ctx);
        Answers.once(ctx, HTML, render(template, page));
    }

    static void shield(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
    }

    static byte[] render(String template, Object page) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        Engine.ALL.render(template, page, out);
        return out.toByteArray();
    }
}
