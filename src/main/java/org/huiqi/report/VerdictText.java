package org.huiqi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Text;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** The verdicts of one stage. Subjects that came out alike, such as the months of a year, are told once, by the example of the first. */
final class VerdictText {
    private static final int MOST_OBSTACLES = 3;
    private final Report report;
    private final Words words;
    private final Reasons reasons;

    VerdictText(Report report) {
        this.report = report;
        this.words = report.words();
        this.reasons = new Reasons(words);
    }

    void write(Page page, Policy policy, List<Verdict> verdicts) {
        List<Verdict> told = new ArrayList<>();
        for (List<Verdict> group : report.all() ? Alike.none(verdicts) : Alike.of(verdicts)) {
            heading(page.blank(), policy, group);
            reasons(page.in(), group.get(0));
            group.stream()
                    .flatMap(v -> report.gaps().find(v).stream())
                    .limit(1)
                    .forEach(g -> report.gapTexts().write(page.in(), g, MOST_OBSTACLES));
            tree(page.in(), group.get(0), told);
            told.add(group.get(0));
        }
    }

    private void heading(Page page, Policy policy, List<Verdict> group) {
        Verdict first = group.get(0);
        String whose = words.stage(policy, first.stage()) + subject(group);
        page.item(Words.mark(first.outcome()), whose + ": " + words.outcome(first) + ground(first));
        if (group.size() > 1) {
            String subjects = words.list(group.stream().map(Verdict::subject));
            page.in().line(subjects + words.of(";下面以第一个为例", "; the first as an example"));
        }
    }

    private String subject(List<Verdict> group) {
        String only = group.get(0).subject();
        String several = words.of(" · " + group.size() + "个", " · " + group.size());
        return group.size() > 1 ? several : only.isEmpty() ? "" : " · " + only;
    }

    /** The edition that was applied and the weakest source behind the verdict. */
    private String ground(Verdict v) {
        Stream<String> source = v.basis().stream().map(b -> words.of("来源最弱: ", "weakest source: ") + words.of(b));
        String ground = Stream.concat(v.edition().stream(), source).collect(Collectors.joining("; "));
        return ground.isEmpty() ? "" : "  (" + ground + ")";
    }

    private void reasons(Page page, Verdict v) {
        v.warnings().stream().map(words::of).distinct().forEach(w -> page.item("!", w));
        List<String> missing = words.missing(v.missing());
        listed(page, words.of("还需填 " + missing.size() + " 项: ", missing.size() + " still needed: "), missing);
        if (report.detail().openOnly()) {
            List<String> awaiting = v.outcome() == Outcome.REVIEW ? reasons.awaiting(v) : List.of();
            listed(page, words.of("待评审 " + awaiting.size() + " 项: ", awaiting.size() + " to be judged: "), awaiting);
        } else {
            listed(page, words.of("决定性条件: ", "decided by: "), reasons.against(v));
        }
    }

    private void listed(Page page, String what, List<String> items) {
        if (!items.isEmpty()) {
            page.line(what + words.list(items.stream()));
        }
    }

    /** What was met and told of an earlier subject already is not told again. */
    private void tree(Page page, Verdict v, List<Verdict> told) {
        Set<Node> known = report.all() ? Set.of() : known(told);
        TreeText trees = new TreeText(report, v.subject());
        Stream<Node> all = v.tree().stream().flatMap(Relevant::demands);
        List<Node> demands = (report.detail().openOnly() ? all.flatMap(Relevant::against) : all).toList();
        demands.stream().filter(d -> !known.contains(d)).forEach(d -> trees.write(page, d));
        long same = demands.stream().filter(known::contains).count();
        if (same > 0) {
            String first = told.get(0).subject();
            page.item("✓", words.of("其余" + same + "项与“" + first + "”相同,从略", same + " more as for '" + first + "'"));
        }
    }

    private static Set<Node> known(List<Verdict> told) {
        return told.stream()
                .flatMap(t -> t.tree().stream())
                .flatMap(Relevant::demands)
                .filter(p -> p.truth() == Truth.MET)
                .collect(Collectors.toSet());
    }

    /** Warnings that every one of several verdicts carries. */
    static List<Text> shared(List<Verdict> verdicts) {
        Stream<Text> first = verdicts.stream().limit(1).flatMap(v -> v.warnings().stream());
        return first.distinct()
                .filter(w -> verdicts.stream().allMatch(v -> v.warnings().contains(w)))
                .toList();
    }
}
