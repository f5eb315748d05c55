package org.huiqi.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.huiqi.ledger.account.Role;
import org.huiqi.problem.Lang;
import org.huiqi.web.Caller;
import org.huiqi.web.Client;
import org.huiqi.web.Desk;

/** Pages of those who log in. Who has not is led to the login and from there back. */
final class Staff {
    private final Visit visit;
    private final Caller caller;

    private Staff(Visit visit, Caller caller) {
        this.visit = visit;
        this.caller = caller;
    }

    /** One page, for somebody. */
    interface Work {
        void serve(Staff staff);
    }

    /** A page that is read. */
    static Handler page(Desk desk, Lang lang, Work work, Role... roles) {
        return ctx -> {
            Optional<Caller> caller = desk.guard().find(ctx);
            if (caller.isEmpty()) {
                ctx.header("Cache-Control", "no-store");
                ctx.redirect(Links.in(lang, "/login?to=" + asked(ctx)), HttpStatus.SEE_OTHER);
            } else {
                work.serve(new Staff(new Visit(ctx, desk, lang), desk.guard().allowed(caller.get(), roles)));
            }
        };
    }

    private static String asked(Context ctx) {
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        return URLEncoder.encode(ctx.path() + query, StandardCharsets.UTF_8);
    }

    /** What is done with a form of such a page. */
    interface Deed {
        void serve(Staff staff, FormFields fields);
    }

    static Handler form(Desk desk, Lang lang, Deed deed, Role... roles) {
        return ctx -> {
            FormFields[] read = {new FormFields(java.util.Map.of())};
            Caller caller = desk.guard().form(ctx, () -> {
                read[0] = FormFields.read(ctx, desk.options().limits());
                return read[0].get("csrf");
            });
            deed.serve(new Staff(new Visit(ctx, desk, lang), desk.guard().allowed(caller, roles)), read[0]);
        };
    }

    Visit visit() {
        return visit;
    }

    Caller caller() {
        return caller;
    }

    /** Where the request comes from. */
    String client() {
        return Client.address(visit.ctx(), visit.desk().options());
    }

    /** What stands above such a page. */
    Badge badge() {
        Role role = caller.account().role();
        return new Badge(caller.account().name(), role.label().in(visit.lang()), caller.formToken());
    }

    /**
     * Who is logged in.
     *
     * @param csrf what each of the page's forms carries
     */
    record Badge(String name, String role, String csrf) {}
}
