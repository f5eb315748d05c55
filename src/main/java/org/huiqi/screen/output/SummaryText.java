package org.huiqi.screen.output;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
                        "读到 " + tally.read() + " 行 = 已筛查 " + tally.screened() + " + 退回 " + tally.rejected()
                                + (tally.skipped() > 0 ? "(另有空行和示例 " + tally.skipped() + ")" : ""),
                        "read " + tally.read() + " rows = screened " + tally.screened() + " + rejected "
                                + tally.rejected()
                                + (tally.skipped() > 0 ? " (and " + tally.skipped() + " blank)" : "")))
                .append('\n');
        text.append(words.of(
                        "评估日 " + summary.asOf() + ",参照引擎复核 " + summary.rechecked() + " 行"
                                + (summary.rechecked() > 0 ? ",全部一致" : ""),
                        "as of " + summary.asOf() + ", " + summary.rechecked() + " rows judged by the reference too"
                                + (summary.rechecked() > 0 ? ", all alike" : "")))
                .append('\n');
        beside(summary, text);
        if (tally.screened() > 0) {
            policies(tally, text);
        }
        missing(tally, text);
        return text.toString();
    }

    private void beside(Summary summary, StringBuilder text) {
        if (summary.relatedRows() > 0) {
            long bad = summary.relatedRejected();
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

    /** First what firms pass or nearly pass; what nothing could be decided of, in a line. */
    private void policies(Tally tally, StringBuilder text) {
        List<Integer> decided = all(tally)
                .filter(q -> told(tally, q))
                .sorted(Comparator.comparingLong((Integer q) -> -passed(tally, q))
                        .thenComparingLong(q -> -near(tally, q)))
                .toList();
        decided.forEach(q -> policy(tally, q, text));
        List<Integer> rest = all(tally).filter(q -> !told(tally, q)).toList();
        names(
                words.of("都缺资料,一家也定不了的 ", "lacking information of every firm: "),
                rest.stream()
                        .filter(q -> tally.outcome(q, Outcome.INCOMPLETE) > 0)
                        .toList(),
                tally,
                text);
        names(
                words.of("仅供了解、不适用或不在有效期的 ", "for information, not asked or not in force: "),
                rest.stream()
                        .filter(q -> tally.outcome(q, Outcome.INCOMPLETE) == 0)
                        .toList(),
                tally,
                text);
    }

    private static Stream<Integer> all(Tally tally) {
        return IntStream.range(0, tally.questions().size()).boxed();
    }

    private static long passed(Tally tally, int q) {
        return tally.outcome(q, Outcome.ELIGIBLE) + tally.outcome(q, Outcome.REVIEW);
    }

    private static long near(Tally tally, int q) {
        return Ranking.blockers(tally, q).stream()
                .mapToLong(Ranking.Blocker::wouldPass)
                .sum();
    }

    /** Is there more to be said of it than that nothing is known, or nothing asked? */
    private static boolean told(Tally tally, int q) {
        long decided = passed(tally, q) + tally.outcome(q, Outcome.INELIGIBLE) + tally.outcome(q, Outcome.RESULT);
        long open = tally.outcome(q, Outcome.INCOMPLETE);
        return decided > 0 || open > 0 && open < tally.screened();
    }

    private void names(String head, List<Integer> questions, Tally tally, StringBuilder text) {
        if (!questions.isEmpty()) {
            text.append(head)
                    .append(questions.size())
                    .append(words.of(" 项:", " policies: "))
                    .append(questions.stream()
                            .map(q -> words.policy(tally.questions().get(q)))
                            .collect(Collectors.joining(words.of(";", "; "))))
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
        long near = near(tally, q);
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
