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
    private static final int MOST_REMEMBERED = 5_000;
    private final Compiler compiler;
    private final Stage stage;
    private final List<Edition> editions;
    private final Variant[] variants;
    private final List<String> numbers = new ArrayList<>();
    private final List<String> names;
    private final Key[] keys;
    private final Map<List<Integer>, Choice> choices = new HashMap<>();
    private final List<Choice> chosen = new ArrayList<>();
    private final Blame blame;
    /** By edition and firm, made when first needed. */
    private final Finding[][] tried;

    /** Which editions some values of the keys leave open, and the firms before the judge with these values. */
    private static final class Choice {
        /** Number of the one that applies, or the likeliest; behind the last for none. */
        final int edition;
        /** Numbers of all that may apply, in the order tried; empty if the keys are settled. */
        final int[] each;

        final List<String> unanswered;
        final KeySpace space;
        /** Which unanswered keys make a difference, by what each edition says. */
        final Map<String, int[]> deciding = new HashMap<>();

        long rows;

        Choice(int edition, int[] each, List<String> unanswered, KeySpace space) {
            this.edition = edition;
            this.each = each;
            this.unanswered = unanswered;
            this.space = space;
        }
    }

    StageCode(Compiler compiler, Policy policy, Stage stage) {
        this.compiler = compiler;
        this.stage = stage;
        this.editions = policy.editionsOf(stage.name());
        TreeCompiler trees = new TreeCompiler(compiler, stage, numbers);
        this.variants = new Variant[editions.size() + 1];
        for (int e = 0; e < variants.length; e++) {
            variants[e] = new Variant(stage, edition(e, editions), !editions.isEmpty(), trees);
        }
        this.names = editions.stream()
                .flatMap(e -> e.key().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        this.keys = names.stream().map(this::key).toArray(Key[]::new);
        this.blame = new Blame(numbers.size());
        this.tried = new Finding[variants.length][];
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

    /** One for every firm before the judge. */
    Finding[] blanks() {
        Finding[] blanks = new Finding[Scene.MOST];
        Arrays.setAll(blanks, i -> blank());
        return blanks;
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

    /** Judges firms, or the element of each that the scene looks at; {@code outcome} stays null where the stage is not asked. */
    void judge(Scene scene, long rows, Finding[] out) {
        for (long left = rows; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            scene.turnTo(row);
            out[row].clear();
            choose(choice(scene), left & -left);
        }
        for (Choice choice : chosen) {
            if (choice.each.length == 0) {
                one(scene, choice.edition, choice.rows, out);
            } else {
                open(scene, choice, out);
            }
            choice.rows = 0;
        }
        chosen.clear();
    }

    private void choose(Choice choice, long row) {
        if (choice.rows == 0) {
            chosen.add(choice);
        }
        choice.rows |= row;
    }

    /** Into blank findings. */
    private void one(Scene scene, int edition, long rows, Finding[] out) {
        variants[edition].judge(scene, rows, blame, out);
        for (long left = rows; left != 0; left &= left - 1) {
            Finding finding = out[Long.numberOfTrailingZeros(left)];
            finding.edition = edition == editions.size() || finding.outcome == null ? -1 : edition;
        }
    }

    private Choice choice(Scene scene) {
        if (choices.size() > MOST_REMEMBERED && chosen.isEmpty()) {
            choices.clear();
        }
        Integer[] answers = new Integer[keys.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = keys[i].ask(scene);
        }
        return choices.computeIfAbsent(Arrays.asList(answers), this::choose);
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
    private void open(Scene scene, Choice choice, Finding[] out) {
        for (int edition : choice.each) {
            Finding[] findings = tried(edition);
            for (long left = choice.rows; left != 0; left &= left - 1) {
                findings[Long.numberOfTrailingZeros(left)].clear();
            }
            one(scene, edition, choice.rows, findings);
        }
        for (long left = choice.rows; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            scene.turnTo(row);
            open(scene, choice, row, out);
        }
    }

    private Finding[] tried(int edition) {
        if (tried[edition] == null) {
            tried[edition] = blanks();
        }
        return tried[edition];
    }

    private void open(Scene scene, Choice choice, int row, Finding[] out) {
        boolean gatesOpen = true;
        for (int edition : choice.each) {
            gatesOpen &= tried[edition][row].gateOpen;
        }
        if (gatesOpen) {
            one(scene, choice.edition, 1L << row, out);
            return;
        }
        int shown = shown(choice, row);
        if (shown < 0) {
            return;
        }
        out[row].copy(tried[shown][row]);
        String said = said(choice, row);
        int[] deciding = alike(said) ? NONE : deciding(choice, said);
        if (deciding.length > 0) {
            unsettled(deciding, scene, choice, out[row]);
        }
    }

    private static boolean alike(String said) {
        return said.chars().allMatch(c -> c == said.charAt(0));
    }

    /** One character for every edition. */
    private String said(Choice choice, int row) {
        boolean no = true;
        for (int edition : choice.each) {
            Outcome outcome = tried[edition][row].outcome;
            no &= outcome == null || NO.contains(outcome);
        }
        char[] said = new char[choice.each.length];
        for (int i = 0; i < said.length; i++) {
            int edition = choice.each[i];
            said[i] = no && edition == editions.size() ? SIMPLY_NO : said(tried[edition][row], edition);
        }
        return new String(said);
    }

    private static final int[] NONE = {};
    private static final Set<Outcome> NO = EnumSet.of(Outcome.INELIGIBLE, Outcome.NOT_IN_FORCE);
    /** No in every edition there is: a year without one changes nothing. */
    private static final char SIMPLY_NO = (char) (Outcome.INELIGIBLE.ordinal() + 1 | 1 << 4);

    private void unsettled(int[] deciding, Scene scene, Choice choice, Finding out) {
        if (out.outcome != Outcome.NOT_IN_FORCE) {
            int edition = out.edition;
            out.clear();
            out.edition = edition;
            out.outcome = Outcome.INCOMPLETE;
            for (int key : deciding) {
                keys[key].field().missing(scene, out.missing);
            }
            for (int e : choice.each) {
                Bits.add(out.missing, tried[e][scene.row()].missing);
            }
        }
    }

    /** The edition whose verdict is shown; -1 if none asks. */
    private int shown(Choice choice, int row) {
        int first = -1;
        boolean asked = false;
        boolean likeliest = false;
        for (int e : choice.each) {
            boolean said = tried[e][row].outcome != null;
            asked |= said && e < editions.size();
            first = first < 0 && said ? e : first;
            likeliest |= said && e == choice.edition;
        }
        if (!asked) {
            return -1;
        }
        return likeliest ? choice.edition : first;
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

    private int[] deciding(Choice choice, String said) {
        return choice.deciding.computeIfAbsent(said, s -> {
            List<String> open = choice.space.deciding(choice.unanswered, e -> said(choice, e, s));
            return open.stream().mapToInt(names::indexOf).toArray();
        });
    }

    private String said(Choice choice, Optional<Edition> edition, String said) {
        int number = number(edition);
        for (int i = 0; i < choice.each.length; i++) {
            if (choice.each[i] == number) {
                return said.substring(i, i + 1);
            }
        }
        throw new IllegalStateException("an edition that was not tried");
    }
}
