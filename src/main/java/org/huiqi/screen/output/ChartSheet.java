package org.huiqi.screen.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Tally;
import org.huiqi.verdict.Outcome;

/** The sheet of charts, each above the figures it is made of: the verdicts of the policies, and the conditions that stop most firms. */
final class ChartSheet {
    private static final int MOST_POLICIES = 20;
    private static final int MOST_CONDITIONS = 15;
    private static final int LONGEST = 34;
    private final Words words;
    private final Tally tally;
    private final Page page;
    private final String name;
    private final List<Chart> charts = new ArrayList<>();

    /** A condition of a policy. */
    private record Stop(Question question, Ranking.Blocker blocker) {}

    private ChartSheet(Words words, Tally tally, Workbook workbook) {
        this.words = words;
        this.tally = tally;
        this.name = words.of("图表", "charts");
        this.page = new Page(workbook, name, 5, 62, 14);
        page.sheet().pageOrientation("portrait");
        page.sheet().fitToHeight((short) 1);
    }

    /** Writes the sheet; the charts themselves are put into the finished workbook. {@code order}: of the policies, the first ones come. */
    static List<Chart> write(Words words, Tally tally, Workbook workbook, List<Integer> order) throws IOException {
        ChartSheet sheet = new ChartSheet(words, tally, workbook);
        sheet.verdicts(order);
        sheet.conditions();
        if (sheet.charts.isEmpty()) {
            sheet.page.line(List.of(words.of("没有可画的数字", "no figures to draw")));
        } else {
            sheet.page.sheet().addImage(0, 0, ChartParts.pixel(), 1, 1);
        }
        sheet.page.finish();
        return List.copyOf(sheet.charts);
    }

    private void verdicts(List<Integer> order) {
        List<Integer> shown = order.stream()
                .filter(q -> Stream.of(Outcome.ELIGIBLE, Outcome.REVIEW, Outcome.INCOMPLETE, Outcome.INELIGIBLE)
                        .anyMatch(o -> tally.outcome(q, o) > 0))
                .limit(MOST_POLICIES)
                .toList();
        String title = words.of(
                "各政策的结论(家数,符合和待评审多的在前,最多" + MOST_POLICIES + "项)",
                "verdicts by policy (firms; most eligible first, at most " + MOST_POLICIES + ")");
        draw(
                title,
                true,
                shown.stream()
                        .map(q -> label(words.policy(tally.questions().get(q))))
                        .toList(),
                List.of(
                        series(Outcome.ELIGIBLE, "70AD47", shown),
                        series(Outcome.REVIEW, "5B9BD5", shown),
                        series(Outcome.INCOMPLETE, "FFC000", shown),
                        series(Outcome.INELIGIBLE, "C55A11", shown)));
    }

    private Chart.Series series(Outcome outcome, String colour, List<Integer> shown) {
        IntToLongFunction count = q -> tally.outcome(q, outcome);
        return new Chart.Series(
                words.brief(outcome),
                colour,
                shown.stream().map(q -> count.applyAsLong(q)).toList());
    }

    private void conditions() {
        List<Stop> worst = IntStream.range(0, tally.questions().size())
                .boxed()
                .flatMap(q -> Ranking.blockers(tally, q).stream()
                        .map(b -> new Stop(tally.questions().get(q), b)))
                .sorted(Comparator.comparingLong((Stop s) -> -s.blocker().stops()))
                .limit(MOST_CONDITIONS)
                .toList();
        String title = words.of(
                "挡住企业最多的条件(最多" + MOST_CONDITIONS + "条,全部见“卡在哪一条”)",
                "conditions that stop most firms (at most " + MOST_CONDITIONS + ")");
        draw(
                title,
                false,
                worst.stream().map(this::label).toList(),
                List.of(
                        series(
                                words.of("挡住的企业", "firms stopped"),
                                "C55A11",
                                worst,
                                s -> s.blocker().stops()),
                        series(
                                words.of("只放宽这一条就能通过", "would pass if it alone were relaxed"),
                                "70AD47",
                                worst,
                                s -> s.blocker().wouldPass())));
    }

    private static Chart.Series series(String name, String colour, List<Stop> stops, ToLongFunction<Stop> count) {
        return new Chart.Series(
                name, colour, stops.stream().map(s -> count.applyAsLong(s)).toList());
    }

    private String label(Stop stop) {
        String id = stop.question().parts().get(stop.blocker().part());
        return label(id + " " + words.claim(stop.question(), id));
    }

    private static String label(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Room for the chart, and its figures under it. */
    private void draw(String title, boolean stacked, List<String> labels, List<Chart.Series> series) {
        if (labels.isEmpty()) {
            return;
        }
        int top = page.row();
        int rows = new Chart(title, stacked, name, top, 0, labels, series).rows();
        IntStream.range(0, rows).forEach(i -> page.next());
        for (int s = 0; s < series.size(); s++) {
            page.text(s + 1, series.get(s).name());
            page.sheet()
                    .style(page.row(), s + 1)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment("right")
                    .set();
        }
        page.sheet().rowHeight(page.row(), 34);
        page.next();
        charts.add(new Chart(title, stacked, name, top, page.row(), labels, series));
        for (int i = 0; i < labels.size(); i++) {
            page.text(0, labels.get(i));
            for (int s = 0; s < series.size(); s++) {
                page.number(s + 1, series.get(s).figures().get(i));
            }
            page.next();
        }
        page.next();
    }
}
