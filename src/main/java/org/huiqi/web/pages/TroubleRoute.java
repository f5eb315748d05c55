package org.huiqi.web.pages;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.ProfileText;
import org.huiqi.web.Answers;
import org.huiqi.web.ProblemDocument;
import org.huiqi.web.ProblemKind;

/** What went wrong, told to a person: what it was, where, and the way on. */
final class TroubleRoute {
    private static final String MOST = ProfileText.MAX_BYTES / 1_000_000 + " MB";

    /** What programs are told of these means little to a reader of pages. */
    private static final Map<ProblemKind, Plain> PLAIN = Map.of(
            ProblemKind.NOT_FOUND,
            new Plain(
                    new Text("没有这个页面", "There is no such page"),
                    new Text("地址可能写错了,或者页面换了地方。", "The address may be mistyped, or the page has moved.")),
            ProblemKind.METHOD_NOT_ALLOWED,
            new Plain(
                    new Text("这个页面不能直接打开", "This page cannot be opened by itself"),
                    new Text("它接着前一步才有内容,请从“企业自查”开始。", "It follows from a step before: begin with the self-check.")),
            ProblemKind.NO_SCREENING,
            new Plain(
                    new Text("没有这个筛查任务或结果", "There is no such screening or result"),
                    new Text(
                            "地址可能写错了,或者名单和结果已经删除。任务和删除的记录都在“批量筛查”。",
                            "The address may be mistyped, or its files were deleted. Jobs and records of deleted ones are under Screening.")),
            ProblemKind.BAD_REQUEST,
            new Plain(
                    new Text("看不懂这个请求", "The request is not understood"),
                    new Text("地址里可能有不该有的字符。", "There may be characters in the address that do not belong there.")),
            ProblemKind.TOO_LARGE,
            new Plain(
                    new Text("提交的内容太大", "Too much was sent"),
                    new Text(
                            "自查一次只收一家企业的信息,最多" + MOST + "。成批的名单请在工作台筛查。",
                            "A self-check takes one enterprise, " + MOST
                                    + " at most. Lists of firms are screened at the desk.")));

    private static final Plain STEP_OF_STAFF = new Plain(
            new Text("这个页面不能直接打开", "This page cannot be opened by itself"),
            new Text("它接着前一步才有内容,请从“批量筛查”开始。", "It follows from a step before: begin at Screening."));

    private TroubleRoute() {}

    record TroublePage(Chrome chrome, String title, String lead, int status, List<Said> problems) {}

    private record Plain(Text title, Text lead) {}

    record Said(String place, String message, String remedy) {}

    static void tell(Context ctx, ProblemDocument document) {
        Visit.shield(ctx);
        Answers.once(ctx, Visit.HTML, page(ctx.path(), document));
    }

    static byte[] page(String path, ProblemDocument document) {
        Lang lang = Links.lang(path);
        boolean staff = Links.plain(path).matches("/(screenings|account)(/.*)?");
        Optional<Plain> plain = plain(document.kind(), staff);
        Plain said = plain.orElseGet(() -> new Plain(document.kind().title(), lead(document)));
        String title = said.title().in(lang);
        Chrome chrome = new Chrome(lang, title, staff ? "staff" : "", "/", "");
        List<Said> problems = plain.isPresent()
                ? List.of()
                : document.problems().stream().map(p -> said(p, lang)).toList();
        return Visit.render(
                "trouble.jte", new TroublePage(chrome, title, said.lead().in(lang), document.status(), problems));
    }

    private static Optional<Plain> plain(ProblemKind kind, boolean staff) {
        return staff && kind == ProblemKind.METHOD_NOT_ALLOWED
                ? Optional.of(STEP_OF_STAFF)
                : Optional.ofNullable(PLAIN.get(kind));
    }

    private static Text lead(ProblemDocument document) {
        return document.problems().isEmpty()
                ? new Text(
                        "您填写的内容没有丢:用浏览器的“后退”可以回到刚才的页面。",
                        "Nothing you filled in is lost: go back to the page you came from.")
                : Text.same("");
    }

    /** Places such as {@code path} or {@code $} mean nothing to a reader of pages. */
    static Said said(Problem problem, Lang lang) {
        boolean field = problem.place().matches(".*[A-Z\\[.].*");
        String message = problem.message().in(lang);
        return new Said(
                field ? problem.place() : "",
                lang == Lang.EN && !field ? sentence(message) : message,
                problem.remedy().in(lang));
    }

    /** On command lines messages follow a place and a colon; by itself one is a sentence. */
    private static String sentence(String message) {
        String end = message.matches("(?s).*[.!?]") ? "" : ".";
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + end;
    }
}
