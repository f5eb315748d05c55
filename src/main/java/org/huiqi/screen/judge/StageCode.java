package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.assess.EditionChoice;
import org.huiqi.assess.KeySpace;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;
import org.huiqi.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** A stage of a policy as code, all its editions included. The code is shared by threads; what is remembered on the way is locked. */
final class StageCode {
    private static final int MOST_REMEMBERED = 20_000;
    private final Compiler compiler;
    private final Stage stage;
    private final List<Edition> editions;
    private final Map<Optional<Edition>, Variant> variants = new LinkedHashMap<>();
    private final List<Optional<Edition>> order = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<String> keys;
    private final SubjectField[] keyFields;
    private final Map<List<Object>, Choice> choices = new HashMap<>();

    /**
     * Which editions some values of the keys leave open.
     *
     * @param edition the one that applies, or the likeliest
     * @param each all that may apply, in the order tried; empty if the keys are settled
     * @param deciding which unanswered keys make a difference, by what each edition says
     */
    private record Choice(
            Optional<Edition> edition,
            List<Optional<Edition>> each,
            List<String> unanswered,
            KeySpace space,
            Map<List<String>, List<String>> deciding) {}

    StageCode(Compiler compiler, Policy policy, Stage stage) {
        this.compiler = compiler;
        this.stage = stage;
        this.editions = policy.editionsOf(stage.name());
        TreeCompiler trees = new TreeCompiler(compiler, stage, numbers);
        editions.forEach(e -> variant(Optional.of(e), trees));
        variant(Optional.empty(), trees);
        this.keys = editions.stream()
                .flatMap(e -> e.key().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        this.keyFields = keys.stream().map(k -> compiler.field(stage, k)).toArray(SubjectField[]::new);
    }

    private void variant(Optional<Edition> edition, TreeCompiler trees) {
        variants.put(edition, new Variant(stage, edition, !editions.isEmpty(), trees));
        order.add(edition);
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

    /** Judges the element that the scene looks at; {@code outcome} stays null where the stage is not asked. */
    Finding judge(Scene scene) {
        Finding out = blank();
        judge(scene, out);
        return out;
    }

    void judge(Scene scene, Finding out) {
        out.clear();
        Choice choice = choice(scene);
        if (choice.each().isEmpty()) {
            one(choice.edition(), scene, out);
        } else {
            open(choice, scene, out);
        }
        if (out.outcome == null) {
            out.edition = -1;
        }
    }

    private void one(Optional<Edition> edition, Scene scene, Finding out) {
        variants.get(edition).judge(scene, out);
        out.edition = order.indexOf(edition) == editions.size() ? -1 : order.indexOf(edition);
    }

    private Choice choice(Scene scene) {
        List<Object> values = List.of();
        if (keyFields.length > 0) {
            Object[] answers = new Object[keyFields.length];
            for (int i = 0; i < answers.length; i++) {
                Object value = keyFields[i].value(scene);
                answers[i] = value == null ? "" : value;
            }
            values = List.of(answers);
        }
        synchronized (choices) {
            Choice known = choices.get(values);
            if (known == null) {
                if (choices.size() > MOST_REMEMBERED) {
                    choices.clear();
                }
                known = choose(values);
                choices.put(values, known);
            }
            return known;
        }
    }

    private Choice choose(List<Object> values) {
        EditionChoice.KeyValues answers = k -> {
            int i = keys.indexOf(k);
            return i < 0 || "".equals(values.get(i)) ? Optional.empty() : Optional.of(values.get(i));
        };
        EditionChoice choice = EditionChoice.among(editions, answers, compiler.asOf());
        KeySpace space = KeySpace.of(
                editions, choice.unanswered(), k -> keyFields[keys.indexOf(k)].field(), answers, compiler.asOf());
        List<Optional<Edition>> each = choice.unanswered().isEmpty() ? List.of() : List.copyOf(space.editions());
        return new Choice(choice.edition(), each, choice.unanswered(), space, new HashMap<>());
    }

    /** While a key is unanswered, every edition that may still apply is tried, as the assessor does. */
    private void open(Choice choice, Scene scene, Finding out) {
        List<Finding> found = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Optional<Edition> edition : choice.each()) {
            Finding one = blank();
            one(edition, scene, one);
            found.add(one);
            said.add(said(one, edition));
        }
        int shown = shown(choice, found);
        if (shown < 0) {
            return;
        }
        List<String> deciding = deciding(choice, said);
        one(choice.each().get(shown), scene, out);
        if (!deciding.isEmpty()) {
            unsettled(deciding, found, scene, out);
        }
    }

    private void unsettled(List<String> deciding, List<Finding> found, Scene scene, Finding out) {
        if (out.outcome != Outcome.NOT_IN_FORCE) {
            int edition = out.edition;
            out.clear();
            out.edition = edition;
            out.outcome = Outcome.INCOMPLETE;
            deciding.forEach(k -> keyFields[keys.indexOf(k)].missing(scene, out.missing));
            found.forEach(f -> Bits.add(out.missing, f.missing));
        }
    }

    /** The verdict that is shown; -1 if no edition asks. */
    private static int shown(Choice choice, List<Finding> found) {
        int first = -1;
        boolean asked = false;
        int likeliest = choice.each().indexOf(choice.edition());
        for (int i = 0; i < found.size(); i++) {
            boolean said = found.get(i).outcome != null;
            asked |= said && choice.each().get(i).isPresent();
            first = first < 0 && said ? i : first;
        }
        if (!asked) {
            return -1;
        }
        return likeliest >= 0 && found.get(likeliest).outcome != null ? likeliest : first;
    }

    private static String said(Finding finding, Optional<Edition> edition) {
        @Nullable Outcome outcome = finding.outcome;
        if (outcome == null) {
            return "";
        }
        boolean decided = outcome != Outcome.INCOMPLETE && outcome != Outcome.REVIEW;
        return outcome
                + finding.result
                + (decided ? "" : edition.map(Edition::name).orElse(""));
    }

    private static List<String> deciding(Choice choice, List<String> said) {
        synchronized (choice.deciding()) {
            return choice.deciding()
                    .computeIfAbsent(
                            said,
                            s -> choice.space()
                                    .deciding(
                                            choice.unanswered(),
                                            e -> s.get(choice.each().indexOf(e))));
        }
    }
}
