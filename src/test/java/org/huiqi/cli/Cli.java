package org.huiqi.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.RuleFiles;

/** One command line, run in this process on the real rules. */
record Cli(int exit, String out, String err) {

    private static final Serving NOT_SERVING = (options, progress) -> {
        throw new UnsupportedOperationException("these tests do not serve");
    };

    static Cli run(String... args) {
        return run(Cli::book, args);
    }

    static Cli run(RuleBookSource books, String... args) {
        return run(books, "", args);
    }

    /** What somebody types, as piped to the program. */
    static Cli answering(String typed, String... args) {
        return run(Cli::book, typed, args);
    }

    private static Cli run(RuleBookSource books, String typed, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = HuiqiCommand.run(
                args,
                books,
                NOT_SERVING,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                print(out),
                print(err));
        return new Cli(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static RuleBook book(Optional<Path> folder) {
        return folder.map(RuleFiles::in)
                .map(files -> RuleBook.load(files, RuleBook.NO_CACHE))
                .orElseGet(RealRules::book);
    }
}
