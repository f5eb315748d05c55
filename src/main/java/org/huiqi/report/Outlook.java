package org.huiqi.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huiqi.policy.Neighbour;
import org.huiqi.policy.Policy;
import org.huiqi.profile.Entry;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** What the enterprise should mind beyond the verdicts: titles in danger, choices to make, days to come, and whom to ask for the missing figures. */
final class Outlook {
    private static final int MOST_FIELDS = 4;
    private final Report report;
    private final Words words;
    private final Reasons reasons;

    Outlook(Report report) {
        this.report = report;
        this.words = report.words();
        this.reasons = new Reasons(words);
    }

    void write(Page page, Assessment assessment) {
        List<String> minded = Stream.of(
                        endangered(assessment), choices(assessment), days(assessment.asOf()), missing(assessment))
                .flatMap(s -> s)
                .toList();
        if (!minded.isEmpty()) {
            page.line(words.of("要留意", "to mind"));
            minded.forEach(m -> page.in().item("!", m));
        }
    }

    /** A title held whose conditions are not kept. */
    private Stream<String> endangered(Assessment assessment) {
        return assessment.policies().stream()
                .flatMap(p -> p.ofStage("maintain").stream())
                .filter(v -> v.outcome() == Outcome.INELIGIBLE)
                .map(this::endangered);
    }

    private String endangered(Verdict v) {
        Policy policy = report.book().findPolicy(v.policy()).orElseThrow();
        String whose = report.shortName(v.policy()) + " " + words.stage(policy, v.stage());
        return whose
                + words.of("不符合,卡在 ", " at risk, stopped by ")
                + words.list(reasons.against(v).stream().map(words::plain));
    }

    /** Policies that shut each other out, both within reach. */
    private Stream<String> choices(Assessment assessment) {
        Map<String, PolicyAssessment> near = new LinkedHashMap<>();
        assessment.policies().stream()
                .filter(p -> Standing.of(p, reasons).compareTo(Standing.WAITS) <= 0)
                .forEach(p -> near.put(p.policy(), p));
        return near.keySet().stream()
                .flatMap(a -> report.book().findPolicy(a).orElseThrow().excludes().stream()
                        .map(Neighbour::policy)
                        .filter(b -> near.containsKey(b) && a.compareTo(b) < 0)
                        .map(b -> words.of("只能选一项: ", "only one of: ")
                                + words.list(Stream.of(a, b).map(near::get).map(this::choice))));
    }

    private String choice(PolicyAssessment p) {
        return report.shortName(p.policy())
                + new Money(report)
                        .worth(p)
                        .map(w -> words.of("(" + w + ")", " (" + w + ")"))
                        .orElse("");
    }

    /** Dates of the profile that lie within the next year. */
    private Stream<String> days(LocalDate asOf) {
        Entry enterprise = report.profile().enterprise();
        return report.book().dictionary().enterprise().fields().stream()
                .filter(f -> enterprise.find(f.name()).orElse(null) instanceof LocalDate)
                .map(f -> new Day(f, (LocalDate) enterprise.find(f.name()).orElseThrow()))
                .filter(d -> d.date().isAfter(asOf) && !d.date().isAfter(asOf.plusYears(1)))
                .sorted(Comparator.comparing(Day::date))
                .map(d -> said(d, ChronoUnit.DAYS.between(asOf, d.date())));
    }

    /** A date to come and what it is. */
    private record Day(Field field, LocalDate date) {}

    private String said(Day day, long days) {
        return words.label(day.field()) + " " + day.date() + words.of("(还有" + days + "天)", " (in " + days + " days)");
    }

    /** How many figures are missing, under which heads of the dictionary, and which of them most policies wait for. */
    private Stream<String> missing(Assessment assessment) {
        Map<String, Set<String>> waiting = new LinkedHashMap<>();
        assessment
                .policies()
                .forEach(p -> Standing.counting(p)
                        .flatMap(v -> v.missing().stream())
                        .forEach(m ->
                                waiting.computeIfAbsent(m, k -> new TreeSet<>()).add(p.policy())));
        if (waiting.isEmpty()) {
            return Stream.empty();
        }
        String count = words.of("还缺 " + waiting.size() + " 项资料", waiting.size() + " answers are missing");
        return Stream.of(count + words.of(",分属: ", ", on: ") + groups(waiting) + most(waiting));
    }

    private String groups(Map<String, Set<String>> waiting) {
        Map<String, Integer> groups = new LinkedHashMap<>();
        waiting.keySet().forEach(path -> groups.merge(group(path), 1, Integer::sum));
        Comparator<Map.Entry<String, Integer>> largest = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return words.list(
                groups.entrySet().stream().sorted(largest).map(e -> Page.glued(e.getKey() + " " + e.getValue())));
    }

    private String group(String path) {
        return words.asked(path)
                .map(a -> a.field()
                        .map(Field::group)
                        .filter(g -> !g.isEmpty())
                        .orElse(a.type().label()))
                .orElse(path);
    }

    private String most(Map<String, Set<String>> waiting) {
        List<String> wanted = waiting.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .sorted(Comparator.comparing(e -> -e.getValue().size()))
                .limit(MOST_FIELDS)
                .map(e -> words.missing(List.of(e.getKey())).get(0)
                        + words.of(
                                "(" + e.getValue().size() + "项政策)",
                                " (" + e.getValue().size() + " policies)"))
                .toList();
        return wanted.isEmpty() ? "" : words.of(";问得最多的: ", "; most asked for: ") + words.list(wanted.stream());
    }
}
