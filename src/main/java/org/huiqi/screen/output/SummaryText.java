package org.huiqi.screen.output;

import org.huiqi.problem.Lang;
import org.huiqi.screen.judge.FieldSpace;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Tally;
import org.huiqi.verdict.Outcome;

/** The summary for a terminal. */
public final class SummaryText {
    /** Of a table pasted in from elsewhere nobody reads every column. */
    private static final int MOST_UNREAD = 30;

    private static final int LONGEST = 60;
    private static final int MOST = 10;
    private final Words words;

    public SummaryText(Judge judge, Lang lang) {
        this.words = new Words(judge, lang);
    }

    public String write(Summary summary) {
        Tally tally = summary.tally();
        StringBuilder text = new StringBuilder();
        text.append(words.of(
                        "读到 " + tally.read() + " 行 = 已筛查 " + tally.screened() + " + 未筛查 " + tally.rejected()
                                + "(另有空行和示例 " + tally.skipped() + ")",
                        "read " + tally.read() + " rows = screened " + tally.screened() + " + rejected "
                                + tally.rejected() + " (and " + tally.skipped() + " blank)"))
                .append('\n');
        text.append(words.of(
                        "评估日 " + summary.asOf() + ",参照引擎复核 " + summary.rechecked() + " 行"
                                + (summary.rechecked() > 0 ? ",全部一致" : ""),
                        "as of " + summary.asOf() + ", " + summary.rechecked() + " rows judged by the reference too"
                                + (summary.rechecked() > 0 ? ", all alike" : "")))
                .append('\n');
        beside(summary, text);
        for (int q = 0; tally.screened() > 0 && q < tally.questions().size(); q++) {
            policy(tally, q, text);
        }
        missing(tally, text);
        return text.toString();
    }

    private void beside(Summary summary, StringBuilder text) {
        if (summary.relatedRows() > 0) {
            long bad = summary.relatedRejections().stream()
                    .map(r -> r.sheet() + r.row())
                    .distinct()
                    .count();
            text.append(words.of(
                            "关联的行 " + summary.relatedRows() + ",用不上 " + bad,
                            "related rows " + summary.relatedRows() + ", not usable " + bad))
                    .append('\n');
        }
        if (summary.duplicates().firms() > 0) {
            text.append(words.of(
                            "重复的企业 " + summary.duplicates().firms() + " 家",
                            summary.duplicates().firms() + " firms stand more than once"))
                    .append('\n');
        }
        summary.duplicates().listed().stream()
                .limit(MOST)
                .forEach(d -> text.append("  ")
                        .append(d.code())
                        .append(' ')
                        .append(String.join(", ", d.places()))
                        .append('\n'));
        unread(summary, text);
    }

    private void unread(Summary summary, StringBuilder text) {
        summary.unread().stream().limit(MOST_UNREAD).forEach(u -> {
            String name = u.column().isEmpty() ? u.sheet() : u.column();
            text.append(words.of("没有读:", "not read: "))
                    .append(name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…")
                    .append(words.of(",", ", "))
                    .append(words.of(u.reason()))
                    .append('\n');
        });
        int more = summary.unread().size() - MOST_UNREAD;
        if (more > 0) {
            text.append(words.of(
                            "没有读的还有 " + more + " 列或表,见结果里的汇总",
                            more + " more columns or sheets were not read, see the summary of the result"))
                    .append('\n');
        }
    }

    private void policy(Tally tally, int q, StringBuilder text) {
        Question question = tally.questions().get(q);
        text.append(words.policy(question)).append(words.of(":", ": "));
        String comma = "";
        for (Outcome outcome : Outcome.values()) {
            long count = tally.outcome(q, outcome);
            if (count > 0) {
                text.append(comma).append(words.brief(outcome)).append(' ').append(count);
                comma = words.of(",", ", ");
            }
        }
        if (tally.notAsked(q) > 0) {
            text.append(comma).append(words.of(Words.NOT_ASKED)).append(' ').append(tally.notAsked(q));
        }
        long near = Ranking.blockers(tally, q).stream()
                .mapToLong(Ranking.Blocker::wouldPass)
                .sum();
        text.append(near > 0 ? words.of(";只差一条 " + near, "; one short " + near) : "");
        if (tally.priced(q) > 0) {
            text.append(words.of(
                    ";合计 " + tally.yuan(q).toPlainString() + " 元",
                    "; in total " + tally.yuan(q).toPlainString() + " yuan"));
        }
        text.append('\n');
    }

    private void missing(Tally tally, StringBuilder text) {
        Ranking.missing(tally).stream().limit(MOST).forEach(w -> {
            FieldSpace.Missing field = words.judge().fields().get(w.field());
            String label = words.label(field) + words.of("(" + field.name() + "),", " (" + field.name() + "), ");
            text.append(words.of("还缺:", "missing: "))
                    .append(label)
                    .append(
                            w.settles() > 0
                                    ? words.of(
                                            "补上可定 " + w.settles() + " 个结论,涉及 " + w.verdicts() + " 个",
                                            "settles " + w.settles() + " verdicts, helps with " + w.verdicts())
                                    : words.of(
                                            "涉及 " + w.verdicts() + " 个结论", "helps with " + w.verdicts() + " verdicts"))
                    .append('\n');
        });
    }
}
