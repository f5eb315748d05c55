package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Text;
import org.huiqi.report.AmountText;
import org.huiqi.report.Words;
import org.huiqi.screen.job.JobFolder;
import org.huiqi.verdict.Outcome;

/**
 * What a finished screening found, on one screen: of each policy how many firms came out how, which answers would settle most, and the rows that
 * were rejected. As the files of the results have it.
 *
 * @param lines policies that could be decided, first those that most firms pass
 * @param lacks what is missing most, at most a handful
 * @param rejected the first problems of rejected rows
 * @param more whether there are more of them
 * @param doubts what an officer should know of the list before relying on it
 */
record Overview(List<Line> lines, List<Lack> lacks, List<Rejected> rejected, boolean more, Doubts doubts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FEW = 8;
    /** Of those that settle nothing by themselves. */
    private static final int COMMON = 4;

    private static final int PROBLEMS = 20;
    /** So many columns or firms are told; the workbook has all of them. */
    private static final int TOLD = 30;

    private static final int LONGEST = 60;

    /** Outcomes that have a column, with what stands above it. */
    private static final Map<Outcome, Text> SHOWN = new EnumMap<>(Map.of(
            Outcome.ELIGIBLE, new Text("符合", "Eligible"),
            Outcome.REVIEW, new Text("待评审", "Awaiting review"),
            Outcome.INCOMPLETE, new Text("信息不足", "Missing"),
            Outcome.INELIGIBLE, new Text("不符合", "Not eligible")));

    /** {@code remarks}: what stops most, which classes came out, the money; {@code near}: whether one condition alone stops some firm, and it can be told which. */
    record Line(String policy, String name, List<Count> counts, List<String> remarks, boolean near) {
        private long passed() {
            return counts.stream()
                    .filter(c -> List.of("eligible", "review").contains(c.code()))
                    .mapToLong(Count::firms)
                    .sum();
        }
    }

    /** {@code code}: of the outcome. */
    record Count(String code, Text label, long firms) {}

    /** {@code settles}: verdicts that it alone would decide; {@code verdicts}: that it would help to decide. */
    record Lack(String label, long settles, long verdicts) {}

    /**
     * What was not made use of.
     *
     * @param unread columns and sheets nobody reads, each with why
     * @param twice firms that stand more than once, each with where
     * @param unused rows of related sheets that were of no use
     */
    record Doubts(List<String> unread, List<String> twice, long unused) {
        boolean any() {
            return !unread.isEmpty() || !twice.isEmpty() || unused > 0;
        }
    }

    record Rejected(String sheet, String row, String column, String value, String reason, String remedy) {}

    /** Empty where the files are gone or of another make. */
    static Optional<Overview> of(JobFolder files, RuleBook book, Words words) {
        try {
            Optional<Path> summary = files.result("results.summary.json");
            return summary.isEmpty() ? Optional.empty() : Optional.of(read(summary.get(), files, book, words));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Overview read(Path file, JobFolder files, RuleBook book, Words words) throws IOException {
        JsonNode summary = JSON.readTree(Files.readAllBytes(file));
        boolean tellsNear = files.firms().tellsNear();
        List<Line> lines = stream(summary.path("policies"))
                .filter(Overview::decidable)
                .map(p -> line(p, book, words, tellsNear))
                .sorted(Comparator.comparingLong((Line l) -> -l.passed()))
                .toList();
        List<Rejected> rejected = rejected(files);
        return new Overview(
                lines,
                lacks(summary),
                rejected.stream().limit(PROBLEMS).toList(),
                rejected.size() > PROBLEMS,
                doubts(summary, words));
    }

    /** First what settles most by itself, then what most verdicts hang on. */
    private static List<Lack> lacks(JsonNode summary) {
        List<Lack> all = stream(summary.path("missing"))
                .map(m -> new Lack(
                        m.path("label").asText(),
                        m.path("settles").asLong(),
                        m.path("wanted").asLong()))
                .toList();
        List<Lack> alone = all.stream().filter(l -> l.settles() > 0).limit(FEW).toList();
        Stream<Lack> common = all.stream()
                .filter(l -> l.settles() == 0)
                .sorted(Comparator.comparingLong((Lack l) -> -l.verdicts()))
                .limit(COMMON);
        return Stream.concat(alone.stream(), common).toList();
    }

    private static Doubts doubts(JsonNode summary, Words words) {
        List<String> unread = stream(summary.path("unread"))
                .limit(TOLD)
                .map(u -> clipped(u.path(u.path("column").asText().isEmpty() ? "sheet" : "column"))
                        + words.of("(", " (")
                        + clipped(u.path("reason"))
                        + words.of(")", ")"))
                .toList();
        List<String> twice = stream(summary.path("duplicates"))
                .limit(TOLD)
                .map(d -> d.path("code").asText()
                        + words.of(":", ": ")
                        + words.list(stream(d.path("places")).limit(TOLD).map(Overview::clipped)))
                .toList();
        return new Doubts(
                unread, twice, summary.path("rows").path("relatedRejected").asLong());
    }

    private static String clipped(JsonNode text) {
        String all = text.asText();
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static boolean decidable(JsonNode policy) {
        return policy.has("results")
                || SHOWN.keySet().stream().anyMatch(o -> policy.path("outcomes").has(o.name()));
    }

    private static Line line(JsonNode policy, RuleBook book, Words words, boolean tellsNear) {
        String id = policy.path("id").asText();
        String name = book.findPolicy(id)
                .map(Policy::name)
                .map(n -> n.in(words.lang()))
                .orElse(policy.path("name").asText());
        List<Count> counts = SHOWN.entrySet().stream()
                .map(o -> new Count(
                        o.getKey().name().toLowerCase(Locale.ROOT),
                        o.getValue(),
                        policy.path("outcomes").path(o.getKey().name()).asLong()))
                .toList();
        boolean near = tellsNear
                && stream(policy.path("blockers"))
                        .anyMatch(b -> b.path("wouldPass").asLong() > 0);
        return new Line(id, name, counts, remarks(policy, book, words), near);
    }

    private static List<String> remarks(JsonNode policy, RuleBook book, Words words) {
        List<String> remarks = new ArrayList<>();
        if (policy.has("results")) {
            remarks.add(words.list(policy.path("results").properties().stream()
                    .map(r -> r.getKey() + " " + r.getValue().asText())));
        }
        stream(policy.path("blockers")).limit(1).forEach(b -> {
            String id = b.path("criterion").asText();
            String claim = book.findCriterion(id)
                    .map(words::claim)
                    .orElse(b.path("claim").asText());
            String stops = b.path("stops").asText();
            long pass = b.path("wouldPass").asLong();
            remarks.add(
                    words.of("最多卡在“" + claim + "”:" + stops + " 家", "most are stopped by \"" + claim + "\": " + stops));
            if (pass > 0) {
                remarks.add(
                        words.of("只放宽这一条,多 " + pass + " 家符合", "relaxing it alone would let " + pass + " more pass"));
            }
        });
        if (policy.path("priced").asLong() > 0) {
            String yuan = AmountText.number(new BigDecimal(policy.path("yuan").asText()), "元") + " 元";
            remarks.add(words.of("金额合计 ", "money in total ") + yuan);
        }
        return remarks;
    }

    private static List<Rejected> rejected(JobFolder files) throws IOException {
        Optional<Path> file = files.result("results.rejected.ndjson");
        if (file.isEmpty()) {
            return List.of();
        }
        List<Rejected> rejected = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file.get())) {
            for (String line = lines.readLine(); line != null && rejected.size() <= PROBLEMS; line = lines.readLine()) {
                JsonNode r = JSON.readTree(line);
                rejected.add(new Rejected(
                        r.path("sheet").asText(),
                        r.path("row").asText(),
                        r.path("column").asText(),
                        r.path("value").asText(),
                        r.path("reason").asText(),
                        r.path("remedy").asText()));
            }
        }
        return rejected;
    }
}
