package org.huiqi.cli.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.huiqi.advise.FieldPath;
import org.huiqi.advise.Interview;
import org.huiqi.advise.Position;
import org.huiqi.advise.Question;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.Questions;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Profile;

/** How many fields an interview asks until every verdict is reached: against all fields that matter, and against taking them as they come. */
public final class InterviewBench {
    private final RuleBook book;
    private final Interview interview;
    private final PrintStream out;

    public InterviewBench(RuleBook book, PrintStream out) {
        this.book = book;
        this.interview = new Interview(new Assessor(book));
        this.out = out;
    }

    /**
     * What one interview cost.
     *
     * @param asked paths in the order in which they were asked for
     * @param slowest of its steps, in nanoseconds of the processor
     */
    private record Cost(List<String> asked, int steps, long slowest, long median) {}

    /** Interviews each enterprise about all policies at once and prints one line each. */
    public void run(Map<String, Profile> enterprises, LocalDate asOf) {
        out.println("enterprise                        all  file order  interview  of all  needed  steps"
                + "  median CPU ms  slowest CPU ms");
        enterprises.forEach((name, whole) -> {
            int all = all(whole);
            Cost files = interview(whole, asOf, this::first);
            Cost asked = interview(whole, asOf, this::next);
            out.printf(
                    "%-30s %6d %11d %10d %6.1f%% %7d %6d %14.1f %15.1f%n",
                    name,
                    all,
                    files.asked().size(),
                    asked.asked().size(),
                    100.0 * asked.asked().size() / all,
                    needed(whole, asOf, asked.asked()),
                    asked.steps(),
                    asked.median() / 1e6,
                    asked.slowest() / 1e6);
        });
    }

    /** How many of the fields asked for were needed, as one knows afterwards: what is left when one after the other is left out, last first. */
    private int needed(Profile whole, LocalDate asOf, List<String> asked) {
        List<String> kept = new ArrayList<>(asked);
        for (int i = asked.size() - 1; i >= 0; i--) {
            String path = asked.get(i);
            List<String> fewer = new ArrayList<>(kept);
            fewer.removeIf(p -> p.equals(path) || p.startsWith(path + "["));
            if (interview.open(answered(whole, asOf, fewer)).isEmpty()) {
                kept = fewer;
            }
        }
        return kept.size();
    }

    private Position answered(Profile whole, LocalDate asOf, List<String> paths) {
        Position now = nothing(whole, asOf);
        for (String path : paths) {
            now = answer(now, FieldPath.find(book.dictionary(), path).orElseThrow(), whole);
        }
        return now;
    }

    private static Position nothing(Profile whole, LocalDate asOf) {
        return Position.of(new Profile(whole.asOf(), Entry.EMPTY, Map.of(), whole.reviews()), asOf);
    }

    /** Every field that some policy may ask for, of each element there is. */
    private int all(Profile whole) {
        Set<String> paths = new HashSet<>();
        for (Policy policy : book.policies()) {
            for (Questions.Question q : Questions.of(book, policy.id())) {
                FactType type = book.dictionary().get(q.type());
                List<String> keys = type.list().isEmpty()
                        ? List.of("")
                        : whole.findList(type.name()).orElse(List.of()).stream()
                                .map(Entry::key)
                                .toList();
                keys.forEach(k -> paths.add(Profile.path(type, k, q.field())));
            }
        }
        return paths.size();
    }

    private List<FieldPath> first(Position now) {
        return interview.open(now).stream().limit(1).toList();
    }

    private List<FieldPath> next(Position now) {
        return interview.next(now).questions().stream().map(Question::about).toList();
    }

    private Cost interview(Profile whole, LocalDate asOf, Function<Position, List<FieldPath>> ask) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Position now = nothing(whole, asOf);
        List<Long> times = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        while (true) {
            long start = threads.getCurrentThreadCpuTime();
            List<FieldPath> questions = ask.apply(now);
            times.add(threads.getCurrentThreadCpuTime() - start);
            if (questions.isEmpty()) {
                break;
            }
            for (FieldPath question : questions) {
                asked.add(question.path());
                now = answer(now, question, whole);
            }
        }
        List<Long> sorted = times.stream().sorted().toList();
        return new Cost(asked, times.size(), sorted.get(sorted.size() - 1), sorted.get(sorted.size() / 2));
    }

    /** As the enterprise answers it; what it does not know is skipped. */
    private static Position answer(Position now, FieldPath question, Profile whole) {
        if (question.isList() && question.answered(whole)) {
            List<Map<String, Object>> keys = whole.findList(question.type().name()).orElseThrow().stream()
                    .map(e -> keys(question.type(), e))
                    .toList();
            return now.with(question.answerElements(now.profile(), keys));
        }
        return question.find(whole)
                .map(v -> now.with(question.answer(now.profile(), v)))
                .orElseGet(() -> skipped(now, question.path()));
    }

    private static Map<String, Object> keys(FactType type, Entry entry) {
        Map<String, Object> keys = new LinkedHashMap<>(entry.answers());
        keys.keySet().retainAll(type.key());
        return keys;
    }

    private static Position skipped(Position now, String path) {
        Set<String> skipped = new HashSet<>(now.skipped());
        skipped.add(path);
        return new Position(now.profile(), now.asOf(), now.policies(), skipped);
    }
}
