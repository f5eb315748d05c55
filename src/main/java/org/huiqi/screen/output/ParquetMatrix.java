package org.huiqi.screen.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiqi.policy.Policy;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Bits;
import org.huiqi.screen.judge.Panel;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.parquet.ParquetTable.Column;
import org.huiqi.screen.parquet.ParquetTable.Kind;
import org.huiqi.screen.parquet.Sheaf;
import org.huiqi.screen.parquet.Word;
import org.huiqi.screen.result.Block;
import org.huiqi.screen.result.Screened;
import org.huiqi.verdict.Outcome;

/**
 * A firm as a row of typed columns. Of every policy the verdict's code under the policy's id and {@code ID:reason}; further, where it has them,
 * {@code ID:result}, {@code ID:subjects} with {@code ID:likeIt}, and {@code ID:yuan}. Immutable.
 */
final class ParquetMatrix {
    /** Of a policy: what is missing differs from firm to firm where much is. */
    private static final int MOST_REMEMBERED = 1 << 11;

    private static final List<Column> FIRM = List.of(
            ParquetOutput.text("sheet"),
            ParquetOutput.number("row"),
            ParquetOutput.text("creditCode"),
            ParquetOutput.text("name"));
    private final Words words;
    private final List<Column> columns = new ArrayList<>(FIRM);
    private final List<Asked> asked = new ArrayList<>();

    /** What an answer looks like in its columns. */
    private record Shown(Word outcome, Word reason, Word result) {}

    /** Where the columns of a question stand; -1 for those it has not. */
    private record Asked(Question question, int at, int result, int subjects, int yuan) {}

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
        asked.add(new Asked(question, at, result, subjects, yuan));
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

    /** Fills rows on one thread; what an answer looks like is remembered. */
    final class Filling {
        private final List<Map<Answer, Shown>> remembered = asked.stream()
                .map(a -> (Map<Answer, Shown>) new HashMap<Answer, Shown>())
                .toList();
        private Word sheet = new Word("");
        private String sheetName = "";

        Sheaf rows(Block block) {
            List<Screened> firms = block.screened();
            Sheaf rows = new Sheaf(columns, firms.size());
            for (int row = 0; row < firms.size(); row++) {
                firm(firms.get(row), row, rows);
            }
            int first = 0;
            for (Panel panel : block.panels()) {
                for (int q = 0; q < asked.size(); q++) {
                    answers(panel, q, first, rows);
                }
                first += panel.size();
            }
            return rows;
        }

        private void answers(Panel panel, int question, int first, Sheaf to) {
            for (int i = 0; i < panel.count(question); i++) {
                Answer answer = panel.answer(question, i);
                answer(asked.get(question), answer, shown(question, answer), panel.firms(question, i), first, to);
            }
        }

        private void firm(Screened firm, int row, Sheaf to) {
            if (!firm.sheet().equals(sheetName)) {
                sheetName = firm.sheet();
                sheet = new Word(sheetName);
            }
            to.word(0, row, sheet);
            to.number(1, row, firm.row());
            to.word(2, row, new Word(firm.code()));
            to.word(3, row, new Word(firm.name()));
            for (Screened.Benefit benefit : firm.benefits()) {
                int column = asked.get(benefit.question()).yuan();
                benefit.yuan().filter(yuan -> column >= 0).ifPresent(yuan -> to.yuan(column, row, yuan));
            }
        }

        private Shown shown(int question, Answer answer) {
            Map<Answer, Shown> mine = remembered.get(question);
            Shown known = mine.get(answer);
            if (known == null) {
                if (mine.size() >= MOST_REMEMBERED) {
                    mine.clear();
                }
                known = ParquetMatrix.this.shown(asked.get(question).question(), answer);
                mine.put(answer, known);
            }
            return known;
        }
    }

    /** {@code firms}: a bit for each of those to whom it was given, counted from {@code first}. */
    private static void answer(Asked place, Answer answer, Shown shown, long firms, int first, Sheaf to) {
        for (long left = firms; left != 0; left &= left - 1) {
            int row = first + Long.numberOfTrailingZeros(left);
            to.word(place.at(), row, shown.outcome());
            to.word(place.at() + 1, row, shown.reason());
            if (place.result() >= 0) {
                to.word(place.result(), row, shown.result());
            }
            if (place.subjects() >= 0 && answer.outcome().isPresent()) {
                to.number(place.subjects(), row, answer.subjects());
                to.number(place.subjects() + 1, row, answer.likeIt());
            }
        }
    }

    private Shown shown(Question question, Answer answer) {
        return new Shown(
                new Word(answer.outcome().map(Outcome::name).orElse("NOT_ASKED")),
                new Word(reason(question, answer)),
                new Word(answer.result()));
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
