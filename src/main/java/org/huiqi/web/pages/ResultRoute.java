package org.huiqi.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.advise.Gaps;
import org.huiqi.assess.Assessor;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.profile.Profile;
import org.huiqi.report.Alike;
import org.huiqi.report.MoveText;
import org.huiqi.report.ProfileJson;
import org.huiqi.report.Rank;
import org.huiqi.report.Reasons;
import org.huiqi.report.Words;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** What came of a profile: verdicts, money, deadlines, and the reasons. */
final class ResultRoute {
    private static final int FEW = 3;
    private static final List<Outcome> ORDER = List.of(
            Outcome.ELIGIBLE,
            Outcome.RESULT,
            Outcome.REVIEW,
            Outcome.INCOMPLETE,
            Outcome.INELIGIBLE,
            Outcome.NOT_IN_FORCE,
            Outcome.INFORMATION);
    private final Visit visit;
    private final Words words;
    private final Dossier dossier;
    private final Profile profile;
    private final Reasons reasons;
    private final MoveText moves;
    private final Gaps gaps;

    private ResultRoute(Visit visit, Dossier dossier, Profile profile) {
        this.visit = visit;
        this.words = visit.words();
        this.dossier = dossier;
        this.profile = profile;
        this.reasons = new Reasons(words);
        this.moves = new MoveText(visit.open().book(), words.lang());
        this.gaps = visit.open().adviser().gaps(profile, visit.today());
    }

    record Tile(String code, String mark, String label, long count) {}

    record Group(String code, String mark, String label, List<Result> results) {}

    record Result(
            Policy policy,
            String name,
            String kind,
            String code,
            String mark,
            String label,
            String reason,
            String warning,
            List<Stage> stages,
            Optional<Money.Benefit> benefit,
            Optional<Money.Table> money) {}

    record Stage(String title, List<Judged> judged) {}

    /** {@code subjects}: whom it is about, empty for the enterprise itself; {@code ways}: what would take it further, where it is a further stage. */
    record Judged(
            List<String> subjects,
            String code,
            String mark,
            String label,
            String edition,
            String basis,
            List<String> warnings,
            List<String> missing,
            List<String> against,
            List<String> ways,
            List<Demand> tree) {}

    record Due(String policy, String id, String text, String label) {}

    /** {@code open}: what cannot be computed yet. */
    record ResultPage(
            Chrome chrome,
            Dossier dossier,
            String name,
            String day,
            int answered,
            List<Tile> tiles,
            List<Group> groups,
            List<Result> worth,
            List<Result> open,
            Optional<Purses.Total> total,
            List<Purses.Choosing> choices,
            List<Due> due,
            boolean report,
            boolean charts) {}

    /** As a page, or as a report to print. */
    static void show(Visit visit, Dossier dossier, boolean report) {
        try {
            Profile profile = dossier.read(visit.open());
            Dossier tidy = dossier.with(ProfileJson.tree(visit.open().book().dictionary(), profile));
            visit.desk().places().compute(() -> {
                new ResultRoute(visit, tidy, profile).show(report);
                return true;
            });
        } catch (InvalidInputException e) {
            new FormRoute(visit, dossier, e.problems()).form();
        }
    }

    private void show(boolean report) {
        Assessment assessment = visit.open()
                .assessor()
                .assess(profile, new Assessor.Request(visit.today(), dossier.policies(), false, visit.lang()));
        List<Result> results =
                Rank.order(assessment.policies()).stream().map(this::result).toList();
        Chrome chrome =
                visit.chrome(words.of("自查结果", "Self-check result"), "check").carrying();
        String name = profile.enterprise().find("name").map(Object::toString).orElse("");
        Purses purses = new Purses(
                visit.open().book(), words, visit.open().adviser().money(profile, visit.today(), dossier.policies()));
        visit.showOnce(
                report ? "report.jte" : "result.jte",
                new ResultPage(
                        chrome,
                        dossier,
                        name,
                        assessment.asOf().toString(),
                        profile.enterprise().answers().size(),
                        tiles(results),
                        groups(results),
                        worth(results, true),
                        worth(results, false),
                        purses.total(),
                        purses.choices(),
                        due(results),
                        report,
                        results.stream()
                                .flatMap(r -> r.money().stream())
                                .anyMatch(m -> !m.chart().isEmpty())));
    }

    private static List<Result> worth(List<Result> results, boolean known) {
        return results.stream()
                .filter(r -> r.benefit()
                        .filter(b -> b.value().isEmpty() != known && !b.nothing())
                        .isPresent())
                .toList();
    }

    private List<Tile> tiles(List<Result> results) {
        Map<String, Long> counts = results.stream().collect(Collectors.groupingBy(Result::code, Collectors.counting()));
        return ORDER.stream()
                .filter(o -> counts.containsKey(code(o)))
                .map(o -> new Tile(code(o), Words.mark(o), brief(o), counts.get(code(o))))
                .toList();
    }

    private String brief(Outcome outcome) {
        return outcome == Outcome.REVIEW ? words.of("待评审", "awaiting review") : words.of(outcome);
    }

    private List<Group> groups(List<Result> results) {
        return ORDER.stream()
                .map(o -> new Group(
                        code(o),
                        Words.mark(o),
                        words.of(o),
                        results.stream().filter(r -> r.code().equals(code(o))).toList()))
                .filter(g -> !g.results().isEmpty())
                .toList();
    }

    static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Result result(PolicyAssessment assessment) {
        Policy policy = visit.open().book().findPolicy(assessment.policy()).orElseThrow();
        Outcome outcome = Rank.of(assessment);
        List<Verdict> headline = assessment.ofStage(assessment.headline());
        return new Result(
                policy,
                policy.name().in(words.lang()),
                words.levelAndKind(policy),
                code(outcome),
                Words.mark(outcome),
                headline.size() == 1 ? words.outcome(headline.get(0)) : words.of(outcome),
                reason(headline, outcome),
                warning(headline),
                policy.stages().keySet().stream()
                        .filter(s -> !assessment.ofStage(s).isEmpty())
                        .map(s -> new Stage(words.stage(policy, s), judged(policy, assessment.ofStage(s))))
                        .toList(),
                assessment.amount().flatMap(a -> Money.benefit(visit.open().book(), words, policy, a)),
                assessment
                        .amount()
                        .filter(a -> !a.sheets().isEmpty())
                        .map(a -> Money.table(visit.open().book(), words, policy, a)));
    }

    /** One line: of several subjects how many came out how, else why. */
    private String reason(List<Verdict> verdicts, Outcome outcome) {
        if (verdicts.size() > 1) {
            Map<Outcome, Long> counts = verdicts.stream()
                    .collect(Collectors.groupingBy(Verdict::outcome, java.util.TreeMap::new, Collectors.counting()));
            return words.list(
                    counts.entrySet().stream().map(e -> e.getValue() + words.of("个", " ") + brief(e.getKey())));
        }
        if (verdicts.isEmpty()) {
            return words.of("没有可判断的对象", "nothing to judge");
        }
        Verdict v = verdicts.get(0);
        return switch (outcome) {
            case INCOMPLETE -> few(words.of("缺:", "Missing: "), words.missing(v.missing()));
            case INELIGIBLE -> few(words.of("因为:", "Because: "), plain(reasons.against(v)));
            case REVIEW -> few(words.of("等待:", "Awaiting: "), plain(reasons.awaiting(v)));
            case ELIGIBLE, NOT_IN_FORCE, INFORMATION, RESULT -> "";
        };
    }

    /** Without the ids that claims begin with. */
    private static List<String> plain(List<String> claims) {
        return claims.stream()
                .map(c -> c.replaceFirst("^[A-Z][\\w-]*-\\w+ ", ""))
                .toList();
    }

    private String few(String why, List<String> items) {
        String all = words.of("等" + items.size() + "项", " and " + (items.size() - FEW) + " more");
        return items.isEmpty() ? "" : why + words.list(items.stream().limit(FEW)) + (items.size() > FEW ? all : "");
    }

    private String warning(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(v -> v.warnings().stream())
                .findFirst()
                .map(words::of)
                .orElse("");
    }

    private List<Judged> judged(Policy policy, List<Verdict> verdicts) {
        return Alike.of(verdicts).stream().map(g -> judged(policy, g.get(0), g)).toList();
    }

    private Judged judged(Policy policy, Verdict v, List<Verdict> alike) {
        Found found = new Found(visit.open().book(), policy, profile, words, v.subject());
        return new Judged(
                alike.stream().map(Verdict::subject).filter(s -> !s.isEmpty()).toList(),
                code(v.outcome()),
                Words.mark(v.outcome()),
                words.outcome(v),
                v.edition().orElse(""),
                v.basis().map(words::of).orElse(""),
                v.warnings().stream().map(words::of).distinct().toList(),
                words.missing(v.missing()),
                plain(reasons.against(v)),
                v.stage().equals(policy.headline()) ? List.of() : ways(v),
                v.tree().map(found::of).orElse(List.of()));
    }

    /** What would bring a further stage, or why nothing does; what the first takes stands on a page of its own, since it takes longer to find. */
    private List<String> ways(Verdict v) {
        return gaps.find(v)
                .map(g -> Stream.concat(
                                g.ways().stream()
                                        .limit(1)
                                        .map(w -> "→ "
                                                + words.list(w.moves().stream().map(moves::say))
                                                + " ⇒ "
                                                + words.of(w.reached())),
                                g.obstacles().stream().limit(1).map(o -> "✗ " + moves.say(o)))
                        .toList())
                .orElse(List.of());
    }

    /** When and where to apply for what is, or may still become, his. */
    private List<Due> due(List<Result> results) {
        List<Due> due = new ArrayList<>();
        Stream.of("eligible", "review", "incomplete")
                .flatMap(code -> results.stream().filter(r -> r.code().equals(code)))
                .filter(r -> !r.policy().window().isBlank())
                .forEach(r ->
                        due.add(new Due(r.name(), r.policy().id(), r.policy().window(), r.label())));
        return due;
    }
}
