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
    private final OpenFields[] open;
    private final Map<List<Integer>, Choice> choices = new HashMap<>();
    private final Finding[] tried;
    private final Hearing hearing = new Hearing(1);
    private final Precedents precedents = new Precedents();

    /**
     * Which editions some values of the keys leave open.
     *
     * @param edition number of the one that applies, or the likeliest; behind the last for none
     * @param each numbers of all that may apply, in the order tried; empty if the keys are settled
     * @param deciding which unanswered keys make a difference, by what each edition says
     */
    private record Choice(
            int edition, int[] each, List<String> unanswered, KeySpace space, Map<String, int[]> deciding) {}

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
        this.open = Arrays.stream(keys)
                .map(k -> new OpenFields(k.field()::missing, compiler.space().size()))
                .toArray(OpenFields[]::new);
        this.tried = new Finding[variants.length];
        Arrays.setAll(tried, e -> blank());
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

    /** Judges the element that the scene looks at; {@code outcome} is null where the stage is not asked. */
    Said judge(Scene scene) {
        Said known = precedents.find(scene);
        return known == null ? first(scene) : known;
    }

    /** Of the first firm with these answers. */
    private Said first(Scene scene) {
        Said said = new Said(blank());
        hearing.begin(scene);
        judge(said.finding);
        precedents.keep(hearing.asked(), said);
        return said;
    }

    private void judge(Finding out) {
        Choice choice = choice();
        if (choice.each().length == 0) {
            one(choice.edition(), out);
        } else {
            open(choice, out);
        }
        if (out.outcome == null) {
            out.edition = -1;
        }
    }

    private void one(int edition, Finding out) {
        out.clear();
        variants[edition].judge(hearing, out);
        out.edition = edition == editions.size() ? -1 : edition;
    }

    private Choice choice() {
        if (choices.size() > MOST_REMEMBERED) {
            choices.clear();
        }
        Integer[] answers = new Integer[keys.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = hearing.ask(keys[i]);
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
        return new Choice(number(choice.edition()), each, choice.unanswered(), space, new HashMap<>());
    }

    private int number(Optional<Edition> edition) {
        return edition.map(editions::indexOf).orElse(editions.size());
    }

    /** While a key is unanswered, every edition that may still apply is tried, as the assessor does. */
    private void open(Choice choice, Finding out) {
        char[] said = new char[choice.each().length];
        boolean no = true;
        for (int edition : choice.each()) {
            one(edition, tried[edition]);
            no &= tried[edition].outcome == null || NO.contains(tried[edition].outcome);
        }
        boolean alike = true;
        for (int i = 0; i < said.length; i++) {
            int edition = choice.each()[i];
            said[i] = no && edition == editions.size() ? SIMPLY_NO : said(tried[edition], edition);
            alike &= said[i] == said[0];
        }
        if (gatesOpen(choice)) {
            one(choice.edition(), out);
            return;
        }
        int shown = shown(choice);
        if (shown < 0) {
            return;
        }
        out.copy(tried[shown]);
        int[] deciding = alike ? NONE : deciding(choice, said);
        if (deciding.length > 0) {
            unsettled(deciding, choice, out);
        }
    }

    private boolean gatesOpen(Choice choice) {
        return Arrays.stream(choice.each()).allMatch(e -> variants[e].gateOpen(hearing));
    }

    private static final int[] NONE = {};
    private static final Set<Outcome> NO = EnumSet.of(Outcome.INELIGIBLE, Outcome.NOT_IN_FORCE);
    /** No in every edition there is: a year without one changes nothing. */
    private static final char SIMPLY_NO = (char) (Outcome.INELIGIBLE.ordinal() + 1 | 1 << 4);

    private void unsettled(int[] deciding, Choice choice, Finding out) {
        if (out.outcome != Outcome.NOT_IN_FORCE) {
            int edition = out.edition;
            out.clear();
            out.edition = edition;
            out.outcome = Outcome.INCOMPLETE;
            for (int key : deciding) {
                Bits.add(out.missing, open[key].set(hearing.ask(open[key])));
            }
            for (int e : choice.each()) {
                Bits.add(out.missing, tried[e].missing);
            }
        }
    }

    /** The edition whose verdict is shown; -1 if none asks. */
    private int shown(Choice choice) {
        int first = -1;
        boolean asked = false;
        boolean likeliest = false;
        for (int e : choice.each()) {
            boolean said = tried[e].outcome != null;
            asked |= said && e < editions.size();
            first = first < 0 && said ? e : first;
            likeliest |= said && e == choice.edition();
        }
        if (!asked) {
            return -1;
        }
        return likeliest ? choice.edition() : first;
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

    private int[] deciding(Choice choice, char[] said) {
        return choice.deciding().computeIfAbsent(new String(said), s -> {
            List<String> open = choice.space().deciding(choice.unanswered(), e -> said(choice, e, s));
            return open.stream().mapToInt(names::indexOf).toArray();
        });
    }

    private String said(Choice choice, Optional<Edition> edition, String said) {
        int number = number(edition);
        for (int i = 0; i < choice.each().length; i++) {
            if (choice.each()[i] == number) {
                return said.substring(i, i + 1);
            }
        }
        throw new IllegalStateException("an edition that was not tried");
    }
}
