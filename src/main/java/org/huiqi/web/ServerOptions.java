package org.huiqi.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How the server listens and what it puts up with.
 *
 * @param host address to bind
 * @param port port to bind; 0: any free one
 * @param clock what "today" is where a request names no date: the law's day is China's day, wherever the server stands
 * @param limits what one client may ask of it
 * @param proxied whether clients come over https through a proxy that names them in X-Forwarded-For
 * @param keepJobs how long after their end lists and results of screenings are kept; empty: until somebody deletes them
 */
public record ServerOptions(
        String host, int port, Clock clock, Limits limits, boolean proxied, Optional<Duration> keepJobs) {
    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 8080;

    /**
     * What one client may ask.
     *
     * @param idle how long a connection may be silent
     * @param body how long a request body may take altogether, however steadily it drips
     * @param queue how long a request waits for a free place to compute before it is told to come back
     * @param threads most requests at once
     * @param computing most assessments at once
     * @param connections most open connections
     */
    public record Limits(Duration idle, Duration body, Duration queue, int threads, int computing, int connections) {
        public static final Limits DEFAULT = new Limits(
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                32,
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                512);
    }

    public ServerOptions(String host, int port, Clock clock, Limits limits) {
        this(host, port, clock, limits, false);
    }

    public ServerOptions(String host, int port, Clock clock, Limits limits, boolean proxied) {
        this(host, port, clock, limits, proxied, Optional.empty());
    }

    public static ServerOptions on(String host, int port) {
        return new ServerOptions(host, port, Clock.system(ZoneId.of("Asia/Shanghai")), Limits.DEFAULT);
    }

    public ServerOptions behindProxy(boolean other) {
        return new ServerOptions(host, port, clock, limits, other, keepJobs);
    }

    public ServerOptions with(Limits other) {
        return new ServerOptions(host, port, clock, other, proxied, keepJobs);
    }

    public ServerOptions keepingJobs(Optional<Duration> other) {
        return new ServerOptions(host, port, clock, limits, proxied, other);
    }
}
