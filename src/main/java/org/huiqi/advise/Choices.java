package org.huiqi.advise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.huiqi.verdict.Interval;

/** Every way to take policies that exclude each other, exactly: there are few, since few exclude each other. */
final class Choices {
    private final List<Worth> worths;
    private final BiPredicate<Worth, Worth> excludes;
    private final List<List<Worth>> found = new ArrayList<>();

    private Choices(List<Worth> worths, BiPredicate<Worth, Worth> excludes) {
        this.worths = worths;
        this.excludes = excludes;
    }

    static Choice among(List<Worth> worths, BiPredicate<Worth, Worth> excludes) {
        Choices choices = new Choices(worths, excludes);
        choices.extend(List.of(), 0);
        List<Choice.Combination> combinations = choices.found.stream()
                .filter(choices::full)
                .map(choices::combination)
                .sorted(Comparator.comparing(c -> low(c.yuan()).negate()))
                .toList();
        Choice.Combination best = combinations.get(0);
        List<Choice.Combination> others = combinations.subList(1, combinations.size());
        boolean settled = others.stream().allMatch(o -> best.yuan().above(o.yuan(), false));
        return new Choice(best, others, settled, settled ? List.of() : choices.needs());
    }

    private void extend(List<Worth> taken, int from) {
        if (from == worths.size()) {
            found.add(taken);
            return;
        }
        Worth next = worths.get(from);
        if (taken.stream().noneMatch(t -> excludes.test(t, next))) {
            List<Worth> more = new ArrayList<>(taken);
            more.add(next);
            extend(more, from + 1);
        }
        if (worths.stream().anyMatch(w -> excludes.test(w, next))) {
            extend(taken, from + 1);
        }
    }

    /** Can nothing be added? */
    private boolean full(List<Worth> taken) {
        return worths.stream()
                .filter(w -> !taken.contains(w))
                .allMatch(w -> taken.stream().anyMatch(t -> excludes.test(t, w)));
    }

    private Choice.Combination combination(List<Worth> taken) {
        List<String> ids = taken.stream().map(Worth::policy).toList();
        List<String> rest =
                worths.stream().map(Worth::policy).filter(p -> !ids.contains(p)).toList();
        return new Choice.Combination(ids, rest, Money.sum(taken.stream()));
    }

    private List<String> needs() {
        Set<String> needs = new LinkedHashSet<>();
        worths.forEach(w -> needs.addAll(w.missing()));
        return List.copyOf(needs);
    }

    private static BigDecimal low(Interval interval) {
        return interval.low() == null ? BigDecimal.ZERO : interval.low();
    }
}
