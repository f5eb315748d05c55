package org.huiqi.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.assess.Wording;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.report.Words;
import org.huiqi.verdict.Interval;

/** What a stage demands, as the rules say it: nobody's figures. */
final class Demands {
    private final RuleBook book;
    private final Policy policy;
    private final Words words;
    private final Clauses clauses;

    Demands(RuleBook book, Policy policy, Words words) {
        this.book = book;
        this.policy = policy;
        this.words = words;
        this.clauses = new Clauses(book, words);
    }

    /** The lines of a requirement; a nameless group of demands is its parts. */
    List<Demand> of(Requirement requirement) {
        if (requirement instanceof Requirement.One one) {
            return List.of(criterion(book.getCriterion(one.criterion()), ""));
        }
        if (requirement instanceof Requirement.Group group) {
            return group(group);
        }
        if (requirement instanceof Requirement.Branch branch) {
            return List.of(branch(branch));
        }
        if (requirement instanceof Requirement.Scored scored) {
            return List.of(score(scored.score()));
        }
        Requirement.Scoped scoped = (Requirement.Scoped) requirement;
        String editions = words.list(scoped.only().stream());
        return List.of(Demand.heading(words.of("只在:", "Only in: ") + editions, of(scoped.inner())));
    }

    private Demand criterion(Criterion criterion, String worth) {
        List<Demand.Line> lines = new ArrayList<>();
        if (criterion.judged()) {
            lines.add(new Demand.Line("review", words.of("◇ 由评审人判断", "◇ for a reviewer to judge")));
        }
        if (!criterion.note().isEmpty()) {
            lines.add(new Demand.Line("note", criterion.note()));
        }
        return Demand.item(words.claim(criterion) + worth, Optional.of(clauses.of(criterion)), lines);
    }

    private List<Demand> group(Requirement.Group group) {
        List<Demand> parts = group.parts().stream().flatMap(p -> part(group, p)).toList();
        String how = how(group);
        String joint = !how.isEmpty() && !group.label().isEmpty() ? " — " : "";
        String heading = group.label() + joint + how;
        return heading.isEmpty() ? parts : List.of(Demand.heading(heading, parts));
    }

    private String how(Requirement.Group group) {
        return switch (group.join()) {
            case ALL -> "";
            case ANY -> words.of("满足其一即可", "any one is enough");
            case NONE -> words.of("不得有下列情形", "none of these may be the case");
            case AT_LEAST -> words.of("至少满足" + group.count() + "项", "at least " + group.count() + " of these");
        };
    }

    /** Demands that only together are one way must look like one. */
    private Stream<Demand> part(Requirement.Group group, Requirement part) {
        boolean together = part instanceof Requirement.Group g
                && how(g).isEmpty()
                && g.label().isEmpty()
                && group.join() != Requirement.Join.ALL;
        return together ? Stream.of(Demand.heading(words.of("同时满足", "together"), of(part))) : of(part).stream();
    }

    private Demand branch(Requirement.Branch branch) {
        List<Demand> parts = new ArrayList<>();
        parts.add(Demand.heading(words.of("如果", "If"), of(branch.condition())));
        parts.add(Demand.heading(words.of("则要求", "then required"), of(branch.then())));
        branch.otherwise().ifPresent(o -> parts.add(Demand.heading(words.of("否则要求", "otherwise required"), of(o))));
        String label = branch.label().isEmpty() ? words.of("视情况而定", "Depends") : branch.label();
        return Demand.heading(label, parts);
    }

    private Demand score(Score score) {
        String threshold = (score.strict() ? " > " : " ≥ ") + words.points(Interval.point(score.threshold()));
        List<Demand> sections = score.sections().stream().map(this::section).toList();
        return new Demand(
                "plain",
                "",
                "",
                score.label() + threshold,
                Optional.of(clauses.of(score, policy)),
                List.of(),
                sections);
    }

    private Demand section(Score.Section section) {
        String cap = section.cap()
                .map(Wording::number)
                .map(c -> words.of("(最多" + c + "分)", " (at most " + c + " points)"))
                .orElse("");
        return Demand.heading(
                section.label() + cap,
                section.items().stream().flatMap(this::item).toList());
    }

    private Stream<Demand> item(Score.Item item) {
        if (item instanceof Score.Item.Best best) {
            Stream<Demand> bands =
                    best.criteria().stream().map(book::getCriterion).map(c -> criterion(c, worth(c)));
            Stream<Demand> rest = Stream.of(best.atLeast())
                    .filter(least -> least.signum() > 0)
                    .map(least -> Demand.item(
                            words.of("其他:", "Otherwise: ") + words.points(Interval.point(least)),
                            Optional.empty(),
                            List.of()));
            return Stream.concat(bands, rest);
        }
        String name = ((Score.Item.OfField) item).field();
        return book.dictionary().enterprise().find(name).stream()
                .map(f -> Demand.item(
                        words.label(f) + words.of(":", ": ") + words.points(new Interval(f.min(), f.max())),
                        Optional.empty(),
                        List.of()));
    }

    private String worth(Criterion criterion) {
        return criterion
                .points()
                .map(p -> words.of(" · ", " · ") + words.points(new Interval(p.low(), p.high())))
                .orElse("");
    }
}
