package org.huiqi.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiqi.assess.RuleBook;
import org.huiqi.assess.Wording;
import org.huiqi.engine.Points;
import org.huiqi.policy.Score;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.PointsTotal;
import org.huiqi.verdict.Truth;

/** A score: its total, and per section what gave the points. */
final class ScoreText {
    private final RuleBook book;
    private final Words words;
    private final Detail detail;
    private final Profile profile;
    private final CriterionText criteria;

    ScoreText(RuleBook book, Words words, Detail detail, Profile profile, CriterionText criteria) {
        this.book = book;
        this.words = words;
        this.detail = detail;
        this.profile = profile;
        this.criteria = criteria;
    }

    void write(Page page, int indent, Node node, PointsTotal points, String subject) {
        Optional<Score> score = words.score(points.id());
        String cite =
                score.map(s -> words.cite(s.document(), s.clause(), s.seen())).orElse("");
        page.item(
                indent,
                Words.mark(node.truth()),
                points.id() + " " + node.label() + " " + words.points(points.total())
                        + words.of("  (要求: ", "  (required: ") + (points.strict() ? "> " : "≥ ")
                        + words.points(Interval.point(points.threshold())) + ")",
                cite);
        Map<String, Finding> findings = node.parts().stream()
                .flatMap(p -> p.finding().stream())
                .collect(Collectors.toMap(Finding::criterion, f -> f, (a, b) -> a));
        score.ifPresent(s -> sections(page, indent + 4, s, points, findings, subject));
    }

    private void sections(
            Page page, int indent, Score score, PointsTotal points, Map<String, Finding> findings, String subject) {
        for (int i = 0; i < score.sections().size(); i++) {
            Score.Section section = score.sections().get(i);
            PointsTotal.SectionPoints found = points.sections().get(i);
            String cap = section.cap()
                    .map(c -> words.of(" / 最多" + Wording.number(c), " of at most " + Wording.number(c)))
                    .orElse("");
            page.line(indent, found.label() + " " + words.points(found.points()) + cap);
            section.items().forEach(item -> item(page, indent + 2, item, findings, subject));
        }
    }

    private void item(Page page, int indent, Score.Item item, Map<String, Finding> findings, String subject) {
        if (item instanceof Score.Item.OfField given) {
            book.dictionary().enterprise().find(given.field()).ifPresent(f -> field(page, indent, f));
            return;
        }
        Score.Item.Best of = (Score.Item.Best) item;
        List<Finding> bands = of.criteria().stream().map(findings::get).toList();
        if (detail.all()) {
            bands.forEach(f -> band(page, indent, f, subject));
        } else {
            deciding(page, indent, bands, of.atLeast(), subject);
        }
    }

    private void band(Page page, int indent, Finding finding, String subject) {
        criteria.write(page, indent, finding, Sense.REQUIRED, ": " + worth(finding.criterion()), subject);
    }

    /** The best band that is met; the better ones that are still open in one line; that none is met. */
    private void deciding(Page page, int indent, List<Finding> bands, BigDecimal atLeast, String subject) {
        Optional<Finding> best = bands.stream()
                .filter(f -> f.truth() == Truth.MET)
                .max(Comparator.comparing(f -> worthOf(f.criterion()).high()));
        BigDecimal sure = best.map(f -> worthOf(f.criterion()).high()).orElse(BigDecimal.ZERO);
        List<Finding> open = bands.stream()
                .filter(f ->
                        !f.truth().decided() && worthOf(f.criterion()).high().compareTo(sure) > 0)
                .toList();
        best.ifPresent(f -> band(page, indent, f, subject));
        if (open.size() == 1) {
            band(page, indent, open.get(0), subject);
        } else if (open.size() > 1) {
            open(page, indent, open);
        } else if (best.isEmpty()) {
            String lowest = bands.get(bands.size() - 1).criterion();
            page.item(indent, "·", words.claim(lowest) + ": " + none(bands.size(), Wording.number(atLeast)));
        }
    }

    private void open(Page page, int indent, List<Finding> open) {
        BigDecimal most = open.stream()
                .map(f -> worthOf(f.criterion()).high())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String first = words.claim(open.get(0).criterion());
        page.item(
                indent,
                "?",
                words.of(
                        first + " 等" + open.size() + "档未定: 最多" + Wording.number(most) + "分",
                        first + " and " + (open.size() - 1) + " more open: at most " + Wording.number(most)
                                + " points"));
        List<String> missing =
                open.stream().flatMap(f -> f.missing().stream()).distinct().toList();
        page.line(indent + 4, words.of("缺: ", "missing: ") + words.named(missing, ""));
    }

    private String none(int bands, String points) {
        return bands == 1
                ? words.of("没有," + points + "分", "no, " + points + " points")
                : words.of("连同其他各档都没有达到," + points + "分", "neither this nor another band is reached, " + points + " points");
    }

    private Points worthOf(String criterion) {
        return book.getCriterion(criterion).points().orElseThrow();
    }

    private String worth(String criterion) {
        Points worth = worthOf(criterion);
        return words.points(new Interval(worth.low(), worth.high()));
    }

    private void field(Page page, int indent, Field field) {
        Optional<Object> value = profile.enterprise().find(field.name());
        String range = words.points(new Interval(field.min(), field.max()));
        page.item(
                indent,
                value.isPresent() ? "·" : field.reviewer() ? "◇" : "?",
                words.label(field) + ": "
                        + value.map(v -> words.points(Interval.point(new BigDecimal(v.toString()))))
                                .orElse(words.of("未打分, " + range, "not given, " + range)));
    }
}
