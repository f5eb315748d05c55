package org.huiqi.web.pages;

import io.javalin.http.Context;
import java.util.List;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Problem;
import org.huiqi.web.Answers;
import org.huiqi.web.ProblemDocument;
import org.huiqi.web.ProblemKind;

/** What went wrong, told to a person: what it was, where, and the way on. */
final class TroubleRoute {
    private TroubleRoute() {}

    record TroublePage(Chrome chrome, String title, int status, List<Said> problems, boolean retry) {}

    record Said(String place, String message, String remedy) {}

    static void tell(Context ctx, ProblemDocument document) {
        Lang lang = Links.lang(ctx.path());
        String title = document.kind().title().in(lang);
        Chrome chrome = new Chrome(lang, title, "", "/", "");
        boolean retry = document.kind() == ProblemKind.BUSY || document.kind() == ProblemKind.NOT_READY;
        List<Said> problems =
                document.problems().stream().map(p -> said(p, lang)).toList();
        Visit.shield(ctx);
        Answers.once(
                ctx,
                Visit.HTML,
                Visit.render("trouble.jte", new TroublePage(chrome, title, document.status(), problems, retry)));
    }

    /** Places such as {@code path} or {@code $} mean nothing to a reader of pages. */
    static Said said(Problem problem, Lang lang) {
        boolean field = problem.place().matches(".*[A-Z\\[.].*");
        return new Said(
                field ? problem.place() : "",
                problem.message().in(lang),
                problem.remedy().in(lang));
    }
}
