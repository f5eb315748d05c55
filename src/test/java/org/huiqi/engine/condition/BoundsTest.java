package org.huiqi.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.huiqi.assess.RealRules;
import org.huiqi.engine.Atom;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Truth;

/** Comparisons of the shipped rules, with some fields that anybody may answer and others that nobody can. */
final class BoundsTest {
    private static final List<Atom> COMPARISONS = RealRules.book().rules().atomsOf(Dictionary.ENTERPRISE).stream()
            .filter(a -> a.reads().size() > 1)
            .filter(a -> a.condition() instanceof Condition.Comparison c
                    && c.left().type().numeric())
            .toList();

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whatBoundsCanNeverDecideTheyDoNotDecide(@ForAll long seed) {
        Random random = new Random(seed);
        int never = 0;
        for (Atom atom : COMPARISONS) {
            Set<String> answerable = new HashSet<>();
            atom.reads().stream()
                    .filter(r -> random.nextBoolean())
                    .forEach(r -> answerable.add(r.owner() + r.field().name()));
            Condition.Comparison comparison = (Condition.Comparison) atom.condition();
            boolean all = atom.reads().size() == answerable.size();
            if (!all
                    && !Bounds.canDecide(
                            comparison,
                            r -> answerable.contains(r.owner() + r.field().name()))) {
                never++;
                for (int i = 0; i < 20; i++) {
                    assertThat(Bounds.decide(comparison, ranges(answerable, random)))
                            .as("%s with %s", atom, answerable)
                            .isEqualTo(Truth.UNKNOWN);
                }
            }
        }
        assertThat(never).isPositive();
    }

    /** Some of the answerable fields answered, at their bounds more often than not. */
    private static java.util.function.Function<Ref, Interval> ranges(Set<String> answerable, Random random) {
        Map<String, Interval> known = new HashMap<>();
        return ref -> known.computeIfAbsent(
                ref.owner() + ref.field().name(),
                name -> answerable.contains(name) && random.nextInt(4) > 0
                        ? Interval.point(value(ref.field(), random))
                        : new Interval(ref.field().min(), ref.field().max()));
    }

    private static BigDecimal value(Field field, Random random) {
        BigDecimal least = field.min() == null ? new BigDecimal(-1_000_000) : field.min();
        BigDecimal most = field.max() == null ? new BigDecimal("1000000000000") : field.max();
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> BigDecimal.ZERO.max(least).min(most);
            default -> least.add(new BigDecimal(random.nextInt(1000))).min(most);
        };
    }
}
