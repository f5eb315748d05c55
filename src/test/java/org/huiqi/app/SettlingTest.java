package org.huiqi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SettlingTest {
    private static final Instant NOON = Instant.parse("2025-10-08T04:00:00Z");
    private final Settling settling = new Settling(Duration.ofSeconds(2), "a");

    @Test
    void whatIsKnownAlreadyIsNoNews() {
        assertThat(settling.rests("a", NOON)).isFalse();
        assertThat(settling.rests("a", NOON.plusSeconds(60))).isFalse();
        assertThat(settling.moving()).isFalse();
    }

    @Test
    void aChangeIsNewsOnceItHasBeenQuiet() {
        assertThat(settling.rests("b", NOON)).isFalse();
        assertThat(settling.moving()).isTrue();
        assertThat(settling.rests("b", NOON.plusMillis(1_999))).isFalse();
        assertThat(settling.rests("b", NOON.plusMillis(2_000))).isTrue();
        assertThat(settling.rests("b", NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void everyFurtherChangeStartsTheWaitAnew() {
        settling.rests("b", NOON);
        settling.rests("c", NOON.plusSeconds(1));
        assertThat(settling.rests("c", NOON.plusSeconds(2))).isFalse();
        assertThat(settling.rests("c", NOON.plusSeconds(3))).isTrue();
    }

    @Test
    void aChangeThatIsTakenBackInTimeIsNoNews() {
        settling.rests("b", NOON);
        settling.rests("a", NOON.plusSeconds(1));
        assertThat(settling.rests("a", NOON.plusSeconds(10))).isFalse();
    }

    @Test
    void whatWasTakenInVainIsNewsAgain() {
        settling.rests("b", NOON);
        assertThat(settling.rests("b", NOON.plusSeconds(2))).isTrue();
        settling.again();
        assertThat(settling.rests("b", NOON.plusSeconds(3))).isTrue();
    }
}
