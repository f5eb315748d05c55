package org.huiqi.report;

import java.util.List;
import org.huiqi.assess.PolicyGraph;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;

/** How policies rest on each other and shut each other out, for people: under each policy those that rest on it. */
public final class GraphText {
    private final RuleBook book;
    private final PolicyGraph graph;
    private final Words words;

    public GraphText(RuleBook book, Lang lang) {
        this.book = book;
        this.graph = book.graph();
        this.words = new Words(book, lang);
    }

    public String write() {
        Page page = new Page();
        page.line(words.of("先决关系(下面的以上面的为前提)", "Prerequisites (what stands below rests on what stands above)"));
        graph.ordered().stream()
                .filter(id ->
                        graph.requires(id).isEmpty() && !graph.requiredBy(id).isEmpty())
                .forEach(id -> branch(page.in(), id));
        page.blank().line(words.of("互斥(不能同享)", "Alternatives (not to be enjoyed together)"));
        graph.ordered().stream().sorted().forEach(id -> alternatives(page.in(), id));
        List<String> alone = alone();
        page.blank()
                .line(words.of(
                        "另有%d项政策与其他政策没有先决或互斥关系。".formatted(alone.size()),
                        "%d more policies neither rest on others nor shut others out.".formatted(alone.size())));
        return page.toString();
    }

    /** A policy that rests on several stands below each of them. */
    private void branch(Page page, String id) {
        page.item("·", named(id));
        next(id).forEach(above -> branch(page.in(), above));
    }

    /** Those that rest on it, but not those that rest on one of them as well: these stand one step further. */
    private List<String> next(String id) {
        List<String> above = graph.requiredBy(id);
        return above.stream()
                .filter(a -> graph.beneath(a).stream().noneMatch(above::contains))
                .sorted()
                .toList();
    }

    private void alternatives(Page page, String id) {
        graph.excludes(id).stream()
                .filter(other -> id.compareTo(other) < 0)
                .sorted()
                .forEach(other -> page.item("✕", named(id) + words.of(" 与 ", " or ") + named(other)));
    }

    private List<String> alone() {
        return book.policies().stream()
                .map(Policy::id)
                .filter(id -> graph.requires(id).isEmpty()
                        && graph.requiredBy(id).isEmpty()
                        && graph.excludes(id).isEmpty())
                .toList();
    }

    private String named(String id) {
        return id + " " + book.getPolicy(id).name().in(words.lang());
    }
}
