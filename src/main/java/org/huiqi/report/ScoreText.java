package org.huiqi.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiqi.assess.Wording;
import org.huiqi.engine.Points;
import org.huiqi.policy.Score;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.PointsTotal;
import org.huiqi.verdict.Truth;

/** A score: its total, and per section what gave the points. */
final class ScoreText {
    private static final Comparator<Points> WORTH = Comparator.comparing(Points::high);
    private final Report report;
    private final CriterionText criteria;

    ScoreText(Report report, CriterionText criteria) {
        this.report = report;
        this.criteria = criteria;
    }

    void write(Page page, Node node, PointsTotal points) {
        Score score = report.words().score(points.id()).orElseThrow();
        String total = report.words().points(points.total());
        String line = points.id() + " " + node.label() + " " + total + required(points);
        page.item(Words.mark(node.truth()), line, report.words().cite(score.document(), score.clause(), score.seen()));
        Map<String, Finding> findings = findings(node);
        for (int i = 0; i < score.sections().size(); i++) {
            section(page.in(4), score.sections().get(i), points.sections().get(i), findings);
        }
    }

    private String required(PointsTotal points) {
        String threshold = report.words().points(Interval.point(points.threshold()));
        return report.say("  (要求: ", "  (required: ") + (points.strict() ? "> " : "≥ ") + threshold + ")";
    }

    private static Map<String, Finding> findings(Node score) {
        return score.parts().stream()
                .flatMap(p -> p.finding().stream())
                .collect(Collectors.toMap(Finding::criterion, f -> f, (a, b) -> a));
    }

    private void section(
            Page page, Score.Section section, PointsTotal.SectionPoints found, Map<String, Finding> findings) {
        String cap = section.cap()
                .map(Wording::number)
                .map(c -> report.say(" / 最多" + c, " of at most " + c))
                .orElse("");
        page.line(found.label() + " " + report.words().points(found.points()) + cap);
        section.items().forEach(i -> item(page.in(), i, findings));
    }

    private void item(Page page, Score.Item item, Map<String, Finding> findings) {
        if (item instanceof Score.Item.Best best) {
            bands(page, best.criteria().stream().map(findings::get).toList(), best.atLeast());
        } else if (item instanceof Score.Item.OfField given) {
            report.book().dictionary().enterprise().find(given.field()).ifPresent(f -> field(page, f));
        }
    }

    private void bands(Page page, List<Finding> bands, BigDecimal atLeast) {
        if (report.all()) {
            bands.forEach(f -> band(page, f));
        } else {
            deciding(page, bands, atLeast);
        }
    }

    private void band(Page page, Finding finding) {
        Points worth = worth(finding);
        criteria.write(
                page, finding, Sense.REQUIRED, ": " + report.words().points(new Interval(worth.low(), worth.high())));
    }

    /** The best band that is met; the better ones that are still open, several in one line; or that none is met. */
    private void deciding(Page page, List<Finding> bands, BigDecimal atLeast) {
        Optional<Finding> best = best(bands, Truth.MET);
        BigDecimal sure = best.map(f -> worth(f).high()).orElse(BigDecimal.ZERO);
        List<Finding> open = bands.stream().filter(f -> better(f, sure)).toList();
        best.ifPresent(f -> band(page, f));
        open(page, open);
        if (best.isEmpty() && open.isEmpty()) {
            String lowest = report.words().claim(bands.get(bands.size() - 1).criterion());
            page.item("·", lowest + ": " + none(bands.size(), Wording.number(atLeast)));
        }
    }

    private Optional<Finding> best(List<Finding> bands, Truth truth) {
        return bands.stream().filter(f -> f.truth() == truth).max(Comparator.comparing(this::worth, WORTH));
    }

    private boolean better(Finding finding, BigDecimal sure) {
        return !finding.truth().decided() && worth(finding).high().compareTo(sure) > 0;
    }

    private void open(Page page, List<Finding> open) {
        if (open.size() > 1) {
            several(page, open);
        } else {
            open.forEach(f -> band(page, f));
        }
    }

    private void several(Page page, List<Finding> open) {
        String most = Wording.number(open.stream()
                .map(f -> worth(f).high())
                .max(Comparator.naturalOrder())
                .orElseThrow());
        String first = report.words().claim(open.get(0).criterion());
        String zh = first + " 等" + open.size() + "档未定: 最多" + most + "分";
        page.item("?", report.say(zh, first + " and " + (open.size() - 1) + " more open: at most " + most + " points"));
        List<String> missing =
                open.stream().flatMap(f -> f.missing().stream()).distinct().toList();
        page.in(4).line(report.say("缺: ", "missing: ") + report.words().named(missing, ""));
    }

    private String none(int bands, String points) {
        return bands == 1
                ? report.say("没有," + points + "分", "no, " + points + " points")
                : report.say(
                        "连同其他各档都没有达到," + points + "分",
                        "neither this nor another band is reached, " + points + " points");
    }

    private Points worth(Finding finding) {
        return report.criterion(finding.criterion()).points().orElseThrow();
    }

    private void field(Page page, Field field) {
        Optional<Interval> value =
                report.profile().enterprise().find(field.name()).map(v -> Interval.point(new BigDecimal(v.toString())));
        String open =
                report.say("未打分, ", "not given, ") + report.words().points(new Interval(field.min(), field.max()));
        String mark = value.isPresent() ? "·" : field.reviewer() ? "◇" : "?";
        page.item(
                mark,
                report.words().label(field) + ": "
                        + value.map(report.words()::points).orElse(open));
    }
}
