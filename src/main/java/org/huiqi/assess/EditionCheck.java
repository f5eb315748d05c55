package org.huiqi.assess;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Stage;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;

/** Whether the editions of a policy can be chosen between, and whether each demands something of every stage it speaks of. */
final class EditionCheck {
    private final Policy policy;
    private final Dictionary dictionary;
    private final List<Problem> problems;

    EditionCheck(Policy policy, Dictionary dictionary, List<Problem> problems) {
        this.policy = policy;
        this.dictionary = dictionary;
        this.problems = problems;
    }

    void run() {
        Set<String> names = new HashSet<>();
        policy.editions().forEach(e -> {
            if (!names.add(e.name())) {
                wrong(
                        e.line(),
                        "edition '" + e.name() + "' stands twice.",
                        "Requirement trees name editions: give it another name.");
            }
            known(e, e.documents(), policy.documents().keySet(), "document");
            known(e, e.stages(), policy.stages().keySet(), "stage");
        });
        policy.stages().values().forEach(this::stage);
    }

    private void known(Edition edition, List<String> named, Collection<String> known, String what) {
        named.stream()
                .filter(n -> !known.contains(n))
                .forEach(n -> wrong(
                        edition.line(),
                        "edition " + edition.name() + " names the unknown " + what + " '" + n + "'.",
                        Nearest.maybe(n, known) + " Known: " + known + "."));
    }

    private void stage(Stage stage) {
        List<Edition> editions = policy.editionsOf(stage.name());
        editions.forEach(e -> e.key().forEach((field, range) -> key(stage, e, field, range)));
        overlaps(editions);
        editions.stream()
                .filter(e -> demandsNothing(stage, e))
                .forEach(
                        e -> wrong(
                                e.line(),
                                "edition " + e.name() + " demands nothing in stage " + stage.name() + ".",
                                "Let a part of the tree count in it, name its stages, or say why it only informs (information: …)."));
        Set<String> known = editions.stream().map(Edition::name).collect(Collectors.toSet());
        CrossCheck.requirements(stage)
                .flatMap(Requirement::editions)
                .distinct()
                .filter(e -> !known.contains(e))
                .forEach(e -> wrong(
                        stage.line(),
                        "unknown edition '" + e + "' in stage " + stage.name() + ".",
                        Nearest.maybe(e, known) + " Editions of this stage: " + known + "."));
    }

    private static boolean demandsNothing(Stage stage, Edition edition) {
        boolean judges = edition.information().isEmpty() && stage.information().isEmpty();
        boolean left = stage.require().flatMap(r -> r.in(edition.name())).isPresent()
                || stage.results().stream()
                        .anyMatch(r -> r.when().in(edition.name()).isPresent());
        boolean asks = stage.require().isPresent() || !stage.results().isEmpty();
        return judges && asks && !left;
    }

    private void key(Stage stage, Edition edition, String name, Edition.Range range) {
        Optional<Field> field = field(stage.subject(), name).or(() -> field(Dictionary.ENTERPRISE, name));
        if (field.isEmpty()) {
            List<String> known = dictionary.find(stage.subject()).map(FactType::fields).orElse(List.of()).stream()
                    .map(Field::name)
                    .toList();
            wrong(
                    edition.line(),
                    "edition key '" + name + "' is no field of " + stage.subject() + " or Enterprise.",
                    Nearest.maybe(name, known));
            return;
        }
        if (!Keys.fits(range, field.get())) {
            wrong(
                    edition.line(),
                    "the key " + name + ": " + Keys.show(range) + " of edition " + edition.name() + " is no range of "
                            + field.get().type().javaName() + " values.",
                    Keys.remedy(field.get()));
        }
    }

    private void overlaps(List<Edition> editions) {
        for (int i = 0; i < editions.size(); i++) {
            for (int j = i + 1; j < editions.size(); j++) {
                Edition a = editions.get(i);
                Edition b = editions.get(j);
                boolean keyed = !a.key().isEmpty() || !b.key().isEmpty();
                if (keyed && Keys.overlap(a, b)) {
                    wrong(
                            b.line(),
                            "editions " + a.name() + " and " + b.name() + " have overlapping keys.",
                            "A key must choose one.");
                }
            }
        }
    }

    private Optional<Field> field(String type, String name) {
        return dictionary.find(type).flatMap(t -> t.find(name));
    }

    private void wrong(int line, String message, String remedy) {
        problems.add(Problem.inRules("rules/policies/" + policy.id() + "/policy.yaml", line, message, remedy));
    }
}
