package org.huiqi.web.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.assess.Wording;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Points;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Score;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;
import org.huiqi.report.Relevant;
import org.huiqi.report.Sense;
import org.huiqi.report.Words;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.PointsTotal;
import org.huiqi.verdict.Truth;

/** What a stage demanded of one enterprise and what was found, without what cannot matter any more. */
final class Found {
    private final RuleBook book;
    private final Policy policy;
    private final Profile profile;
    private final Words words;
    private final Clauses clauses;
    private final Facts facts;

    /** {@code subject}: key of the element the verdict is about. */
    Found(RuleBook book, Policy policy, Profile profile, Words words, String subject) {
        this.book = book;
        this.policy = policy;
        this.profile = profile;
        this.words = words;
        this.clauses = new Clauses(book, words);
        this.facts = new Facts(words, profile, subject);
    }

    List<Demand> of(Node node) {
        return of(node, Sense.REQUIRED);
    }

    private List<Demand> of(Node node, Sense sense) {
        return switch (node.kind()) {
            case CRITERION ->
                node.finding().map(f -> criterion(f, sense, "")).stream().toList();
            case SCORE -> node.points().map(p -> score(node, p)).stream().toList();
            case IF -> branch(node);
            case ALL -> every(node, sense);
            case ANY, AT_LEAST -> List.of(some(node, sense));
            case NONE -> List.of(none(node, sense));
        };
    }

    private Demand criterion(Finding finding, Sense sense, String worth) {
        Criterion criterion = book.getCriterion(finding.criterion());
        String claim = sense.claim(words, words.claim(criterion), finding.truth());
        return new Demand(
                tone(sense.mark(finding.truth())),
                sense.mark(finding.truth()),
                spoken(sense, finding.truth()),
                claim + worth,
                Optional.of(clauses.of(criterion)),
                facts.of(criterion, finding, sense),
                List.of());
    }

    private static String tone(String mark) {
        return switch (mark) {
            case "✓" -> "met";
            case "✗" -> "unmet";
            case "?" -> "unknown";
            case "◇" -> "review";
            default -> "asked";
        };
    }

    /** For those who listen to the page; a question speaks for itself. */
    private String spoken(Sense sense, Truth truth) {
        return switch (tone(sense.mark(truth))) {
            case "met" -> words.of("满足: ", "met: ");
            case "unmet" -> words.of("不满足: ", "not met: ");
            case "unknown" -> words.of("未知: ", "unknown: ");
            case "review" -> words.of("待评审: ", "awaiting review: ");
            default -> "";
        };
    }

    private Demand heading(Node node, Sense sense, String how, List<Demand> parts) {
        String joint = !node.label().isEmpty() && !how.isEmpty() ? " — " : "";
        String text = sense.claim(words, node.label() + joint + how, node.truth());
        String mark = sense.mark(node.truth());
        return new Demand(tone(mark), mark, spoken(sense, node.truth()), text, Optional.empty(), List.of(), parts);
    }

    private List<Demand> every(Node node, Sense sense) {
        if (node.label().isEmpty() && sense == Sense.REQUIRED) {
            return parts(node, sense);
        }
        String how = node.label().isEmpty() ? words.of("以下都成立", "all of these") : "";
        return List.of(heading(node, sense, how, parts(node, sense.within())));
    }

    private List<Demand> parts(Node node, Sense sense) {
        return node.parts().stream().flatMap(p -> of(p, sense).stream()).toList();
    }

    private Demand none(Node node, Sense sense) {
        String how = words.of("不得有下列情形", "none of these may be the case");
        return heading(node, sense, how, parts(node, sense.excluding()));
    }

    private Demand some(Node node, Sense sense) {
        String how = node.kind() == Node.Kind.ANY
                ? words.of("满足其一即可", "any one is enough")
                : words.of("至少满足" + node.count() + "项", "at least " + node.count() + " of these");
        List<Node> shown = sense == Sense.REQUIRED ? Relevant.parts(node) : node.parts();
        List<Demand> parts = new ArrayList<>();
        shown.forEach(p -> parts.addAll(alternative(p, sense)));
        int left = node.parts().size() - shown.size();
        if (left > 0) {
            parts.add(plain(words.of("另有" + left + "种途径,从略", left + " more ways, not needed")));
        }
        return heading(node, sense, how, parts);
    }

    /** Demands that only together are one way must look like one. */
    private List<Demand> alternative(Node node, Sense sense) {
        boolean several = node.kind() == Node.Kind.ALL && node.label().isEmpty() && sense == Sense.REQUIRED;
        return several ? List.of(heading(node, sense, words.of("同时满足", "together"), of(node, sense))) : of(node, sense);
    }

    private List<Demand> branch(Node node) {
        Truth holds = node.parts().get(0).truth();
        List<Demand> parts = new ArrayList<>(of(node.parts().get(0), Sense.ASKED));
        if (holds.decided()) {
            List<Node> taken = Relevant.parts(node);
            taken.stream().skip(1).forEach(p -> parts.addAll(of(p)));
            if (taken.size() < 2) {
                parts.add(plain(words.of("所以没有另外的要求", "so nothing more is required")));
            }
        } else {
            parts.add(Demand.heading(
                    words.of("是的话,要求", "if so, required"), of(node.parts().get(1))));
            node.parts().stream()
                    .skip(2)
                    .forEach(p -> parts.add(Demand.heading(words.of("不是的话,要求", "if not, required"), of(p))));
        }
        boolean untitled = node.label().isEmpty() && holds.decided();
        return untitled
                ? parts
                : List.of(heading(
                        node, Sense.REQUIRED, node.label().isEmpty() ? words.of("视情况而定", "depends") : "", parts));
    }

    private static Demand plain(String text) {
        return new Demand("asked", "·", "", text, Optional.empty(), List.of(), List.of());
    }

    private Demand score(Node node, PointsTotal points) {
        Score score = words.score(points.id()).orElseThrow();
        String threshold = (points.strict() ? "> " : "≥ ") + words.points(Interval.point(points.threshold()));
        String text = node.label() + " " + words.points(points.total()) + words.of("(要求 ", " (required ") + threshold
                + words.of(")", ")");
        Map<String, Finding> findings = node.parts().stream()
                .flatMap(p -> p.finding().stream())
                .collect(Collectors.toMap(Finding::criterion, f -> f, (a, b) -> a));
        List<Demand> sections = new ArrayList<>();
        for (int i = 0; i < score.sections().size(); i++) {
            Score.Section section = score.sections().get(i);
            String title = section.label() + " "
                    + words.points(points.sections().get(i).points()) + cap(section);
            sections.add(Demand.heading(
                    title,
                    section.items().stream().flatMap(x -> item(x, findings)).toList()));
        }
        String mark = Words.mark(node.truth());
        return new Demand(
                tone(mark),
                mark,
                spoken(Sense.REQUIRED, node.truth()),
                text,
                Optional.of(clauses.of(score, policy)),
                List.of(),
                sections);
    }

    private String cap(Score.Section section) {
        return section.cap()
                .map(Wording::number)
                .map(c -> words.of(" / 最多" + c + "分", " of at most " + c))
                .orElse("");
    }

    private Stream<Demand> item(Score.Item item, Map<String, Finding> findings) {
        if (item instanceof Score.Item.Best best) {
            return bands(best.criteria().stream().map(findings::get).toList(), best.atLeast());
        }
        return book.dictionary().enterprise().find(((Score.Item.OfField) item).field()).stream()
                .map(this::given);
    }

    /** The best band that is met, the better ones still open, or that none is met. */
    private Stream<Demand> bands(List<Finding> bands, BigDecimal atLeast) {
        Optional<Finding> best =
                bands.stream().filter(f -> f.truth() == Truth.MET).max(Comparator.comparing(f -> worth(f).high()));
        BigDecimal sure = best.map(f -> worth(f).high()).orElse(BigDecimal.ZERO);
        Stream<Finding> open = bands.stream()
                .filter(f -> !f.truth().decided() && worth(f).high().compareTo(sure) > 0);
        List<Demand> shown = Stream.concat(best.stream(), open.limit(1))
                .map(f -> criterion(f, Sense.REQUIRED, " · " + points(f)))
                .toList();
        String lowest = words.claim(bands.get(bands.size() - 1).criterion()).replaceFirst("^\\S+ ", "");
        return shown.isEmpty()
                ? Stream.of(
                        plain(lowest + words.of(":没有达到,", ": not reached, ") + words.points(Interval.point(atLeast))))
                : shown.stream();
    }

    private Points worth(Finding finding) {
        return book.getCriterion(finding.criterion()).points().orElseThrow();
    }

    private String points(Finding finding) {
        Points worth = worth(finding);
        return words.points(new Interval(worth.low(), worth.high()));
    }

    private Demand given(Field field) {
        Optional<Interval> value =
                profile.enterprise().find(field.name()).map(v -> Interval.point(new BigDecimal(v.toString())));
        String mark = value.isPresent() ? "·" : field.reviewer() ? "◇" : "?";
        String said = value.map(words::points)
                .orElseGet(
                        () -> words.of("未打分,", "not given, ") + words.points(new Interval(field.min(), field.max())));
        return new Demand(
                tone(mark),
                mark,
                "",
                words.label(field) + words.of(":", ": ") + said,
                Optional.empty(),
                List.of(),
                List.of());
    }
}
