package org.huiqi.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiqi.verdict.Truth.MET;
import static org.huiqi.verdict.Truth.REVIEW;
import static org.huiqi.verdict.Truth.UNKNOWN;
import static org.huiqi.verdict.Truth.UNMET;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Strong Kleene logic; the open value has two shades, of which a missing figure is named before a missing judgement. */
final class TruthTest {
    private static final List<Truth> ALL = List.of(Truth.values());

    @ParameterizedTest(name = "{0} and {1} = {2}, or = {3}")
    @CsvSource({
        "MET, MET, MET, MET",
        "MET, UNMET, UNMET, MET",
        "MET, UNKNOWN, UNKNOWN, MET",
        "MET, REVIEW, REVIEW, MET",
        "UNMET, MET, UNMET, MET",
        "UNMET, UNMET, UNMET, UNMET",
        "UNMET, UNKNOWN, UNMET, UNKNOWN",
        "UNMET, REVIEW, UNMET, REVIEW",
        "UNKNOWN, MET, UNKNOWN, MET",
        "UNKNOWN, UNMET, UNMET, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
        "UNKNOWN, REVIEW, UNKNOWN, UNKNOWN",
        "REVIEW, MET, REVIEW, MET",
        "REVIEW, UNMET, UNMET, REVIEW",
        "REVIEW, UNKNOWN, UNKNOWN, UNKNOWN",
        "REVIEW, REVIEW, REVIEW, REVIEW"
    })
    void theTable(Truth a, Truth b, Truth and, Truth or) {
        assertThat(a.and(b)).isEqualTo(and);
        assertThat(a.or(b)).isEqualTo(or);
    }

    @Test
    void notTurnsWhatIsDecidedAndNothingElse() {
        assertThat(ALL).extracting(Truth::not).containsExactly(UNMET, MET, UNKNOWN, REVIEW);
        assertThat(ALL).filteredOn(Truth::decided).containsExactly(MET, UNMET);
    }

    @ParameterizedTest
    @MethodSource("triples")
    void theLawsOfKleeneHold(Truth a, Truth b, Truth c) {
        assertThat(a.and(b)).isEqualTo(b.and(a));
        assertThat(a.or(b)).isEqualTo(b.or(a));
        assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
        assertThat(a.or(b).or(c)).isEqualTo(a.or(b.or(c)));
        assertThat(a.and(b).not()).isEqualTo(a.not().or(b.not()));
        assertThat(a.or(b).not()).isEqualTo(a.not().and(b.not()));
        assertThat(a.not().not()).isEqualTo(a);
        assertThat(a.and(a)).isEqualTo(a);
        assertThat(a.or(a)).isEqualTo(a);
        assertThat(a.and(a.or(b)).decided()).isEqualTo(a.decided());
    }

    /** Answering what is open never turns what was decided: both connectives only ever gain information. */
    @ParameterizedTest
    @MethodSource("pairs")
    void knowingMoreNeverTurnsADecision(Truth a, Truth b) {
        for (Truth sharper : a.decided() ? List.of(a) : ALL) {
            if (a.and(b).decided()) {
                assertThat(sharper.and(b)).isEqualTo(a.and(b));
            }
            if (a.or(b).decided()) {
                assertThat(sharper.or(b)).isEqualTo(a.or(b));
            }
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> pairs() {
        return ALL.stream().flatMap(a -> ALL.stream().map(b -> org.junit.jupiter.params.provider.Arguments.of(a, b)));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> triples() {
        return ALL.stream()
                .flatMap(a -> ALL.stream()
                        .flatMap(b -> ALL.stream().map(c -> org.junit.jupiter.params.provider.Arguments.of(a, b, c))));
    }
}
