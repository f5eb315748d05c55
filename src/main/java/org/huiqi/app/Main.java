package org.huiqi.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.huiqi.cli.HuiqiCommand;

/** Starts the program. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(HuiqiCommand.run(args, new RuleBooks(), new HttpServing(new RuleBooks()), out, err));
    }
}
