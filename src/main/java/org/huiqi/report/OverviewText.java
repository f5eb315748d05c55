package org.huiqi.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.policy.Policy;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** One screen on all policies: what fits and what it is worth, what is close and what stops it, the rest by name; then what to mind and to fill in. */
final class OverviewText {
    private final Report report;
    private final Words words;
    private final Reasons reasons;
    private final Money money;

    OverviewText(Report report) {
        this.report = report;
        this.words = report.words();
        this.reasons = new Reasons(words);
        this.money = new Money(report);
    }

    void write(Page page, Assessment assessment) {
        Map<Standing, List<PolicyAssessment>> groups = assessment.policies().stream()
                .collect(Collectors.groupingBy(p -> Standing.of(p, reasons), TreeMap::new, Collectors.toList()));
        groups.forEach((standing, policies) -> group(page, standing, policies));
        new Outlook(report).write(page, assessment);
    }

    private void group(Page page, Standing standing, List<PolicyAssessment> policies) {
        page.line(words.of(standing.title()) + words.of(" · " + policies.size() + "项", ": " + policies.size()));
        switch (standing) {
            case FITS, WAITS, ASKED, STOPPED -> policies.forEach(p -> line(page.in(), p));
            case NO -> names(page.in(), policies, this::against);
            case OPEN -> names(page.in(), policies, this::missing);
            case CLASS -> names(page.in(), policies, this::results);
            case IDLE -> names(page.in(), policies, p -> "");
        }
    }

    private void names(
            Page page, List<PolicyAssessment> policies, java.util.function.Function<PolicyAssessment, String> more) {
        page.line(words.list(policies.stream().map(p -> Page.glued(name(p) + more.apply(p)))));
    }

    private void line(Page page, PolicyAssessment assessment) {
        Policy policy = policy(assessment);
        Map<String, List<Verdict>> told = new LinkedHashMap<>();
        for (Verdict v : Standing.behind(assessment, reasons)) {
            told.computeIfAbsent(said(policy, v), k -> new ArrayList<>()).add(v);
        }
        String worth = money.worth(assessment).map(w -> "  ¥ " + w).orElse("");
        String last = List.copyOf(told.keySet()).get(told.size() - 1);
        told.forEach((said, verdicts) -> {
            Verdict first = verdicts.get(0);
            String end = said.equals(last) ? worth : "";
            page.item(Words.mark(first.outcome()), name(assessment) + whose(verdicts) + said + end);
            report.gaps().find(first).ifPresent(g -> report.gapTexts().first(page.in(), g));
        });
    }

    /** Of one element its name, of several how many; nothing for the enterprise itself. */
    private String whose(List<Verdict> verdicts) {
        String first = verdicts.get(0).subject();
        String several = words.of(" · " + verdicts.size() + "个", " · " + verdicts.size());
        return first.isEmpty() ? "" : verdicts.size() > 1 ? several : " · " + first;
    }

    /** How well it is founded, the stage unless it is the headline, and the reason. */
    private String said(Policy policy, Verdict v) {
        String stage = v.stage().equals(policy.headline()) ? "" : " " + words.stage(policy, v.stage());
        List<String> why = why(v);
        return stage + caveat(policy, v) + (why.isEmpty() ? "" : ": " + few(v, why));
    }

    private List<String> why(Verdict v) {
        return switch (v.outcome()) {
            case INELIGIBLE -> reasons.against(v).stream().map(words::plain).toList();
            case INCOMPLETE -> words.missing(v.missing());
            case ELIGIBLE, REVIEW, RESULT, INFORMATION, NOT_IN_FORCE -> List.of();
        };
    }

    private String few(Verdict v, List<String> why) {
        String lead = v.outcome() == Outcome.INCOMPLETE ? words.of("缺 ", "needs ") : words.of("卡在 ", "stopped by ");
        return lead + words.list(why.stream());
    }

    /** What must not be left unsaid beside a verdict, in a word. */
    private String caveat(Policy policy, Verdict v) {
        Stream<String> edition = v.edition().stream()
                .filter(name -> policy.editions().stream()
                        .anyMatch(e -> e.name().equals(name) && !e.unconfirmed().isEmpty()))
                .map(e -> words.of("版本未证实", "edition unconfirmed"));
        boolean open = v.outcome() == Outcome.INCOMPLETE;
        Stream<String> source = open ? Stream.empty() : v.basis().stream().flatMap(b -> words.weak(b).stream());
        String all = Stream.concat(edition, source).collect(Collectors.joining(words.of("、", ", ")));
        return all.isEmpty() ? "" : " 〔" + all + "〕";
    }

    private String against(PolicyAssessment p) {
        return count(p, v -> reasons.against(v).size(), "条", "");
    }

    private String missing(PolicyAssessment p) {
        return count(p, v -> v.missing().size(), "项", "");
    }

    private String count(PolicyAssessment p, java.util.function.ToIntFunction<Verdict> size, String zh, String en) {
        int least = Standing.behind(p, reasons).stream().mapToInt(size).min().orElse(0);
        return words.of("(" + least + zh + ")", " (" + least + en + ")");
    }

    private String results(PolicyAssessment p) {
        Optional<String> result =
                p.verdicts().stream().flatMap(v -> v.result().stream()).findFirst();
        return result.map(r -> words.of(":", ": ") + r).orElse("");
    }

    private String name(PolicyAssessment p) {
        return report.shortName(p.policy());
    }

    private Policy policy(PolicyAssessment p) {
        return report.book().findPolicy(p.policy()).orElseThrow();
    }
}
