package org.huiqi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huiqi.advise.Ladder;
import org.huiqi.advise.Rung;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LadderDrawingTest {
    private static final List<Rung> REAL =
            new Ladder(new Assessor(RealRules.book())).of(Profile.of(Map.of()), LocalDate.of(2025, 10, 8));

    private static LadderDrawing drawn(List<Rung> rungs, Function<String, String> names) {
        return LadderDrawing.of(
                rungs,
                rungs.stream()
                        .collect(Collectors.toMap(
                                Rung::policy,
                                r -> new LadderRoute.Step(
                                        r.policy(), names.apply(r.policy()), "plain", "", "", List.of(), 0))));
    }

    private static LadderDrawing real(Lang lang) {
        Map<String, String> names = RealRules.book().policies().stream()
                .collect(Collectors.toMap(Policy::id, p -> p.name().in(lang)));
        return drawn(REAL, names::get);
    }

    /** The straight pieces that a line is drawn of, finer than a pixel. */
    private static List<double[]> pieces(LadderDrawing.Line line) {
        PathIterator flat = new FlatteningPathIterator(path(line.path()).getPathIterator(null), 0.2);
        List<double[]> pieces = new ArrayList<>();
        double[] at = new double[6];
        flat.currentSegment(at);
        for (flat.next(); !flat.isDone(); flat.next()) {
            double[] to = new double[6];
            flat.currentSegment(to);
            pieces.add(new double[] {at[0], at[1], to[0], to[1]});
            at = to;
        }
        return pieces;
    }

    private static Path2D path(String svg) {
        Path2D path = new Path2D.Double();
        Scanner words = new Scanner(svg.replaceAll("([MCH])", " $1 "));
        while (words.hasNext()) {
            switch (words.next()) {
                case "M" -> path.moveTo(words.nextInt(), words.nextInt());
                case "H" -> path.lineTo(words.nextInt(), path.getCurrentPoint().getY());
                case "C" ->
                    path.curveTo(
                            words.nextInt(),
                            words.nextInt(),
                            words.nextInt(),
                            words.nextInt(),
                            words.nextInt(),
                            words.nextInt());
                default -> throw new AssertionError(svg);
            }
        }
        return path;
    }

    private static Rectangle rectangle(LadderDrawing.Box box) {
        return new Rectangle(box.x(), box.y(), box.width(), box.height());
    }

    /** Which box each line passes behind, of those it neither begins nor ends at. */
    private static List<String> hidden(LadderDrawing drawing) {
        return drawing.lines().stream()
                .flatMap(line -> drawing.boxes().stream()
                        .filter(b -> !List.of(line.from(), line.to())
                                .contains(b.step().id()))
                        .filter(b -> pieces(line).stream()
                                .anyMatch(p -> rectangle(b).intersectsLine(p[0], p[1], p[2], p[3])))
                        .map(b -> line.from() + " → " + line.to() + " behind "
                                + b.step().id()))
                .toList();
    }

    private static List<String> stacked(LadderDrawing drawing) {
        List<LadderDrawing.Box> boxes = drawing.boxes();
        return IntStream.range(0, boxes.size())
                .boxed()
                .flatMap(i -> boxes.subList(i + 1, boxes.size()).stream()
                        .filter(b -> rectangle(b).intersects(rectangle(boxes.get(i))))
                        .map(b -> b.step().id() + " on " + boxes.get(i).step().id()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void noLineOfTheRealRulesPassesBehindABoxItDoesNotBelongTo(Lang lang) {
        LadderDrawing drawing = real(lang);
        assertThat(drawing.lines())
                .hasSameSizeAs(REAL.stream().flatMap(r -> r.requires().stream()).toList());
        assertThat(hidden(drawing)).isEmpty();
        assertThat(stacked(drawing)).isEmpty();
    }

    @Test
    void everyLineBeginsAtTheBoxItComesFromAndEndsAtTheOneThatRestsOnIt() {
        LadderDrawing drawing = real(Lang.ZH);
        Map<String, LadderDrawing.Box> boxes =
                drawing.boxes().stream().collect(Collectors.toMap(b -> b.step().id(), Function.identity()));
        for (LadderDrawing.Line line : drawing.lines()) {
            List<double[]> pieces = pieces(line);
            double[] last = pieces.get(pieces.size() - 1);
            assertThat(pieces.get(0))
                    .startsWith(
                            boxes.get(line.from()).right(),
                            boxes.get(line.from()).middle());
            assertThat(last)
                    .endsWith(boxes.get(line.to()).x(), boxes.get(line.to()).middle());
        }
    }

    @Test
    void theLinesOfTheRealRulesDoNotCross() {
        assertThat(Columns.of(REAL).crossings()).isZero();
    }

    @Test
    void everythingIsWithinThePicture() {
        LadderDrawing drawing = real(Lang.ZH);
        Rectangle picture = new Rectangle(0, 0, drawing.width(), drawing.height());
        assertThat(drawing.boxes()).allMatch(b -> picture.contains(rectangle(b)));
        assertThat(drawing.lines())
                .allMatch(l ->
                        pieces(l).stream().allMatch(p -> picture.contains(p[0], p[1]) && picture.contains(p[2], p[3])));
    }

    /** Rungs of which each rests on any of those before it. */
    @Provide
    Arbitrary<List<Rung>> ladders() {
        return Arbitraries.integers()
                .between(0, 6)
                .list()
                .ofMaxSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(LadderDrawingTest::rungs);
    }

    private static List<Rung> rungs(List<List<Integer>> back) {
        List<Rung> rungs = new ArrayList<>();
        for (int i = 0; i < back.size(); i++) {
            int own = i;
            List<Rung> below = back.get(i).stream()
                    .filter(b -> b < own)
                    .distinct()
                    .map(b -> rungs.get(own - 1 - b))
                    .toList();
            int height = below.stream().mapToInt(r -> r.height() + 1).max().orElse(0);
            List<String> requires = below.stream().map(Rung::policy).toList();
            rungs.add(new Rung("r" + i, height, Rung.State.LATER, requires, Optional.empty()));
        }
        return rungs;
    }

    @Property(tries = 300)
    void howeverRungsRestOnEachOtherNoLinePassesBehindABox(@ForAll("ladders") List<Rung> rungs) {
        LadderDrawing drawing = drawn(rungs, id -> id);
        assertThat(hidden(drawing)).isEmpty();
        assertThat(stacked(drawing)).isEmpty();
    }

    @Test
    void aNameIsBrokenWhereItReads() {
        assertThat(Caption.lines(
                        "\u4e13\u7cbe\u7279\u65b0\u4e2d\u5c0f\u4f01\u4e1a\uff08\u5c71\u4e1c\u7701\u8ba4\u5b9a\uff09"))
                .containsExactly("专精特新中小企业", "\uff08山东省认定\uff09");
        assertThat(Caption.lines("山东省企业技术中心")).hasSize(1);
        assertThat(Caption.lines(
                        "VAT additional deduction (plus 5% of input VAT) for advanced manufacturing enterprises"))
                .hasSize(3)
                .allMatch(line -> line.length() <= 25)
                .last()
                .asString()
                .endsWith("…");
    }
}
