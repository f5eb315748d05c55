package org.huiqi.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.huiqi.ledger.account.Role;
import org.huiqi.problem.Lang;
import org.huiqi.web.Desk;
import org.huiqi.web.ProblemDocument;
import org.huiqi.web.Routes;
import org.huiqi.web.Site;

/**
 * The pages: Chinese at {@code /…}, English at {@code /en/…}. Nothing is loaded before the first page is asked for, so that a server of the
 * API alone starts as fast as without them. Thread-safe.
 */
public final class PageSite implements Site {
    private final CaseShelf cases;

    /** {@code cases}: what proves the rules, for those who read them. */
    public PageSite(CaseShelf cases) {
        this.cases = cases;
    }

    @Override
    public void route(Routes routes, Desk desk) {
        routes.get("/assets/{digest}/{name}", Assets::send);
        for (Lang lang : Lang.values()) {
            route(routes, desk, lang);
            staff(routes, desk, lang);
        }
    }

    /** For those who log in. */
    private static void staff(Routes routes, Desk desk, Lang lang) {
        routes.getAndPost(Links.in(lang, "/login"), LoginRoute.show(desk, lang), LoginRoute.take(desk, lang));
        routes.post(Links.in(lang, "/logout"), Staff.form(desk, lang, AccountRoute::logout));
        routes.get(
                Links.in(lang, "/screenings"),
                Staff.page(desk, lang, ScreeningsRoute::list, Role.OFFICER, Role.AUDITOR));
        routes.get(
                Links.in(lang, "/screenings/{id}"),
                Staff.page(desk, lang, ScreeningsRoute::one, Role.OFFICER, Role.AUDITOR));
        routes.get(
                Links.in(lang, "/screenings/{id}/firms"),
                Staff.page(desk, lang, FirmsRoute::list, Role.OFFICER, Role.AUDITOR));
        routes.get(
                Links.in(lang, "/screenings/{id}/firms/{number}"),
                Staff.page(desk, lang, FirmsRoute::one, Role.OFFICER, Role.AUDITOR));
        routes.post(
                Links.in(lang, "/screenings/{id}/cancel"),
                Staff.form(desk, lang, ScreeningsRoute::cancel, Role.OFFICER));
        routes.get(Links.in(lang, "/account"), Staff.page(desk, lang, AccountRoute::show));
        routes.post(Links.in(lang, "/account/password"), Staff.form(desk, lang, AccountRoute::password));
    }

    private void route(Routes routes, Desk desk, Lang lang) {
        routes.get(Links.in(lang, "/"), page(desk, lang, v -> new HomeRoute(v).home()));
        routes.get(Links.in(lang, "/policies"), page(desk, lang, v -> new LibraryRoute(v).list()));
        routes.get(Links.in(lang, "/policies/{policy}"), page(desk, lang, v -> new PolicyRoute(v).policy()));
        routes.get(Links.in(lang, "/policies/{policy}/rules"), page(desk, lang, v -> new RulesRoute(v, cases).rules()));
    }

    private interface Work {
        void serve(Visit visit);
    }

    private static Handler page(Desk desk, Lang lang, Work work) {
        return ctx -> work.serve(new Visit(ctx, desk, lang));
    }

    /** Programs ask for JSON, or for anything at all. */
    @Override
    public boolean wants(Context ctx) {
        String accept = ctx.header("Accept");
        boolean programs = ctx.path().startsWith("/api/");
        return !programs && (accept != null && accept.contains("text/html") || ctx.header("HX-Request") != null);
    }

    @Override
    public void tell(Context ctx, ProblemDocument document) {
        TroubleRoute.tell(ctx, document);
    }
}
