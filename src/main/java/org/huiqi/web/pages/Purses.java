package org.huiqi.web.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.advise.Choice;
import org.huiqi.advise.Purse;
import org.huiqi.assess.RuleBook;
import org.huiqi.report.AmountText;
import org.huiqi.report.Words;
import org.huiqi.verdict.Interval;

/** The money of all policies together, and what to take where one must choose. */
final class Purses {
    private final RuleBook book;
    private final Words words;
    private final Purse purse;

    Purses(RuleBook book, Words words, Purse purse) {
        this.book = book;
        this.words = words;
        this.purse = purse;
    }

    /** Sums in yuan. */
    record Total(String entitled, String best) {}

    record Way(String names, String yuan) {}

    /**
     * Ways of which only one may be gone.
     *
     * @param open nothing is known of any of them yet, so that none is the best
     * @param needs what would settle it
     */
    record Choosing(Way best, boolean settled, boolean open, List<Way> others, List<String> needs) {}

    /** Empty where no policy computes money, or none is known yet. */
    Optional<Total> total() {
        return purse.worths().isEmpty() || nothingKnown(purse.entitled()) && nothingKnown(purse.best())
                ? Optional.empty()
                : Optional.of(new Total(yuan(purse.entitled()), yuan(purse.best())));
    }

    List<Choosing> choices() {
        return purse.choices().stream().map(this::choosing).toList();
    }

    private Choosing choosing(Choice choice) {
        boolean open = Stream.concat(Stream.of(choice.best()), choice.others().stream())
                .map(Choice.Combination::yuan)
                .allMatch(y -> !y.isPoint() && nothingKnown(y));
        return new Choosing(
                way(choice.best()),
                choice.settled(),
                open,
                choice.others().stream().map(this::way).toList(),
                words.missing(choice.needs()));
    }

    private Way way(Choice.Combination combination) {
        Stream<String> names = combination.taken().stream()
                .map(id -> book.findPolicy(id).orElseThrow().name().in(words.lang()));
        return new Way(words.list(names), yuan(combination.yuan()));
    }

    private String yuan(Interval yuan) {
        BigDecimal low = low(yuan);
        String known = AmountText.number(low, "元") + " 元";
        return yuan.isPoint()
                ? known
                : low.signum() == 0 ? words.of("未定", "open") : words.of("至少 ", "at least ") + known;
    }

    private static boolean nothingKnown(Interval yuan) {
        return low(yuan).signum() == 0;
    }

    private static BigDecimal low(Interval yuan) {
        return yuan.low() == null ? BigDecimal.ZERO : yuan.low();
    }
}
