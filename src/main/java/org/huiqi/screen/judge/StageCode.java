package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.assess.EditionChoice;
import org.huiqi.assess.KeySpace;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;

/** A stage of a policy as code, all its editions included. Not thread-safe: it remembers on the way. */
final class StageCode {
    private final Compiler compiler;
    private final Stage stage;
    private final List<Edition> editions;
    /** Those that say different things. */
    private final List<Variant> variants = new ArrayList<>();
    /** Which of them an edition is; behind the last for none. */
    private final int[] variantOf;

    private final Findings found;
    private final Trial trial;
    private final Finding nothing;
    private final Split split = new Split();

    private final List<String> numbers = new ArrayList<>();
    private final List<String> names;
    private final Key[] keys;
    private final Map<List<Integer>, Choice> choices = new HashMap<>();
    private final List<Choice> byKind = new ArrayList<>();
    private final List<Choice> chosen = new ArrayList<>();

    StageCode(Compiler compiler, Policy policy, Stage stage) {
        this.compiler = compiler;
        this.stage = stage;
        this.editions = policy.editionsOf(stage.name());
        TreeCompiler trees = new TreeCompiler(compiler, stage, numbers);
        this.variantOf = new int[editions.size() + 1];
        for (int e = 0; e < variantOf.length; e++) {
            variantOf[e] = number(new Variant(stage, edition(e, editions), !editions.isEmpty(), trees));
        }
        this.names = editions.stream()
                .flatMap(e -> e.key().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        this.keys = names.stream().map(this::key).toArray(Key[]::new);
        this.found = compiler.findings(0);
        Findings[] said = new Findings[variants.size()];
        Arrays.setAll(said, v -> compiler.findings(v + 1));
        this.nothing = blank();
        this.trial = new Trial(editions, byName(), variants, variantOf, said, this::begin);
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

    /** For it to fill. */
    void begin(Findings blank) {
        blank.begin(stage.results().size(), editions.size(), numbers.size());
    }

    Finding blank() {
        return new Finding(compiler.space().size(), numbers.size());
    }

    /** What was found of one firm, to be read only. */
    Finding finding(Findings all, long firm) {
        Finding finding = nothing.of(all, firm);
        int result = all.result(firm);
        finding.result = result < 0 ? "" : stage.results().get(result).name();
        return finding;
    }

    /** Number of an edition by name, -1 for none. */
    int edition(Optional<String> name) {
        return name.map(n -> editions.stream().map(Edition::name).toList().indexOf(n))
                .orElse(-1);
    }

    String edition(int number) {
        return number < 0 ? "" : editions.get(number).name();
    }

    private Map<String, Key> byName() {
        Map<String, Key> all = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            all.put(names.get(i), keys[i]);
        }
        return all;
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
     * Judges firms, or the element of each that the scene looks at. Who is in no outcome is not asked. What is found is lent: it is good until the
     * next stage is asked.
     */
    Findings judge(Scene scene, long rows) {
        begin(found);
        choose(scene, rows);
        for (Choice choice : chosen) {
            if (choice.settled()) {
                variants.get(variantOf[choice.edition]).judge(scene, choice.rows, found);
                found.applied(choice.edition, choice.rows & found.asked());
            } else {
                trial.judge(scene, choice, found);
            }
            choice.rows = 0;
        }
        chosen.clear();
        return found;
    }

    private void choose(Scene scene, long rows) {
        split.begin(rows);
        for (Key key : keys) {
            key.split(scene, rows, split);
        }
        for (int g = 0; g < split.count(); g++) {
            choose(choice(Long.numberOfTrailingZeros(split.group(g))), split.group(g));
        }
    }

    private void choose(Choice choice, long rows) {
        if (choice.rows == 0) {
            chosen.add(choice);
        }
        choice.rows |= rows;
    }

    private Choice choice(int firm) {
        if (keys.length < 2) {
            return ofKind(keys.length == 0 ? 0 : keys[0].asked(firm));
        }
        List<Integer> answers = Stream.of(keys).map(k -> k.asked(firm)).toList();
        return choices.computeIfAbsent(answers, this::choose);
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
}
