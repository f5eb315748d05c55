package org.huiqi.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Text;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** The verdicts of one stage. Subjects that came out alike, such as the months of a year, are told once, by the example of the first. */
final class VerdictText {
    private static final int INDENT = 2;
    private final Words words;
    private final boolean all;
    private final TreeText trees;
    private final Reasons reasons;

    VerdictText(RuleBook book, Words words, Detail detail, Profile profile) {
        this.words = words;
        this.all = detail.all();
        this.reasons = new Reasons(words);
        this.trees = new TreeText(book, words, detail, profile);
    }

    void write(Page page, Policy policy, List<Verdict> verdicts) {
        Map<Object, List<Verdict>> alike = verdicts.stream()
                .collect(Collectors.groupingBy(
                        v -> all ? List.of(v.subject()) : likeness(v), LinkedHashMap::new, Collectors.toList()));
        List<Verdict> told = new ArrayList<>();
        for (List<Verdict> group : alike.values()) {
            page.blank();
            heading(page, policy, group);
            reasons(page, group.get(0));
            tree(page, group.get(0), told);
            told.add(group.get(0));
        }
    }

    /** Everything about a verdict but whose it is and the figures. */
    private static List<Object> likeness(Verdict v) {
        List<String> missing = v.missing().stream()
                .map(m -> m.replace("[" + v.subject() + "]", "[]"))
                .toList();
        return List.of(
                v.outcome(),
                v.edition(),
                v.warnings(),
                v.decisive(),
                missing,
                v.tree().map(Relevant::shape).orElse(""));
    }

    private void heading(Page page, Policy policy, List<Verdict> group) {
        Verdict first = group.get(0);
        page.item(
                INDENT,
                Words.mark(first.outcome()),
                words.stage(policy, first.stage()) + subject(group) + ": " + words.of(first.outcome())
                        + first.result().map(r -> " " + r).orElse("") + ground(first));
        if (group.size() > 1) {
            page.line(
                    INDENT + 2,
                    words.list(group.stream().map(Verdict::subject))
                            + words.of(";下面以第一个为例", "; the first as an example"));
        }
    }

    private String subject(List<Verdict> group) {
        String only = group.get(0).subject();
        return group.size() > 1
                ? words.of(" · " + group.size() + "个", " · " + group.size())
                : only.isEmpty() ? "" : " · " + only;
    }

    /** The edition that was applied and the weakest source behind the verdict. */
    private String ground(Verdict v) {
        String ground = Stream.concat(
                        v.edition().stream(),
                        v.basis().map(b -> words.of("来源最弱: ", "weakest source: ") + words.of(b)).stream())
                .collect(Collectors.joining("; "));
        return ground.isEmpty() ? "" : "  (" + ground + ")";
    }

    private void reasons(Page page, Verdict v) {
        v.warnings().stream().map(words::of).distinct().forEach(w -> page.item(INDENT + 2, "!", w));
        if (!v.missing().isEmpty()) {
            List<String> missing = words.missing(v.missing());
            String count = words.of("还需填 " + missing.size() + " 项: ", missing.size() + " still needed: ");
            page.line(INDENT + 2, count + words.list(missing.stream()));
        }
        List<String> against = reasons.against(v);
        if (!against.isEmpty()) {
            page.line(INDENT + 2, words.of("决定性条件: ", "decided by: ") + words.list(against.stream()));
        }
    }

    /** What was met and told of an earlier subject already is not told again. */
    private void tree(Page page, Verdict v, List<Verdict> told) {
        Set<Node> known = all
                ? Set.of()
                : told.stream()
                        .flatMap(t -> t.tree().stream())
                        .flatMap(Relevant::demands)
                        .filter(p -> p.truth() == Truth.MET)
                        .collect(Collectors.toSet());
        List<Node> demands = v.tree().stream().flatMap(Relevant::demands).toList();
        demands.stream().filter(d -> !known.contains(d)).forEach(d -> trees.write(page, INDENT + 2, d, v.subject()));
        long same = demands.stream().filter(known::contains).count();
        if (same > 0) {
            same(page, same, told.get(0).subject());
        }
    }

    private void same(Page page, long count, String subject) {
        page.item(
                INDENT + 2,
                "✓",
                words.of("其余" + count + "项与“" + subject + "”相同,从略", count + " more as for '" + subject + "'"));
    }

    /** Warnings that every one of several verdicts carries. */
    static List<Text> shared(List<Verdict> verdicts) {
        return verdicts.isEmpty()
                ? List.of()
                : verdicts.get(0).warnings().stream()
                        .distinct()
                        .filter(w ->
                                verdicts.stream().allMatch(v -> v.warnings().contains(w)))
                        .toList();
    }
}
