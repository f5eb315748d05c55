package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.assess.EditionChoice;
import org.huiqi.assess.KeySpace;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;
import org.huiqi.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** A stage of a policy as code, all its editions included. Not thread-safe: it remembers on the way. */
final class StageCode {
    private final Compiler compiler;
    private final Stage stage;
    private final List<Edition> editions;
    /** Those that say different things. */
    private final List<Variant> variants = new ArrayList<>();
    /** Which of them an edition is; behind the last for none. */
    private final int[] variantOf;
    /** By variant: for whom it is asked, and what it says. */
    private final long[] wanted;

    private final Finding[][] said;
    /** What it comes to where it matters which edition applies, and nobody knows. */
    private final Finding[] unsettled;

    private final List<String> numbers = new ArrayList<>();
    private final List<String> names;
    private final Key[] keys;
    private final Map<List<Integer>, Choice> choices = new HashMap<>();
    private final List<Choice> byKind = new ArrayList<>();
    private final List<Choice> chosen = new ArrayList<>();
    private final Blame blame;

    StageCode(Compiler compiler, Policy policy, Stage stage) {
        this.compiler = compiler;
        this.stage = stage;
        this.editions = policy.editionsOf(stage.name());
        TreeCompiler trees = new TreeCompiler(compiler, stage, numbers);
        this.variantOf = new int[editions.size() + 1];
        for (int e = 0; e < variantOf.length; e++) {
            variantOf[e] = number(new Variant(stage, edition(e, editions), !editions.isEmpty(), trees));
        }
        this.wanted = new long[variants.size()];
        this.names = editions.stream()
                .flatMap(e -> e.key().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        this.keys = names.stream().map(this::key).toArray(Key[]::new);
        this.blame = new Blame(numbers.size());
        this.said = new Finding[variants.size()][];
        Arrays.setAll(said, v -> compiler.findings(numbers.size(), v));
        this.unsettled = compiler.findings(numbers.size(), said.length);
    }

    private int number(Variant variant) {
        for (int v = 0; v < variants.size(); v++) {
            if (variants.get(v).says(variant)) {
                return v;
            }
        }
        variants.add(variant);
        return variants.size() - 1;
    }

    private static Optional<Edition> edition(int number, List<Edition> editions) {
        return number < editions.size() ? Optional.of(editions.get(number)) : Optional.empty();
    }

    Stage stage() {
        return stage;
    }

    /** Ids of criteria and scores by number. */
    List<String> numbers() {
        return numbers;
    }

    Finding blank() {
        return new Finding(compiler.space().size(), numbers.size());
    }

    /** Number of an edition by name, -1 for none. */
    int edition(Optional<String> name) {
        return name.map(n -> editions.stream().map(Edition::name).toList().indexOf(n))
                .orElse(-1);
    }

    String edition(int number) {
        return number < 0 ? "" : editions.get(number).name();
    }

    private Key key(String name) {
        List<Edition.Range> ranges = editions.stream()
                .flatMap(e -> Stream.ofNullable(e.key().get(name)))
                .distinct()
                .toList();
        SubjectField field = compiler.field(stage, name);
        return new Key(field, compiler.values(field), ranges);
    }

    /**
     * Judges firms, or the element of each that the scene looks at; {@code outcome} is null where the stage is not asked. What is found is lent: it
     * is good until the next stage is asked.
     */
    void judge(Scene scene, long rows, Finding[] out) {
        if (keys.length == 0) {
            choose(ofKind(0), rows);
        }
        for (long left = keys.length == 0 ? 0 : rows; left != 0; left &= left - 1) {
            scene.turnTo(Long.numberOfTrailingZeros(left));
            choose(choice(scene), left & -left);
        }
        for (int v = 0; v < wanted.length; v++) {
            say(scene, v);
        }
        for (Choice choice : chosen) {
            for (long left = choice.rows; left != 0; left &= left - 1) {
                int row = Long.numberOfTrailingZeros(left);
                out[row] = choice.settled() ? said(choice.edition, row) : open(scene, choice, row);
            }
            choice.rows = 0;
        }
        chosen.clear();
    }

    private void choose(Choice choice, long rows) {
        if (choice.rows == 0) {
            chosen.add(choice);
        }
        choice.rows |= rows;
        wanted[variantOf[choice.edition]] |= rows;
        for (int edition : choice.each) {
            wanted[variantOf[edition]] |= rows;
        }
    }

    private void say(Scene scene, int variant) {
        long rows = wanted[variant];
        if (rows != 0) {
            wanted[variant] = 0;
            for (long left = rows; left != 0; left &= left - 1) {
                said[variant][Long.numberOfTrailingZeros(left)].clear();
            }
            variants.get(variant).judge(scene, rows, blame, said[variant]);
        }
    }

    private Finding said(int edition, int row) {
        Finding finding = said[variantOf[edition]][row];
        finding.edition = edition == editions.size() || finding.outcome == null ? -1 : edition;
        return finding;
    }

    private Choice choice(Scene scene) {
        if (keys.length == 1) {
            return ofKind(keys[0].ask(scene));
        }
        Integer[] answers = new Integer[keys.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = keys[i].ask(scene);
        }
        return choices.computeIfAbsent(Arrays.asList(answers), this::choose);
    }

    private Choice ofKind(int kind) {
        while (byKind.size() <= kind) {
            byKind.add(choose(keys.length == 0 ? List.of() : List.of(byKind.size())));
        }
        return byKind.get(kind);
    }

    private Choice choose(List<Integer> answered) {
        EditionChoice.KeyValues answers = k -> {
            int i = names.indexOf(k);
            return i < 0 ? Optional.empty() : keys[i].example(answered.get(i));
        };
        EditionChoice choice = EditionChoice.among(editions, answers, compiler.asOf());
        KeySpace space = KeySpace.of(
                editions,
                choice.unanswered(),
                k -> keys[names.indexOf(k)].field().field(),
                answers,
                compiler.asOf());
        int[] each = choice.unanswered().isEmpty()
                ? new int[0]
                : space.editions().stream().mapToInt(this::number).toArray();
        return new Choice(number(choice.edition()), each, choice.unanswered(), space);
    }

    private int number(Optional<Edition> edition) {
        return edition.map(editions::indexOf).orElse(editions.size());
    }

    /** While a key is unanswered, every edition that may still apply is tried, as the assessor does. */
    private Finding open(Scene scene, Choice choice, int row) {
        boolean gatesOpen = true;
        for (int edition : choice.each) {
            gatesOpen &= tried(edition, row).gateOpen;
        }
        if (gatesOpen) {
            return said(choice.edition, row);
        }
        Finding shown = shown(choice, row);
        if (shown.outcome == null || shown.outcome == Outcome.NOT_IN_FORCE) {
            return shown;
        }
        List<String> deciding = choice.deciding(said(choice, row), this::number);
        if (deciding.isEmpty()) {
            return shown;
        }
        scene.turnTo(row);
        return unsettled(deciding, scene, choice, shown.edition);
    }

    private Finding tried(int edition, int row) {
        return said[variantOf[edition]][row];
    }

    /** One character for every edition. */
    private String said(Choice choice, int row) {
        boolean no = true;
        for (int edition : choice.each) {
            Outcome outcome = tried(edition, row).outcome;
            no &= outcome == null || NO.contains(outcome);
        }
        char[] said = new char[choice.each.length];
        for (int i = 0; i < said.length; i++) {
            int edition = choice.each[i];
            said[i] = no && edition == editions.size() ? SIMPLY_NO : said(tried(edition, row), edition);
        }
        return new String(said);
    }

    private static final Set<Outcome> NO = EnumSet.of(Outcome.INELIGIBLE, Outcome.NOT_IN_FORCE);
    /** No in every edition there is: a year without one changes nothing. */
    private static final char SIMPLY_NO = (char) (Outcome.INELIGIBLE.ordinal() + 1 | 1 << 4);

    private Finding unsettled(List<String> deciding, Scene scene, Choice choice, int edition) {
        Finding open = unsettled[scene.row()];
        open.clear();
        open.edition = edition;
        open.outcome = Outcome.INCOMPLETE;
        for (String key : deciding) {
            keys[names.indexOf(key)].field().missing(scene, open.open());
        }
        for (int e : choice.each) {
            open.add(tried(e, scene.row()));
        }
        return open;
    }

    /** What is shown: blank if no edition asks. */
    private Finding shown(Choice choice, int row) {
        int first = -1;
        boolean asked = false;
        boolean likeliest = false;
        for (int e : choice.each) {
            boolean said = tried(e, row).outcome != null;
            asked |= said && e < editions.size();
            first = first < 0 && said ? e : first;
            likeliest |= said && e == choice.edition;
        }
        if (!asked) {
            Finding nothing = unsettled[row];
            nothing.clear();
            return nothing;
        }
        return said(likeliest ? choice.edition : first, row);
    }

    /** What a verdict says as far as it is final; an open one may come to say anything its edition allows. */
    private char said(Finding finding, int edition) {
        @Nullable Outcome outcome = finding.outcome;
        if (outcome == null) {
            return 0;
        }
        boolean decided = outcome != Outcome.INCOMPLETE && outcome != Outcome.REVIEW;
        int result = 1;
        for (int r = 0; r < stage.results().size(); r++) {
            result = stage.results().get(r).name().equals(finding.result) ? r + 2 : result;
        }
        return (char) (outcome.ordinal() + 1 | result << 4 | (decided ? 0 : edition + 1) << 9);
    }
}
