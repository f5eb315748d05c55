package org.huiqi.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
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
                Staff.page(desk, lang, FirmRoute::show, Role.OFFICER, Role.AUDITOR));
        routes.post(
                Links.in(lang, "/screenings/{id}/cancel"),
                Staff.form(desk, lang, ScreeningsRoute::cancel, Role.OFFICER));
        routes.post(
                Links.in(lang, "/screenings/{id}/delete"),
                Staff.form(desk, lang, ScreeningsRoute::delete, Role.OFFICER));
        routes.get(Links.in(lang, "/account"), Staff.page(desk, lang, AccountRoute::show));
        routes.post(Links.in(lang, "/account/password"), Staff.form(desk, lang, AccountRoute::password));
    }

    private void route(Routes routes, Desk desk, Lang lang) {
        routes.get(Links.in(lang, "/"), page(desk, lang, v -> new HomeRoute(v).home()));
        routes.get(Links.in(lang, "/policies"), page(desk, lang, v -> new LibraryRoute(v).list()));
        routes.get(Links.in(lang, "/policies/{policy}"), page(desk, lang, v -> new PolicyRoute(v).policy()));
        routes.get(Links.in(lang, "/policies/{policy}/rules"), page(desk, lang, v -> new RulesRoute(v, cases).rules()));
        routes.get(Links.in(lang, "/check"), page(desk, lang, v -> new CheckRoute(v).start()));
        form(routes, desk, lang, "/check/import", v -> new CheckRoute(v).take());
        form(routes, desk, lang, "/check/interview", InterviewRoute::show);
        form(routes, desk, lang, "/check/form", v -> FormRoute.show(v, v.dossier()));
        form(routes, desk, lang, "/check/result", v -> ResultRoute.show(v, v.dossier(), false));
        form(routes, desk, lang, "/check/report", v -> ResultRoute.show(v, v.dossier(), true));
        form(routes, desk, lang, "/check/advice", AdviceRoute::show);
        form(routes, desk, lang, "/check/ladder", LadderRoute::show);
        routes.get(Links.in(lang, "/ladder"), page(desk, lang, LadderRoute::general));
        routes.get(Links.in(lang, "/check/template.xlsx"), page(desk, lang, CheckRoute::template));
        form(routes, desk, lang, "/check/profile.xlsx", v -> CheckRoute.saveWorkbook(v, v.dossier()));
        form(routes, desk, lang, "/check/profile.json", v -> CheckRoute.save(v, v.dossier()));
    }

    /** A page that lives from the form before it; who comes without one (a bookmark, a reload) begins at the beginning. */
    private static void form(Routes routes, Desk desk, Lang lang, String path, Work work) {
        Handler begin = ctx -> ctx.redirect(Links.in(lang, "/check"), HttpStatus.SEE_OTHER);
        routes.getAndPost(Links.in(lang, path), begin, page(desk, lang, work));
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
