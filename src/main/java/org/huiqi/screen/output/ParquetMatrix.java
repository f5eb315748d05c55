package org.huiqi.screen.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiqi.policy.Policy;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Bits;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.parquet.ParquetTable;
import org.huiqi.screen.parquet.ParquetTable.Column;
import org.huiqi.screen.parquet.ParquetTable.Kind;
import org.huiqi.screen.parquet.Word;
import org.huiqi.screen.result.Screened;
import org.huiqi.verdict.Outcome;

/**
 * A firm as a row of typed columns. Of every policy the verdict's code under the policy's id and {@code ID:reason}; further, where it has them,
 * {@code ID:result}, {@code ID:subjects} with {@code ID:likeIt}, and {@code ID:yuan}. Not thread-safe.
 */
final class ParquetMatrix {
    private static final int MOST_REMEMBERED = 1 << 14;
    private static final List<Column> FIRM = List.of(
            ParquetOutput.text("sheet"),
            ParquetOutput.number("row"),
            ParquetOutput.text("creditCode"),
            ParquetOutput.text("name"));
    private final Words words;
    private final List<Column> columns = new ArrayList<>(FIRM);
    private final List<Asked> asked = new ArrayList<>();
    private Word sheet = new Word("");
    private String sheetName = "";

    /** What an answer looks like in its columns. */
    private record Shown(Word outcome, Word reason, Word result) {}

    /** Where the columns of a question stand; -1 for those it has not. */
    private record Asked(
            Question question, int at, int result, int subjects, int yuan, Map<Answer, Shown> remembered) {}

    ParquetMatrix(Words words) {
        this.words = words;
        words.judge().questions().forEach(this::ask);
    }

    private void ask(Question question) {
        String id = question.policy().id();
        int at = add(id, Kind.TEXT);
        add(id + ":reason", Kind.TEXT);
        int result = question.stage().results().isEmpty() ? -1 : add(id + ":result", Kind.TEXT);
        int subjects = question.stage().ofEnterprise() ? -1 : add(id + ":subjects", Kind.NUMBER);
        if (subjects >= 0) {
            add(id + ":likeIt", Kind.NUMBER);
        }
        int yuan = priced(question.policy()) ? add(id + ":yuan", Kind.YUAN) : -1;
        asked.add(new Asked(question, at, result, subjects, yuan, new IdentityHashMap<>()));
    }

    private static boolean priced(Policy policy) {
        return policy.amount().map(plan -> !plan.stage().isEmpty()).orElse(false);
    }

    private int add(String name, Kind kind) {
        columns.add(new Column(name, kind));
        return columns.size() - 1;
    }

    List<Column> columns() {
        return List.copyOf(columns);
    }

    /** What stands in no row: the day, the rules, and the names behind the ids. */
    Map<String, String> notes() {
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        asked.forEach(a -> names.put(a.question().policy().id(), words.policy(a.question())));
        return new TreeMap<>(Map.of(
                "huiqi.asOf", words.judge().asOf().toString(),
                "huiqi.ruleBook", words.judge().book().digest(),
                "huiqi.policies", names.toString()));
    }

    /** Column by column. */
    void write(List<Screened> firms, ParquetTable table) throws IOException {
        for (int row = 0; row < firms.size(); row++) {
            firm(firms.get(row), row, table);
        }
        for (int q = 0; q < asked.size(); q++) {
            for (int row = 0; row < firms.size(); row++) {
                answer(asked.get(q), firms.get(row).answers()[q], row, table);
            }
        }
        table.next(firms.size());
    }

    private void firm(Screened firm, int row, ParquetTable table) {
        if (!firm.sheet().equals(sheetName)) {
            sheetName = firm.sheet();
            sheet = new Word(sheetName);
        }
        table.word(0, row, sheet);
        table.number(1, row, firm.row());
        table.text(2, row, firm.code());
        table.text(3, row, firm.name());
        for (Screened.Benefit benefit : firm.benefits()) {
            int column = asked.get(benefit.question()).yuan();
            benefit.yuan().filter(yuan -> column >= 0).ifPresent(yuan -> table.yuan(column, row, yuan));
        }
    }

    private void answer(Asked place, Answer answer, int row, ParquetTable table) {
        Shown shown = shown(place, answer);
        table.word(place.at(), row, shown.outcome());
        table.word(place.at() + 1, row, shown.reason());
        if (place.result() >= 0) {
            table.word(place.result(), row, shown.result());
        }
        if (place.subjects() >= 0 && answer.outcome().isPresent()) {
            table.number(place.subjects(), row, answer.subjects());
            table.number(place.subjects() + 1, row, answer.likeIt());
        }
    }

    private Shown shown(Asked place, Answer answer) {
        Shown known = place.remembered().get(answer);
        if (known == null) {
            if (place.remembered().size() > MOST_REMEMBERED) {
                place.remembered().clear();
            }
            known = new Shown(
                    new Word(answer.outcome().map(Outcome::name).orElse("NOT_ASKED")),
                    new Word(reason(place.question(), answer)),
                    new Word(answer.result()));
            place.remembered().put(answer, known);
        }
        return known;
    }

    /** Ids of the conditions that decide, or names of all fields that are missing. */
    private String reason(Question question, Answer answer) {
        return switch (answer.outcome().orElse(Outcome.INFORMATION)) {
            case INELIGIBLE -> String.join(", ", words.decisive(question, answer));
            case INCOMPLETE -> missing(answer);
            case ELIGIBLE, REVIEW, NOT_IN_FORCE, INFORMATION, RESULT -> "";
        };
    }

    private String missing(Answer answer) {
        List<String> names = new ArrayList<>();
        Bits.each(answer.missing(), i -> names.add(words.judge().fields().get(i).name()));
        return String.join(", ", names);
    }
}
