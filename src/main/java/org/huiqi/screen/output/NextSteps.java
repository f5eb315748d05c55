package org.huiqi.screen.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huiqi.problem.Lang;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Tally;
import org.huiqi.verdict.Outcome;

/** The last words of a screening: whom to tell, whom to call, what to collect, what to correct, and where all of it is. */
public final class NextSteps {
    /** So many policies or fields are named. */
    private static final int NAMED = 3;

    private final Words words;
    private final Path out;
    private final Outputs.Format format;

    /** {@code out}: the result. */
    public NextSteps(Judge judge, Lang lang, Path out) {
        this.words = new Words(judge, lang);
        this.out = out;
        this.format = Outputs.format(out);
    }

    public String write(Summary summary) {
        Tally tally = summary.tally();
        List<String> steps = new ArrayList<>();
        tell(tally, steps);
        call(tally, steps);
        collect(tally, steps);
        correct(summary, steps);
        StringBuilder text = new StringBuilder(steps.isEmpty() ? "" : words.of("接下来:\n", "What to do next:\n"));
        steps.forEach(s -> text.append("  ").append(s).append('\n'));
        return text.append(words.of("结果:", "Result: "))
                .append(out)
                .append(ids())
                .append('\n')
                .toString();
    }

    private void tell(Tally tally, List<String> steps) {
        IntToLongFunction passed = q -> tally.outcome(q, Outcome.ELIGIBLE) + tally.outcome(q, Outcome.REVIEW);
        long all = sum(tally, passed);
        if (all > 0) {
            steps.add(words.of(
                    "通知:符合或待评审 " + all + " 家次,最多的是" + first(tally, passed) + ";" + in("企业×政策", "") + "。",
                    "Tell: " + all + " verdicts are eligible or await review, most of " + first(tally, passed) + "; "
                            + in("matrix", "") + "."));
        }
    }

    private void call(Tally tally, List<String> steps) {
        IntToLongFunction near = q -> Ranking.blockers(tally, q).stream()
                .mapToLong(Ranking.Blocker::wouldPass)
                .sum();
        long all = sum(tally, near);
        if (all > 0) {
            steps.add(words.of(
                    "联系:只差一条 " + all + " 家次,最多的是" + first(tally, near) + ";" + in("只差一条", "near") + "。",
                    "Call: " + all + " are one condition short, most of " + first(tally, near) + "; "
                            + in("one short", "near") + "."));
        }
    }

    private void collect(Tally tally, List<String> steps) {
        List<Ranking.Wanted> missing = Ranking.missing(tally);
        List<Ranking.Wanted> settling =
                missing.stream().filter(w -> w.settles() > 0).limit(NAMED).toList();
        List<Ranking.Wanted> common = missing.stream()
                .filter(w -> !settling.contains(w))
                .sorted(Comparator.comparingLong((Ranking.Wanted w) -> -w.verdicts()))
                .limit(NAMED)
                .toList();
        if (!missing.isEmpty()) {
            String alone = fields(settling, Ranking.Wanted::settles);
            String together = fields(common, Ranking.Wanted::verdicts);
            List<String> both = Stream.of(
                            alone.isEmpty() ? "" : words.of("补上一项就能定的是" + alone, "by themselves settle most: " + alone),
                            together.isEmpty()
                                    ? ""
                                    : words.of(
                                            (alone.isEmpty() ? "" : "另外") + "牵涉结论最多的是" + together,
                                            (alone.isEmpty() ? "" : "besides, ") + "most verdicts hang on " + together))
                    .filter(s -> !s.isEmpty())
                    .toList();
            steps.add(words.of(
                    "补资料(名单里没有的列就加上,再筛一次):" + String.join(";", both) + "。",
                    "Collect (add the columns to the list and screen it again): " + String.join("; ", both) + "."));
        }
    }

    private String fields(List<Ranking.Wanted> wanted, java.util.function.ToLongFunction<Ranking.Wanted> count) {
        return wanted.stream()
                .map(w ->
                        words.of("“", "'") + words.label(words.judge().fields().get(w.field())) + words.of("”", "' ")
                                + "(" + count.applyAsLong(w) + ")")
                .collect(Collectors.joining(words.of("、", ", ")));
    }

    private void correct(Summary summary, List<String> steps) {
        long firms = summary.tally().rejected();
        long beside = summary.relatedRejected();
        if (firms + beside > 0) {
            String zh = beside > 0 ? "(另有关联的行 " + beside + ")" : "";
            String en = beside > 0 ? " (and " + beside + " related ones)" : "";
            steps.add(words.of(
                    "改正:退回 " + firms + " 行" + zh + ",逐行写明了哪一格、为什么、怎么改;" + in("退回的行", "rejected") + "。改好用同一条命令再筛。",
                    "Correct: " + firms + " rows were rejected" + en
                            + ", each with its cell, the reason and the remedy; "
                            + in("rejected", "rejected") + ". Then run the same command."));
        }
    }

    private static long sum(Tally tally, IntToLongFunction count) {
        return IntStream.range(0, tally.questions().size()).mapToLong(count).sum();
    }

    /** The policies that most come to. */
    private String first(Tally tally, IntToLongFunction count) {
        return IntStream.range(0, tally.questions().size())
                .boxed()
                .filter(q -> count.applyAsLong(q) > 0)
                .sorted(Comparator.comparingLong((Integer q) -> -count.applyAsLong(q)))
                .limit(NAMED)
                .map(q -> words.of("“", "'") + words.policy(tally.questions().get(q)) + words.of("”", "' ") + "("
                        + count.applyAsLong(q) + ")")
                .collect(Collectors.joining(words.of("、", ", ")));
    }

    /** Where the words are to the ids of conditions that the result tells reasons by. */
    private String ids() {
        return switch (format) {
            case XLSX, CSV, NDJSON ->
                words.of("(条件编号的含义", " (what the ids of conditions stand for: ")
                        + in(words.of("卡在哪一条", "conditions"), "criteria")
                        + words.of(")", ")");
            case PARQUET -> "";
        };
    }

    /** Where it is: a sheet of a workbook, or a file; {@code beside}: how its name ends, empty for the result itself. */
    private String in(String sheet, String beside) {
        boolean own = beside.isEmpty() || format == Outputs.Format.NDJSON && beside.equals("near");
        String ending = format.name().toLowerCase(java.util.Locale.ROOT);
        Path file = own ? out : CsvOutput.beside(out, beside + "." + ending);
        return format == Outputs.Format.XLSX
                ? words.of("见“" + sheet + "”表", "see sheet '" + sheet + "'")
                : words.of("见 " + file.getFileName(), "see " + file.getFileName());
    }
}
