package org.huiqi.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.huiqi.ledger.LedgerDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. Running from its start until it is closed; thread-safe. */
public final class HuiqiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HuiqiServer.class);
    private static final int WARM_UP_MILLIS = 2_000;
    private final Javalin javalin;
    private final ServerOptions options;
    private final Desk desk;

    private HuiqiServer(Javalin javalin, Desk desk) {
        this.javalin = javalin;
        this.options = desk.options();
        this.desk = desk;
    }

    /**
     * Listens at once; what needs a rule book answers 503 until {@code live} has one.
     *
     * @throws BindException if the address cannot be had
     */
    public static HuiqiServer start(ServerOptions options, LiveBook live) throws BindException {
        return start(options, live, Site.NONE, LedgerDoor.none());
    }

    /**
     * The same with pages, where nobody can log in.
     *
     * @throws BindException if the address cannot be had
     */
    public static HuiqiServer start(ServerOptions options, LiveBook live, Site site) throws BindException {
        return start(options, live, site, LedgerDoor.none());
    }

    /**
     * The same with pages, and with the ledger of those who may log in.
     *
     * @throws BindException if the address cannot be had
     */
    public static HuiqiServer start(ServerOptions options, LiveBook live, Site site, LedgerDoor ledger)
            throws BindException {
        Desk desk = Desk.of(live, options, ledger);
        Javalin javalin = Javalin.create(config -> configure(config, desk, site));
        try {
            javalin.start();
        } catch (JavalinException e) {
            throw (BindException) new BindException(options.host() + ":" + options.port()).initCause(e);
        }
        return new HuiqiServer(javalin, desk);
    }

    private static void configure(JavalinConfig config, Desk desk, Site site) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.defaultContentType = "application/json";
        JettySetup.apply(config, desk.options(), site);
        config.requestLogger.http((ctx, millis) ->
                LOG.debug("{} {} {} {} ms", ctx.req().getMethod(), ctx.path(), ctx.statusCode(), Math.round(millis)));
        Errors.route(config, site);
        Routes.route(config, desk, site);
    }

    /** The port bound, also where the options left it open. */
    public int port() {
        return javalin.port();
    }

    /** Where a browser on this machine finds it. */
    public String url() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return "http://" + host + ":" + port();
    }

    /** Sends itself a request, so that the first client does not wait for classes to load. */
    public void warmUp() {
        String request = "POST /api/v1/assessments HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        try (Socket socket = new Socket(options.host(), port())) {
            socket.setSoTimeout(WARM_UP_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            LOG.debug("the server could not reach itself: {}", e.toString());
        }
    }

    /**
     * Opens the ledger, if one was begun, and goes on with jobs that the end of a process before interrupted.
     *
     * @throws org.huiqi.problem.InvalidInputException if it cannot be opened
     */
    public void resume() {
        desk.jobs().find();
    }

    /** Waits until the server is closed or this thread interrupted. */
    public void join() throws InterruptedException {
        javalin.jettyServer().server().join();
    }

    /** Lets running requests finish for a moment, takes no new ones. */
    @Override
    public void close() {
        javalin.stop();
        desk.jobs().close();
    }

    Javalin javalin() {
        return javalin;
    }
}
