package org.huiqi.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.huiqi.engine.Points;
import org.huiqi.policy.Score;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.PointsTotal;
import org.huiqi.verdict.Truth;

/** Adds points up as an interval while items are open. */
final class ScoreKeeper {
    private final Function<String, Finding> findings;
    private final Function<String, Optional<Points>> points;
    private final Function<String, FieldPoints> fields;

    /** Points given as a number. */
    record FieldPoints(Field field, List<String> paths, Optional<BigDecimal> value) {}

    /** One item: what it can give, and the fields (not experts) that keep it open. */
    private record ItemPoints(Interval points, Set<String> missing) {}

    ScoreKeeper(
            Function<String, Finding> findings,
            Function<String, Optional<Points>> points,
            Function<String, FieldPoints> fields) {
        this.findings = findings;
        this.points = points;
        this.fields = fields;
    }

    PointsTotal total(Score score) {
        Interval total = Interval.point(BigDecimal.ZERO);
        List<PointsTotal.SectionPoints> sections = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Score.Section section : score.sections()) {
            List<ItemPoints> items = section.items().stream().map(this::item).toList();
            Interval points = capped(sum(items), section.cap());
            sections.add(new PointsTotal.SectionPoints(section.label(), points));
            total = total.plus(points);
            missing.addAll(missing(items, section.cap()));
        }
        return new PointsTotal(
                score.id(),
                score.label(),
                total,
                score.threshold(),
                score.strict(),
                score.seen(),
                sections,
                List.copyOf(missing));
    }

    private static Interval sum(List<ItemPoints> items) {
        return items.stream().map(ItemPoints::points).reduce(Interval.point(BigDecimal.ZERO), Interval::plus);
    }

    private static Interval capped(Interval points, Optional<BigDecimal> cap) {
        return cap.map(c -> new Interval(c.min(low(points)), c.min(high(points))))
                .orElse(points);
    }

    /** Fields of items whose points still change the capped sum of their section. */
    private static Set<String> missing(List<ItemPoints> items, Optional<BigDecimal> cap) {
        Set<String> missing = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            boolean matters = cap.isEmpty() || low(sum(items)).compareTo(cap.get()) < 0;
            if (matters && !items.get(i).points().isPoint()) {
                missing.addAll(items.get(i).missing());
            }
        }
        return missing;
    }

    private ItemPoints item(Score.Item item) {
        return item instanceof Score.Item.Best best
                ? best(best.criteria(), best.atLeast())
                : field(fields.apply(((Score.Item.OfField) item).field()));
    }

    private static ItemPoints field(FieldPoints given) {
        Interval range = given.value()
                .map(Interval::point)
                .orElseGet(() -> new Interval(given.field().min(), given.field().max()));
        boolean expert = given.value().isPresent() || given.field().reviewer();
        return new ItemPoints(range, expert ? Set.of() : new LinkedHashSet<>(given.paths()));
    }

    private ItemPoints best(List<String> ids, BigDecimal atLeast) {
        BigDecimal low = atLeast.max(most(ids, Truth.MET::equals, Points::low));
        BigDecimal high = atLeast.max(most(ids, truth -> truth != Truth.UNMET, Points::high));
        Set<String> missing = new LinkedHashSet<>();
        ids.stream()
                .filter(id -> worth(id).high().compareTo(low) > 0)
                .forEach(id -> missing.addAll(findings.apply(id).missing()));
        return new ItemPoints(new Interval(low, high), missing);
    }

    private BigDecimal most(List<String> ids, Predicate<Truth> counts, Function<Points, BigDecimal> points) {
        return ids.stream()
                .filter(id -> counts.test(findings.apply(id).truth()))
                .map(id -> points.apply(worth(id)))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private Points worth(String id) {
        return points.apply(id).orElseThrow();
    }

    private static BigDecimal low(Interval i) {
        return java.util.Objects.requireNonNull(i.low());
    }

    private static BigDecimal high(Interval i) {
        return java.util.Objects.requireNonNull(i.high());
    }
}
