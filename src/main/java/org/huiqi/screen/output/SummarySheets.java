package org.huiqi.screen.output;

import java.io.IOException;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.huiqi.screen.judge.FieldSpace;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Duplicates;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Tally;
import org.huiqi.verdict.Outcome;

/** The sheets that are made of sums. Bars are made of block characters: they print, sort and survive every spreadsheet program. */
final class SummarySheets {
    private static final int BAR = 20;
    private final Words words;
    private final Summary summary;
    private final Tally tally;
    private final Workbook workbook;

    SummarySheets(Words words, Summary summary, Workbook workbook) {
        this.words = words;
        this.summary = summary;
        this.tally = summary.tally();
        this.workbook = workbook;
    }

    void first() throws IOException {
        Page page =
                new Page(workbook, words.of("汇总", "summary"), 13, 40, 12, 12, 12, 12, 12, 12, 12, 26, 18, 12, 12, 30);
        page.title(words.of("惠企批量筛查结果", "Screening"));
        proof(page);
        page.next();
        int heading = page.row();
        page.heading(columns(), 1);
        order().forEach(q -> policy(page, q));
        page.filter(heading, columns().size() - 1);
        page.finish();
    }

    private void proof(Page page) {
        fact(page, words.of("名单", "list"), summary.source());
        fact(page, words.of("评估日", "as of"), summary.asOf().toString());
        fact(page, words.of("规则库摘要", "rule book"), summary.ruleBook());
        fact(
                page,
                words.of("读到的行", "rows read"),
                words.of(
                        tally.read() + " = 已筛查 " + tally.screened() + " + 退回 " + tally.rejected() + "(另有空行和示例 "
                                + tally.skipped() + ")",
                        tally.read() + " = screened " + tally.screened() + " + rejected " + tally.rejected() + " (and "
                                + tally.skipped() + " blank)"));
        fact(page, words.of("抽查", "rechecked"), rechecked());
        fact(
                page,
                words.of("重复的企业", "duplicates"),
                summary.duplicates().firms() == 0
                        ? words.of("无", "none")
                        : words.of(
                                summary.duplicates().firms() + " 家,见“备注”",
                                summary.duplicates().firms() + ", see remarks"));
    }

    private String rechecked() {
        return summary.rechecked() == 0
                ? words.of(
                        "没有复核(名单短于抽查间隔,或关闭了抽查)", "none (the list is shorter than the interval, or it was switched off)")
                : words.of(
                        summary.rechecked() + " 行由参照引擎复核,全部一致",
                        summary.rechecked() + " rows judged by the reference too, all alike");
    }

    private void fact(Page page, String name, String value) {
        page.text(0, name);
        page.text(1, value);
        page.sheet().style(page.row(), 0).bold().set();
        page.next();
    }

    private List<String> columns() {
        return List.of(
                words.of("政策", "policy"),
                words.brief(Outcome.ELIGIBLE),
                words.brief(Outcome.REVIEW),
                words.brief(Outcome.INCOMPLETE),
                words.brief(Outcome.INELIGIBLE),
                words.of("不适用或不在有效期", "not asked or not in force"),
                words.of("仅供了解", "for information"),
                words.of("只差一条", "one short"),
                words.of("符合和待评审的比例", "share eligible or awaiting review"),
                words.of("金额合计(元)", "amounts in total (yuan)"),
                words.of("已测算家数", "firms priced"),
                words.of("缺数据未测算", "firms not priced"),
                words.of("分类结果", "classes"));
    }

    private void policy(Page page, int q) {
        Question question = tally.questions().get(q);
        page.text(0, words.policy(question));
        count(page, 1, tally.outcome(q, Outcome.ELIGIBLE), "C6EFCE");
        count(page, 2, tally.outcome(q, Outcome.REVIEW), "DDEBF7");
        count(page, 3, tally.outcome(q, Outcome.INCOMPLETE), "FFF2CC");
        count(page, 4, tally.outcome(q, Outcome.INELIGIBLE), "F8CBAD");
        count(page, 5, tally.notAsked(q) + tally.outcome(q, Outcome.NOT_IN_FORCE), "EDEDED");
        count(page, 6, tally.outcome(q, Outcome.INFORMATION), "EDEDED");
        count(page, 7, near(q), "E2D9F3");
        bar(page, 8, tally.outcome(q, Outcome.ELIGIBLE) + tally.outcome(q, Outcome.REVIEW), tally.screened());
        money(page, q);
        page.text(12, classes(q));
        page.next();
    }

    private long near(int q) {
        return Ranking.blockers(tally, q).stream()
                .mapToLong(Ranking.Blocker::wouldPass)
                .sum();
    }

    /** Nothing is left blank, so that something is seen. */
    private static void count(Page page, int column, long count, String fill) {
        if (count > 0) {
            page.number(column, count);
            page.sheet()
                    .style(page.row(), column)
                    .format("#,##0")
                    .fillColor(fill)
                    .set();
        }
    }

    /** Policies somebody gets, or nearly gets, come first. */
    List<Integer> order() {
        return IntStream.range(0, tally.questions().size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer q) -> -passing(q))
                        .thenComparingLong(q -> -near(q))
                        .thenComparingInt(q -> q))
                .toList();
    }

    private long passing(int q) {
        return tally.outcome(q, Outcome.ELIGIBLE) + tally.outcome(q, Outcome.REVIEW);
    }

    private String classes(int q) {
        return tally.results(q).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(words.of(",", ", ")));
    }

    private void money(Page page, int q) {
        if (tally.priced(q) + tally.unpriced(q) > 0) {
            page.number(9, tally.yuan(q).setScale(2, RoundingMode.HALF_UP));
            page.number(10, tally.priced(q));
            page.number(11, tally.unpriced(q));
        }
    }

    private void bar(Page page, int column, long part, long whole) {
        if (part > 0 && whole > 0) {
            int blocks = (int) Math.round((double) part * BAR / whole);
            page.text(column, "█".repeat(Math.max(1, blocks)) + " " + Math.round(part * 1000.0 / whole) / 10.0 + "%");
            page.sheet().style(page.row(), column).fontColor("548235").set();
        }
    }

    void blockers() throws IOException {
        Page page = new Page(workbook, words.of("卡在哪一条", "conditions"), 10, 36, 16, 60, 14, 16, 16, 26, 34, 20, 60);
        page.heading(
                List.of(
                        words.of("政策", "policy"),
                        words.of("条件", "condition"),
                        words.of("内容", "what it demands"),
                        words.of("挡住的企业", "firms stopped"),
                        words.of("只放宽这一条就能通过", "would pass if it alone were relaxed"),
                        words.of("放宽后还缺信息", "would then lack information"),
                        words.of("占已筛查企业", "share of firms stopped"),
                        words.of("出处", "clause"),
                        words.of("出处核对", "how well it was checked"),
                        words.of("文件", "document")),
                2);
        for (int q = 0; q < tally.questions().size(); q++) {
            for (Ranking.Blocker blocker : Ranking.blockers(tally, q)) {
                blocker(page, tally.questions().get(q), blocker);
            }
        }
        page.filter(0, 9);
        page.finish();
    }

    private void blocker(Page page, Question question, Ranking.Blocker blocker) {
        String id = question.parts().get(blocker.part());
        page.text(0, words.policy(question));
        page.text(1, id);
        page.text(2, words.claim(question, id));
        page.number(3, blocker.stops());
        page.number(4, blocker.wouldPass());
        page.number(5, blocker.wouldBeOpen());
        bar(page, 6, blocker.stops(), tally.screened());
        page.text(7, words.clause(question, id));
        page.text(8, ConditionText.checked(question, id, words));
        page.text(9, ConditionText.document(question, id, words));
        page.next();
    }

    void missing() throws IOException {
        Page page = new Page(workbook, words.of("还缺什么资料", "missing data"), 5, 44, 30, 20, 20, 60);
        page.heading(
                List.of(
                        words.of("资料", "field"),
                        words.of("字段名", "name"),
                        words.of("补上它就能定的结论数", "verdicts it alone would settle"),
                        words.of("涉及的结论数", "verdicts it would help to settle"),
                        words.of("怎么问", "question to ask")),
                1);
        for (Ranking.Wanted wanted : Ranking.missing(tally)) {
            FieldSpace.Missing field = words.judge().fields().get(wanted.field());
            page.text(0, words.label(field));
            page.text(1, field.name());
            page.number(2, wanted.settles());
            page.number(3, wanted.verdicts());
            page.text(4, field.field().map(f -> f.question()).orElse(""));
            page.next();
        }
        page.filter(0, 4);
        page.finish();
    }

    /** Everything else an officer should know before relying on it. */
    void remarks() throws IOException {
        Page page = new Page(workbook, words.of("备注", "remarks"), 3, 26, 34, 90);
        page.heading(List.of(words.of("类别", "kind"), words.of("对象", "what"), words.of("说明", "remark")), 0);
        for (Duplicates.Twice twice : summary.duplicates().listed()) {
            page.line(List.of(
                    words.of("重复的企业", "duplicate"), twice.code(), String.join(words.of("、", ", "), twice.places())));
        }
        summary.unread()
                .forEach(u -> page.line(List.of(
                        words.of("没有读的列或表", "not read"),
                        u.column().isEmpty() ? u.sheet() : u.column(),
                        u.sheet() + " · " + words.of(u.reason()))));
        legend(page);
        page.finish();
    }

    private void legend(Page page) {
        String kind = words.of("结论的含义", "verdicts");
        page.line(List.of(kind, words.brief(Outcome.ELIGIBLE), words.of("全部条件满足", "every condition is met")));
        page.line(List.of(
                kind,
                words.brief(Outcome.REVIEW),
                words.of("能核对的条件都满足,其余要由人评审,或本年度通知未证实", "all that can be checked is met")));
        page.line(List.of(
                kind,
                words.brief(Outcome.INCOMPLETE),
                words.of("还缺资料,不等于不符合;缺什么见“原因”表", "fields are missing; that is no refusal")));
        page.line(List.of(
                kind,
                words.brief(Outcome.INELIGIBLE),
                words.of("至少一条确定不满足,条件编号见“原因”表,内容和出处见“卡在哪一条”", "at least one condition fails")));
        page.line(List.of(
                kind, words.of(Words.NOT_ASKED), words.of("不满足前提,或没有可判断的对象", "what it presupposes does not hold")));
    }
}
