package org.huiqi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.huiqi.assess.RuleBook;
import org.huiqi.cli.HuiqiCommand;
import org.huiqi.cli.Serving;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.LedgerPlace;

/** Does once what the program is mostly used for, a check and a server's first answers: the run the class-data-sharing archive is made of. */
public final class Training {
    private Training() {}

    /** {@code args}: a profile in JSON or YAML to check; a folder that is empty and may be written to. */
    public static void main(String[] args) {
        RuleBooks books = new RuleBooks();
        LedgerPlace place = new LedgerPlace(Path.of(args[1]), Optional.empty(), "", "");
        Ledger.open(place, Clock.systemUTC()).close();
        // by way of the command line: whatever a start touches belongs into the archive
        Serving visited = new Visited(new HttpServing(books), Path.of(args[0]), place);
        HuiqiCommand.run(new String[] {"check", args[0]}, books, visited, System.out, System.err);
        HuiqiCommand.run(new String[] {"serve", "--port", "0"}, books, visited, System.out, System.err);
    }

    /** A server that is asked a little once it is ready, and left; with a ledger that is nobody's. */
    private record Visited(Serving serving, Path profile, LedgerPlace ledger) implements Serving {
        @Override
        public void serve(Options asked, Progress progress) throws BindException, InterruptedException {
            Options options = new Options(
                    asked.host(),
                    asked.port(),
                    asked.rules(),
                    asked.cases(),
                    Optional.of(ledger),
                    asked.proxied(),
                    asked.keepJobs());
            serving.serve(options, new Visitor(progress, profile));
        }
    }

    /** Asks a little and leaves. */
    private static final class Visitor implements Serving.Progress {
        private final Serving.Progress told;
        private final Path profile;
        private String url = "";

        Visitor(Serving.Progress told, Path profile) {
            this.told = told;
            this.profile = profile;
        }

        @Override
        public void listening(String at) {
            told.listening(at);
            url = at;
        }

        @Override
        public void ready(RuleBook book) {
            told.ready(book);
            try {
                ask("GET /health HTTP/1.1", new byte[0]);
                ask("GET /api/v1/policies HTTP/1.1", new byte[0]);
                ask("GET / HTTP/1.1", new byte[0]);
                ask("GET /policies HTTP/1.1", new byte[0]);
                ask("POST /api/v1/assessments HTTP/1.1\r\nContent-Type: application/json", Files.readAllBytes(profile));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread.currentThread().interrupt();
        }

        private void ask(String head, byte[] body) throws IOException {
            URI at = URI.create(url);
            try (Socket socket = new Socket(at.getHost(), at.getPort())) {
                String rest = "\r\nHost: x\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
                socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body);
                socket.getInputStream().readAllBytes();
            }
        }
    }
}
