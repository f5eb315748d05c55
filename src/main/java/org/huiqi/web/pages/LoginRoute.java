package org.huiqi.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.huiqi.ledger.account.Secret;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.web.Desk;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;

/** Logging in with a form. Before there is a session, a secret of its own ties the form to the browser that asked for it. */
final class LoginRoute {
    private static final String COOKIE = "huiqi_login";
    private static final String AFTERWARDS = "/screenings";
    private final Visit visit;

    private LoginRoute(Visit visit) {
        this.visit = visit;
    }

    /**
     * The form.
     *
     * @param to where to go afterwards
     * @param said why the last try did not succeed
     */
    record LoginPage(Chrome chrome, String to, String csrf, List<TroubleRoute.Said> said, String name) {}

    static Handler show(Desk desk, Lang lang) {
        return ctx -> {
            String to = ctx.queryParam("to");
            new LoginRoute(new Visit(ctx, desk, lang)).show(local(to == null ? "" : to, lang), List.of(), "");
        };
    }

    static Handler take(Desk desk, Lang lang) {
        return ctx -> new LoginRoute(new Visit(ctx, desk, lang))
                .take(FormFields.read(ctx, desk.options().limits()));
    }

    private void show(String to, List<TroubleRoute.Said> said, String name) {
        Secret secret = cookie(visit.ctx()).orElseGet(this::begin);
        Chrome chrome = visit.chrome(visit.words().of("登录", "Log in"), "staff");
        visit.showOnce("login.jte", new LoginPage(chrome, to, secret.formToken(), said, name));
    }

    private Secret begin() {
        Secret secret = Secret.create();
        boolean secure = visit.desk().options().proxied();
        visit.ctx()
                .res()
                .addHeader(
                        "Set-Cookie",
                        COOKIE + "=" + secret.text() + "; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict"
                                + (secure ? "; Secure" : ""));
        return secret;
    }

    private static Optional<Secret> cookie(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE))
                .filter(c -> c.length() >= 40 && c.length() <= 100)
                .map(Secret::new);
    }

    private void take(FormFields fields) {
        Context ctx = visit.ctx();
        String to = local(fields.get("to"), visit.lang());
        try {
            if (cookie(ctx).filter(s -> s.hasFormToken(fields.get("csrf"))).isEmpty()) {
                throw stale();
            }
            visit.desk().logins().login(ctx, fields.get("name"), fields.get("password"));
            ctx.header("Cache-Control", "no-store");
            ctx.redirect(to, HttpStatus.SEE_OTHER);
        } catch (ProblemException e) {
            if (e.kind() == ProblemKind.LEDGER_CLOSED) {
                throw e;
            }
            ctx.status(e.kind().status());
            show(
                    to,
                    e.problems().stream()
                            .map(p -> TroubleRoute.said(p, visit.lang()))
                            .toList(),
                    fields.get("name"));
        }
    }

    private static ProblemException stale() {
        return new ProblemException(
                ProblemKind.FORGED,
                List.of(new Problem(
                        "form",
                        new Text("页面已过期,或浏览器没有接受 Cookie", "the page is too old, or the browser refuses cookies"),
                        new Text("请再试一次。", "Try again."))));
    }

    /** An address of this server, whatever was asked for: nobody is sent elsewhere. */
    private static String local(String to, Lang lang) {
        boolean here = to.length() <= 500 && to.matches("/[A-Za-z0-9_.~%?=&/-]*") && !to.startsWith("//");
        return here ? to : Links.in(lang, AFTERWARDS);
    }
}
