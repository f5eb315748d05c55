package org.huiqi.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.jspecify.annotations.Nullable;

/** Reads what was written on the command line and collects everything that is wrong with it, so that all of it is said at once. */
final class Arguments {
    /** The day of the law, wherever the program runs. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final List<Problem> problems = new ArrayList<>();

    void wrong(String place, Text message, Text remedy) {
        problems.add(new Problem(place, message, remedy));
    }

    /** Runs a reader, keeping its problems for later. */
    <T> Optional<T> read(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** A day; today if nothing was written. */
    LocalDate date(String option, @Nullable String written) {
        try {
            return written == null ? LocalDate.now(CHINA) : LocalDate.parse(written.strip());
        } catch (DateTimeException e) {
            wrong(
                    option,
                    new Text("“" + written + "”不是日期", "'" + written + "' is not a date"),
                    new Text("请写成 2025-03-31。", "Write it as 2025-03-31."));
            return LocalDate.EPOCH;
        }
    }

    /** One of an enum's constants, in any case. */
    <E extends Enum<E>> E choice(String option, String written, E[] choices) {
        for (E choice : choices) {
            if (choice.name().equalsIgnoreCase(written)) {
                return choice;
            }
        }
        String permitted = String.join(
                " | ",
                Stream.of(choices).map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
        wrong(
                option,
                new Text("没有“" + written + "”这个选择", "'" + written + "' is not a choice"),
                new Text("可选: " + permitted + "。", "Choices: " + permitted + "."));
        return choices[0];
    }

    /** Ids of policies that exist. */
    List<String> policies(List<String> written, RuleBook book) {
        List<String> known = book.policies().stream().map(Policy::id).toList();
        written.stream().filter(p -> !known.contains(p)).forEach(p -> unknownPolicy(p, known));
        return written.stream().filter(known::contains).toList();
    }

    private void unknownPolicy(String written, List<String> known) {
        Optional<String> near = Nearest.to(written, known)
                .or(() -> known.stream().filter(k -> k.contains(written)).findFirst());
        wrong(
                "--policy",
                new Text("没有“" + written + "”这项政策", "there is no policy '" + written + "'"),
                new Text(
                        near.map(n -> "是不是“" + n + "”?").orElse("") + "全部政策见 huiqi policies。",
                        near.map(n -> "Maybe '" + n + "'? ").orElse("") + "huiqi policies lists them all."));
    }

    /** @throws InvalidInputException if anything was wrong */
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}
