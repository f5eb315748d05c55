package org.huiqi.web.pages;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;

/** One's own account: who one is, another password, the way out. */
final class AccountRoute {
    private static final Problem WRONG = new Problem(
            "present",
            new Text("现在的密码不对", "the present password is not right"),
            new Text(
                    "密码没有改。请再试;忘了请找管理员(huiqi account password)。",
                    "Nothing was changed. Try again; if it is forgotten, ask an administrator (huiqi account password)."));

    private AccountRoute() {}

    /** {@code said}: why the password was not changed; {@code changed}: or that it was. */
    record AccountPage(Chrome chrome, Staff.Badge badge, List<TroubleRoute.Said> said, boolean changed) {}

    static void show(Staff staff) {
        show(staff, List.of(), staff.visit().ctx().queryParam("changed") != null);
    }

    private static void show(Staff staff, List<TroubleRoute.Said> said, boolean changed) {
        Visit visit = staff.visit();
        Chrome chrome = visit.chrome(visit.words().of("我的账号", "My account"), "staff");
        visit.showOnce("account.jte", new AccountPage(chrome, staff.badge(), said, changed));
    }

    static void password(Staff staff, FormFields fields) {
        Context ctx = staff.visit().ctx();
        try {
            staff.visit()
                    .desk()
                    .logins()
                    .changePassword(ctx, staff.caller(), fields.get("present"), fields.get("wanted"));
            away(staff, "/account?changed=1");
        } catch (InvalidInputException e) {
            ctx.status(ProblemKind.INVALID_BODY.status());
            show(staff, said(staff, e.problems()), false);
        } catch (ProblemException e) {
            ctx.status(e.kind().status());
            boolean wrong = e.kind() == ProblemKind.LOGIN_REFUSED;
            show(staff, said(staff, wrong ? List.of(WRONG) : e.problems()), false);
        }
    }

    static void logout(Staff staff, FormFields fields) {
        staff.visit().desk().logins().logout(staff.visit().ctx(), staff.caller());
        away(staff, "/");
    }

    private static void away(Staff staff, String to) {
        Visit visit = staff.visit();
        visit.ctx().header("Cache-Control", "no-store");
        visit.ctx().redirect(Links.in(visit.lang(), to), HttpStatus.SEE_OTHER);
    }

    private static List<TroubleRoute.Said> said(Staff staff, List<Problem> problems) {
        return problems.stream()
                .map(p -> TroubleRoute.said(p, staff.visit().lang()))
                .toList();
    }
}
