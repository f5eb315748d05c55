package org.huiqi.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Seen;
import org.huiqi.verdict.Truth;

/** The words of reports in one language. */
final class Words {
    private static final Pattern PATH = Pattern.compile("(\\w+)\\[(.*)]\\.(\\w+)");
    private static final Map<String, Text> STAGES = Map.of(
            "apply", new Text("申报条件", "who may apply"),
            "listed", new Text("列入名单", "who is listed"),
            "enjoy", new Text("享受条件", "who enjoys it"),
            "maintain", new Text("资格保持", "keeping the title"),
            "fund", new Text("资金兑现", "who is paid"));

    private final RuleBook book;
    private final Lang lang;

    Words(RuleBook book, Lang lang) {
        this.book = book;
        this.lang = lang;
    }

    String of(String zh, String en) {
        return lang == Lang.ZH ? zh : en;
    }

    String of(Outcome outcome) {
        return of(outcome.zh(), outcome.en());
    }

    String of(Seen seen) {
        return of(seen.zh(), seen.en());
    }

    String claim(Criterion criterion) {
        return lang == Lang.EN && !criterion.en().isEmpty() ? criterion.en() : criterion.claim();
    }

    String stage(String name, String title) {
        return title.isEmpty() || lang == Lang.EN
                ? Optional.ofNullable(STAGES.get(name)).map(t -> t.in(lang)).orElse(name)
                : title;
    }

    static String mark(Truth truth) {
        return switch (truth) {
            case MET -> "✓";
            case UNMET -> "✗";
            case UNKNOWN -> "?";
            case REVIEW -> "◇";
        };
    }

    static String mark(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE, RESULT -> "✓";
            case INELIGIBLE -> "✗";
            case INCOMPLETE -> "?";
            case REVIEW -> "◇";
            case NOT_IN_FORCE, INFORMATION -> "·";
        };
    }

    /** A missing field as a user reads it: 产品“甲”的产品价值(products[甲].value). */
    String missing(String path) {
        Matcher listed = PATH.matcher(path);
        if (listed.matches()) {
            Optional<FactType> type = book.dictionary().repeated().stream()
                    .filter(t -> t.list().equals(listed.group(1)))
                    .findFirst();
            return type.flatMap(t -> t.find(listed.group(3))
                                    .map(f -> t.label() + "“" + listed.group(2) + "”" + label(f)))
                            .orElse(path)
                    + "(" + path + ")";
        }
        Optional<Field> own = book.dictionary().enterprise().find(path);
        Optional<String> list = book.dictionary().repeated().stream()
                .filter(t -> t.list().equals(path))
                .map(FactType::label)
                .findFirst();
        return own.map(this::label)
                .or(() -> list)
                .map(l -> l + "(" + path + ")")
                .orElse(path);
    }

    String missing(List<String> paths) {
        return String.join(of("、", ", "), paths.stream().map(this::missing).toList());
    }

    String label(Field field) {
        return lang == Lang.EN && !field.en().isEmpty() ? field.en() : field.label();
    }

    Lang lang() {
        return lang;
    }
}
