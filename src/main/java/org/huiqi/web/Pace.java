package org.huiqi.web;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How fast one client may go: a few at once, then one in a while. Forgets the clients it has not heard of for longest. Thread-safe. */
final class Pace {
    private static final int CLIENTS = 10_000;
    private final Clock clock;
    private final int atOnce;
    private final long every;
    /** When a client will have all its goes back, in milliseconds since 1970. */
    private final Map<String, Long> full = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > CLIENTS;
        }
    };

    Pace(Clock clock, int atOnce, Duration every) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.every = every.toMillis();
    }

    /** Takes a go, or says how long until there is one. */
    synchronized Optional<Duration> take(String client) {
        long now = clock.millis();
        long from = Math.max(now, full.getOrDefault(client, now));
        long wait = from + every - now - atOnce * every;
        if (wait > 0) {
            return Optional.of(Duration.ofMillis(wait));
        }
        full.put(client, from + every);
        return Optional.empty();
    }
}
