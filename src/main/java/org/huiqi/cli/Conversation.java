package org.huiqi.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.advise.FieldPath;
import org.huiqi.advise.Interview;
import org.huiqi.advise.Position;
import org.huiqi.advise.Question;
import org.huiqi.advise.Step;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ValueReader;
import org.huiqi.report.InterviewText;

/** An interview by lines: an answer, an empty line to skip, {@code ?} for help, the end of the input to stop. */
final class Conversation {
    private static final Set<String> NONE = Set.of("无", "没有", "none", "[]");
    private final Interview interview;
    private final InterviewText text;
    private final Lang lang;
    private final BufferedReader answers;
    private final PrintStream out;

    Conversation(RuleBook book, Interview interview, Lang lang, BufferedReader answers, PrintStream out) {
        this.interview = interview;
        this.text = new InterviewText(book, lang);
        this.lang = lang;
        this.answers = answers;
        this.out = out;
    }

    /** Asks until nothing that may be asked matters, or nobody answers any more; returns what was answered. */
    Profile hold(Position start) {
        say("回车跳过,? 看说明,Ctrl-D 结束", "Enter skips, ? explains, Ctrl-D ends");
        Position now = start;
        Step step = interview.next(now);
        while (!step.over()) {
            out.print(text.standing(step));
            Optional<Position> next = ask(now, step);
            if (next.isEmpty()) {
                return now.profile();
            }
            step = interview.next(next.get(), now.profile());
            now = next.get();
        }
        out.print(text.standing(step));
        say("问完了:再答什么也不会改变结论。", "Done: no further answer can change a verdict.");
        return now.profile();
    }

    /** Empty once the input has ended. */
    private Optional<Position> ask(Position now, Step step) {
        out.println(text.papers(step.questions().get(0)));
        Position position = now;
        for (Question question : step.questions()) {
            Optional<String> line = read(question);
            if (line.isEmpty()) {
                return position == now ? Optional.empty() : Optional.of(position);
            }
            position = line.get().isEmpty() ? skip(position, question) : answer(position, question, line.get());
        }
        return Optional.of(position);
    }

    private static Position skip(Position now, Question question) {
        Set<String> skipped = new HashSet<>(now.skipped());
        skipped.add(question.path());
        return new Position(now.profile(), now.asOf(), now.policies(), skipped);
    }

    private static Position answer(Position now, Question question, String line) {
        FieldPath about = question.about();
        return about.isList()
                ? now.with(about.answerElements(now.profile(), elements(about, line)))
                : now.with(about.answer(
                        now.profile(), value(about.field().orElseThrow(), line).orElseThrow()));
    }

    /** A line that answers, or is empty; asks again until it is. */
    private Optional<String> read(Question question) {
        while (true) {
            out.print(text.question(question) + ": ");
            out.flush();
            Optional<String> line = line();
            if (line.isEmpty() || line.get().isEmpty()) {
                return line;
            }
            if (line.get().equals("?") || line.get().equals("?")) {
                out.println();
                out.print(text.help(question));
            } else if (understood(question.about(), line.get())) {
                return line;
            }
        }
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(answers.readLine()).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean understood(FieldPath about, String line) {
        return about.field()
                .map(f -> {
                    ValueReader.Reading reading = ValueReader.read(f, line, f.label());
                    reading.problem()
                            .ifPresent(p -> out.println("  " + p.message().in(lang) + " "
                                    + p.remedy().in(lang)));
                    return reading.value().isPresent();
                })
                .orElse(true);
    }

    private static Optional<Object> value(Field field, String line) {
        return ValueReader.read(field, line, field.label()).value();
    }

    /** Names of elements; of a key of several fields each name is written as paths write it: {@code 2025-03/一般项目}. */
    private static List<Map<String, Object>> elements(FieldPath list, String line) {
        List<Map<String, Object>> elements = new ArrayList<>();
        if (!NONE.contains(line)) {
            for (String name : line.split("[、,,;;]")) {
                elements.add(keys(list, name.strip()));
            }
        }
        return elements;
    }

    private static Map<String, Object> keys(FieldPath list, String name) {
        List<String> keys = list.type().key();
        String[] parts = name.split("/", Math.max(1, keys.size()));
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(parts.length, keys.size()); i++) {
            String key = keys.get(i);
            value(list.type().get(key), parts[i]).ifPresent(v -> answers.put(key, v));
        }
        return answers;
    }

    private void say(String zh, String en) {
        out.println(lang == Lang.ZH ? zh : en);
    }
}
