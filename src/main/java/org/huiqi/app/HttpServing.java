package org.huiqi.app;

import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.cli.RuleBookSource;
import org.huiqi.cli.Serving;
import org.huiqi.ledger.LedgerDoor;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.web.HuiqiServer;
import org.huiqi.web.LiveBook;
import org.huiqi.web.ServerOptions;
import org.huiqi.web.Site;
import org.huiqi.web.pages.PageSite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the server, the rule book and the watch over its folder together. */
final class HttpServing implements Serving {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(HttpServing.class);
    private final RuleBookSource books;

    HttpServing(RuleBookSource books) {
        this.books = books;
    }

    @Override
    public void serve(Options options, Progress progress) throws BindException, InterruptedException {
        List<Path> folders = folders(options);
        String contents = FolderDigest.ofContents(folders);
        PackLoader loader = new PackLoader(books, options.rules(), options.cases());
        // the server needs as long to start as the rules do to load
        CompletableFuture<RuleBook> loading = CompletableFuture.supplyAsync(loader::load);
        LiveBook live = new LiveBook();
        Site pages = new PageSite(CaseFolder.of(options.rules(), options.cases()));
        ServerOptions listening = ServerOptions.on(options.host(), options.port())
                .behindProxy(options.proxied())
                .keepingJobs(options.keepJobs());
        LedgerDoor ledger =
                options.ledger().map(p -> LedgerDoor.to(p, Clock.systemUTC())).orElseGet(LedgerDoor::none);
        try (ledger;
                HuiqiServer server = HuiqiServer.start(listening, live, pages, ledger)) {
            progress.listening(server.url());
            server.warmUp();
            RuleBook book = get(loading);
            live.open(book);
            progress.ready(book);
            resume(server);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            Optional<RuleWatch> watch =
                    options.rules().map(r -> new RuleWatch(folders, contents, loader, live, LOOK, QUIET));
            try {
                server.join();
            } finally {
                watch.ifPresent(RuleWatch::close);
            }
        }
    }

    /** Once there is time for it, so that the first login does not wait; whatever is wrong is told now, and again to who needs it. */
    private static void resume(HuiqiServer server) {
        Thread opening = new Thread(
                () -> {
                    try {
                        server.resume();
                    } catch (InvalidInputException refused) {
                        refused.problems().forEach(p -> LOG.error("{}", p));
                    }
                },
                "ledger");
        opening.setDaemon(true);
        opening.start();
    }

    private static RuleBook get(CompletableFuture<RuleBook> loading) throws InterruptedException {
        try {
            return loading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<Path> folders(Options options) {
        return Stream.of(options.rules(), options.cases())
                .flatMap(Optional::stream)
                .toList();
    }
}
