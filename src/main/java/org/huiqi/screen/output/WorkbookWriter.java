package org.huiqi.screen.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.Workbook;
import org.huiqi.screen.firm.Rejection;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.log.BlockLog;
import org.huiqi.screen.result.Screened;
import org.huiqi.screen.result.Summary;
import org.huiqi.verdict.Outcome;

/** Writes the sheets of a workbook, one after the other: each goes through the log once, so none of them is held in memory. */
final class WorkbookWriter {
    private static final int FIRST_POLICY = 4;
    /** Texts up to this length come again and again. */
    private static final int SHORT = 12;

    private final Words words;
    private final Words brief;
    private final BlockLog log;
    private final Summary summary;

    WorkbookWriter(Words words, BlockLog log, Summary summary) {
        this.words = words;
        this.brief = words.brief();
        this.log = log;
        this.summary = summary;
    }

    /** The charts that are still to be put into it. */
    List<Chart> write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "huiqi", "1.0")) {
            workbook.setCompressionLevel(3);
            workbook.setGlobalDefaultFont("等线", 10.5);
            SummarySheets first = new SummarySheets(words, summary, workbook);
            first.first();
            List<Chart> charts = ChartSheet.write(words, summary.tally(), workbook, first.order());
            matrix(workbook, words.of("企业×政策", "matrix"), true);
            nearMisses(workbook);
            matrix(workbook, words.of("原因", "reasons"), false);
            SummarySheets rest = new SummarySheets(words, summary, workbook);
            rest.blockers();
            rest.missing();
            rejected(workbook);
            rest.remarks();
            return charts;
        }
    }

    private List<String> heading() {
        List<String> heading = new ArrayList<>(
                List.of(words.of("表", "sheet"), words.of("行", "row"), "统一社会信用代码", words.of("企业名称", "name")));
        words.judge().questions().forEach(q -> heading.add(words.policy(q)));
        return heading;
    }

    /** One firm a row: its verdicts, or what they rest on. */
    private void matrix(Workbook workbook, String name, boolean verdicts) throws IOException {
        Matrix matrix = new Matrix(workbook, name, verdicts);
        log.replay(block -> {
            for (Screened firm : block.screened()) {
                matrix.firm(firm);
            }
            matrix.page.flush();
        });
        matrix.finish();
    }

    private final class Matrix {
        private final Workbook workbook;
        private final String name;
        private final boolean verdicts;
        private final List<Question> questions = words.judge().questions();
        private int pages;
        private Page page;

        Matrix(Workbook workbook, String name, boolean verdicts) {
            this.workbook = workbook;
            this.name = name;
            this.verdicts = verdicts;
            this.page = open();
        }

        private Page open() {
            pages++;
            String title = pages == 1 ? name : name + " (" + pages + ")";
            Page opened = new Page(workbook, title, FIRST_POLICY + questions.size(), 14, 7, 22, 28, verdicts ? 11 : 24);
            opened.sheet().rowHeight(0, 62);
            opened.heading(heading(), FIRST_POLICY);
            return opened;
        }

        void firm(Screened firm) throws IOException {
            if (page.full()) {
                finish();
                page = open();
            }
            page.word(0, firm.sheet());
            page.sheet().value(page.row(), 1, firm.row());
            page.text(2, firm.code());
            page.text(3, firm.name());
            for (int q = 0; q < questions.size(); q++) {
                cell(q, firm.answers()[q]);
            }
            page.next();
        }

        private void cell(int q, Answer answer) {
            if (verdicts) {
                page.word(FIRST_POLICY + q, words.verdict(answer));
            } else {
                String reason = brief.reason(questions.get(q), answer);
                if (reason.length() <= SHORT) {
                    page.word(FIRST_POLICY + q, reason);
                } else {
                    page.text(FIRST_POLICY + q, reason);
                }
            }
        }

        void finish() throws IOException {
            if (verdicts) {
                colour();
            }
            page.filter(0, FIRST_POLICY + questions.size() - 1);
            page.finish();
        }

        /** By rule, so that sorting and correcting keep the colours right. */
        private void colour() {
            colour(Outcome.ELIGIBLE, "C6EFCE", "006100");
            colour(Outcome.REVIEW, "DDEBF7", "1F4E79");
            colour(Outcome.INCOMPLETE, "FFF2CC", "7F6000");
            colour(Outcome.INELIGIBLE, "F8CBAD", "833C0B");
        }

        private void colour(Outcome outcome, String fill, String font) {
            String word = words.brief(outcome);
            String rule = "LEFT(E2," + word.length() + ")=\"" + word + "\"";
            int last = Math.max(1, page.row() - 1);
            page.sheet()
                    .range(1, FIRST_POLICY, last, FIRST_POLICY + questions.size() - 1)
                    .style()
                    .fillColor(fill)
                    .fontColor(font)
                    .set(new ConditionalFormattingExpressionRule(rule, true));
        }
    }

    private void nearMisses(Workbook workbook) throws IOException {
        Page page = new Page(workbook, words.of("只差一条", "one short"), 8, 14, 7, 22, 28, 34, 14, 50, 60);
        page.heading(NearText.columns(words), FIRST_POLICY);
        log.replay(block -> {
            for (Screened firm : block.screened()) {
                for (Screened.NearMiss miss : firm.nearMisses()) {
                    if (!page.full()) {
                        page.line(NearText.cells(words, firm, miss));
                    }
                }
            }
            page.flush();
        });
        cut(page, summary.tally().nearMisses());
        page.filter(0, 7);
        page.finish();
    }

    private void rejected(Workbook workbook) throws IOException {
        Page page = new Page(workbook, words.of("退回的行", "rejected"), 6, 14, 8, 22, 26, 50, 50);
        page.heading(RejectedText.columns(words), 2);
        log.replay(block -> {
            block.rejections().forEach(r -> rejection(page, r));
            page.flush();
        });
        summary.relatedRejections().forEach(r -> rejection(page, r));
        page.filter(0, 5);
        page.finish();
    }

    private void rejection(Page page, Rejection rejection) {
        if (!page.full()) {
            page.line(RejectedText.cells(words, rejection));
        }
    }

    /** A sheet that cannot hold everything says so. */
    private void cut(Page page, long all) {
        if (page.full()) {
            page.line(List.of(words.of("共" + all + "条,其余见 CSV 输出", all + " in all; for the rest write CSV")));
        }
    }
}
