package org.huiqi.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.huiqi.ledger.account.Password;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** Where a new password comes from. Never an argument: those are seen by everybody on the machine and stay in the shell's history. */
interface PasswordPrompt {
    int LONGEST_LINE = 4_096;

    /** @throws InvalidInputException if it cannot be had, or is no good */
    Password ask(String account);

    static PasswordPrompt of(HuiqiCommand root, boolean stdin) {
        return stdin ? account -> Password.chosen(line(root.in()), account) : account -> fromTerminal(root, account);
    }

    private static Password fromTerminal(HuiqiCommand root, String account) {
        Console console = System.console();
        if (console == null) {
            throw refused(
                    "没有终端可以输入密码",
                    "there is no terminal to type the password on",
                    "请用 --stdin,从标准输入读一行。",
                    "Use --stdin to read it from a line of stdin.");
        }
        Password first = Password.chosen(typed(console, root.say("新密码:", "New password: ")), account);
        if (!first.equals(Password.typed(typed(console, root.say("再输一次:", "Once more: "))))) {
            throw refused("两次输入的不一样", "the two are not the same", "请重来。", "Try again.");
        }
        return first;
    }

    private static String typed(Console console, String prompt) {
        char[] typed = Objects.requireNonNullElse(console.readPassword("%s", prompt), new char[0]);
        return new String(typed);
    }

    private static String line(InputStream in) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0 && b != '\n' && line.size() < LONGEST_LINE; b = in.read()) {
                line.write(b);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static InvalidInputException refused(String zh, String en, String wayZh, String wayEn) {
        return new InvalidInputException(List.of(new Problem("password", new Text(zh, en), new Text(wayZh, wayEn))));
    }
}
