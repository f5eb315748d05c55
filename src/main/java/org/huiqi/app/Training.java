package org.huiqi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huiqi.assess.RuleBook;
import org.huiqi.cli.HuiqiCommand;
import org.huiqi.cli.Serving;

/** Does once what the program is mostly used for, a check and a server's first answers: the run the class-data-sharing archive is made of. */
public final class Training {
    private Training() {}

    /** {@code args}: a profile in JSON or YAML to check. */
    public static void main(String[] args) throws BindException, InterruptedException {
        RuleBooks books = new RuleBooks();
        HttpServing serving = new HttpServing(books);
        HuiqiCommand.run(new String[] {"check", args[0]}, books, serving, System.out, System.err);
        serving.serve(new Serving.Options("127.0.0.1", 0, Optional.empty(), Optional.empty()), new Visitor(args[0]));
    }

    /** Asks a little and leaves. */
    private static final class Visitor implements Serving.Progress {
        private final Path profile;
        private String url = "";

        Visitor(String profile) {
            this.profile = Path.of(profile);
        }

        @Override
        public void listening(String at) {
            url = at;
        }

        @Override
        public void ready(RuleBook book) {
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
                socket.getOutputStream().write((head + rest).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body);
                socket.getInputStream().readAllBytes();
            }
        }
    }
}
