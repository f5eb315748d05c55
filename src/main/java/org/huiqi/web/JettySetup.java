package org.huiqi.web;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server below Javalin: bounded in threads, connections, header sizes and patience. */
final class JettySetup {
    private static final int MAX_HEADER = 8_192;
    private static final int STOP_MILLIS = 3_000;
    private static final int IDLE_THREAD_MILLIS = 60_000;
    private static final int MIN_THREADS = 4;
    /** Accepting, selecting and what Jetty keeps in reserve. */
    private static final int OWN_THREADS = 4;

    static {
        // Jetty pads by it. To find out it would set up all of the JVM's management, a good part of a start; references
        // are of 4 bytes, a line of 64.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
    }

    private JettySetup() {}

    static void apply(JavalinConfig config, ServerOptions options, Site site) {
        config.jetty.threadPool = threads(options);
        config.jetty.modifyServer(server -> prepare(server, options, site));
        config.jetty.modifyHttpConfiguration(JettySetup::restrict);
        config.jetty.addConnector((server, http) -> connector(server, http, options));
    }

    private static QueuedThreadPool threads(ServerOptions options) {
        int most = options.limits().threads() + OWN_THREADS;
        // its queue is bounded by the connections: each has one request at a time
        QueuedThreadPool pool = new QueuedThreadPool(most, MIN_THREADS, IDLE_THREAD_MILLIS);
        pool.setName("http");
        return pool;
    }

    private static void prepare(Server server, ServerOptions options, Site site) {
        server.insertHandler(rooms(options));
        server.insertHandler(new GracefulHandler());
        server.insertHandler(new Gate());
        server.setErrorHandler(new JettyProblems(site));
        server.setStopTimeout(STOP_MILLIS);
        server.addBean(new NetworkConnectionLimit(options.limits().connections(), server));
    }

    /** Slow bodies and busy computing never take the last threads: those who only ask (and /health above all) always find one. */
    private static QoSHandler rooms(ServerOptions options) {
        QoSHandler rooms = new QoSHandler();
        rooms.includeMethod("POST");
        rooms.setMaxRequestCount(Math.max(1, options.limits().threads() * 3 / 4));
        rooms.setMaxSuspendedRequestCount(options.limits().connections());
        rooms.setMaxSuspend(options.limits().queue());
        return rooms;
    }

    /** Javalin lets ambiguous paths through so that routes may decode them; no address here needs that. */
    private static void restrict(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADER);
    }

    private static Connector connector(Server server, HttpConfiguration http, ServerOptions options) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.limits().idle().toMillis());
        return connector;
    }
}
