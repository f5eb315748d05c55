package org.huiqi.assess;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Form;
import org.huiqi.engine.Law;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.Sheet;
import org.huiqi.policy.AmountPlan;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.policy.Stage;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;

/** Joins what the DRL says with what policy.yaml says, and complains wherever they do not meet. */
final class CrossCheck {
    private final ParsedRules rules;
    private final Map<String, Policy> policies;
    private final List<Problem> problems;
    private final Map<String, Criterion> criteria;

    CrossCheck(ParsedRules rules, Map<String, Policy> policies, List<Problem> problems) {
        this.rules = rules;
        this.policies = policies;
        this.problems = problems;
        this.criteria = rules.criteria().stream().collect(Collectors.toMap(Criterion::id, c -> c, (a, b) -> a));
    }

    void run() {
        rules.criteria()
                .forEach(c -> cited(c.policy(), c.place().file(), c.place().line(), c.document()));
        rules.sheets()
                .forEach(s -> s.steps()
                        .forEach(t ->
                                cited(t.policy(), t.place().file(), t.place().line(), t.document())));
        policies.forEach(this::policy);
        new NeighbourCheck(policies, problems).run();
        sheetNames();
        unusedSheets();
        rules.dictionary().find(Dictionary.ENTERPRISE).stream()
                .flatMap(e -> e.fields().stream())
                .filter(Field::derived)
                .forEach(this::derived);
    }

    /** A derived field must come from a classification that itself rests on answers only. */
    private void derived(Field field) {
        Policy policy = policies.get(field.from());
        Stage stage = policy == null ? null : policy.stages().get(policy.headline());
        if (stage == null || stage.results().isEmpty() || !stage.ofEnterprise()) {
            problems.add(Problem.inRules(
                    "rules/facts.drl",
                    1,
                    "field '" + field.name() + "' comes from '" + field.from() + "', which is no classification.",
                    Nearest.maybe(field.from(), policies.keySet())));
            return;
        }
        stage.results().stream()
                .map(Stage.Result::name)
                .filter(r -> !field.choices().contains(r))
                .forEach(r -> problems.add(Problem.inRules(
                        "rules/facts.drl",
                        1,
                        "result '" + r + "' of " + policy.id() + " is no choice of '" + field.name() + "'.",
                        "Add it to @choices.")));
        rules.criteria().stream()
                .filter(c -> c.policy().equals(policy.id())
                        && Law.atoms(c.form()).stream()
                                .flatMap(a -> a.reads().stream())
                                .anyMatch(r -> r.field().derived()))
                .forEach(c -> problems.add(Problem.inRules(
                        "rules/" + c.place().file(),
                        c.place().line(),
                        c.id() + " reads a derived field, but its policy derives one.",
                        "Read answers only.")));
    }

    private void policy(String folder, Policy policy) {
        if (!policy.id().equals(folder)) {
            wrong(policy, 1, "id '" + policy.id() + "' differs from the folder '" + folder + "'.", "Make them equal.");
        }
        new EditionCheck(policy, rules.dictionary(), problems).run();
        policy.stages().values().forEach(s -> stage(policy, s));
        policy.amount().ifPresent(a -> amount(policy, a));
        unused(policy);
    }

    private void cited(String policyId, String file, int line, String document) {
        Policy policy = policies.get(policyId);
        if (policy != null && !document.isEmpty() && !policy.documents().containsKey(document)) {
            problems.add(Problem.inRules(
                    "rules/" + file,
                    line,
                    "unknown document '" + document + "'.",
                    Nearest.maybe(document, policy.documents().keySet()) + " Documents: "
                            + policy.documents().keySet() + "."));
        }
    }

    private void stage(Policy policy, Stage stage) {
        if (!stage.ofEnterprise()
                && rules.dictionary().repeated().stream()
                        .noneMatch(t -> t.name().equals(stage.subject()))) {
            wrong(
                    policy,
                    stage.line(),
                    "unknown subject '" + stage.subject() + "'.",
                    Nearest.maybe(
                            stage.subject(),
                            rules.dictionary().types().stream()
                                    .map(FactType::name)
                                    .toList()));
        }
        requirements(stage).forEach(r -> requirement(policy, stage, r));
    }

    static Stream<Requirement> requirements(Stage stage) {
        return Stream.of(
                        stage.given().stream(),
                        stage.require().stream(),
                        stage.results().stream().map(Stage.Result::when))
                .flatMap(s -> s);
    }

    private void requirement(Policy policy, Stage stage, Requirement requirement) {
        requirement.criteria().distinct().forEach(id -> criterion(policy, stage, id));
        requirement.scores().forEach(s -> score(policy, stage, s));
    }

    private void criterion(Policy policy, Stage stage, String id) {
        Criterion criterion = criteria.get(id);
        if (criterion == null && refused(policy, id)) {
            return; // said already, where the rule stands
        }
        if (criterion == null) {
            wrong(
                    policy,
                    stage.line(),
                    "unknown criterion '" + id + "' in stage " + stage.name() + ".",
                    Nearest.maybe(id, criteria.keySet()));
        } else if (!criterion.policy().equals(policy.id())) {
            wrong(
                    policy,
                    stage.line(),
                    "criterion '" + id + "' belongs to " + criterion.policy() + ".",
                    "Give this policy one of its own, or use 'requires'.");
        } else if (criterion.form() instanceof Form.OnFact f
                && !f.type().equals(Dictionary.ENTERPRISE)
                && !f.type().equals(stage.subject())) {
            wrong(
                    policy,
                    stage.line(),
                    id + " tests a " + f.type() + ", but stage " + stage.name() + " is about " + stage.subject() + ".",
                    "Use exists / not, or change the subject.");
        }
    }

    /** Was the rule of this name, or the file it may stand in, refused? */
    private boolean refused(Policy policy, String id) {
        String file = "rules/policies/" + policy.id() + "/criteria.drl:";
        return problems.stream()
                .filter(p -> p.place().startsWith(file))
                .map(p -> p.message().en())
                .anyMatch(m -> m.contains(id + " ") || m.startsWith("not DRL") || m.startsWith("brackets"));
    }

    private void score(Policy policy, Stage stage, Score score) {
        if (criteria.containsKey(score.id())) {
            wrong(policy, score.line(), "the id " + score.id() + " is taken by a criterion.", "Ids are unique.");
        }
        Set<String> seen = new HashSet<>();
        Stream.concat(score.criteria(), score.fields())
                .filter(item -> !seen.add(item))
                .forEach(item -> wrong(policy, score.line(), "score item " + item + " counts twice.", "Keep one."));
        cited(policy.id(), "policies/" + policy.id() + "/policy.yaml", score.line(), score.document());
        score.criteria()
                .filter(id ->
                        criteria.containsKey(id) && criteria.get(id).points().isEmpty())
                .forEach(id -> wrong(
                        policy,
                        score.line(),
                        "score item " + id + " has no @points.",
                        "Add @points(\"5\") to the rule."));
        score.fields().forEach(name -> scoreField(policy, stage, score, name));
    }

    private void scoreField(Policy policy, Stage stage, Score score, String name) {
        Optional<Field> field = field(stage.subject(), name).or(() -> field(Dictionary.ENTERPRISE, name));
        if (field.isEmpty()) {
            wrong(
                    policy,
                    score.line(),
                    "unknown score field '" + name + "'.",
                    Nearest.maybe(name, names(stage.subject())));
        } else if (!field.get().type().numeric()
                || field.get().min() == null
                || field.get().max() == null) {
            wrong(
                    policy,
                    score.line(),
                    "score field '" + name + "' must be a number with @min and @max.",
                    "They bound it while it is unknown.");
        }
    }

    private void amount(Policy policy, AmountPlan plan) {
        Optional<Sheet> sheet = rules.findSheet(plan.sheet());
        sheet.ifPresent(s -> figures(policy, plan, s));
        sheet.ifPresent(s -> entitlement(policy, plan, s));
        List<String> editions = policy.editions().stream().map(Edition::name).toList();
        plan.editions().stream()
                .filter(e -> !editions.contains(e))
                .forEach(e -> wrong(
                        policy, plan.line(), "unknown edition '" + e + "' in amount.", Nearest.maybe(e, editions)));
        classes(policy, plan);
        sheet.filter(s -> !s.policy().equals(policy.id()))
                .ifPresent(s -> wrong(
                        policy,
                        plan.line(),
                        "sheet '" + plan.sheet() + "' belongs to " + s.policy() + ".",
                        "Declare one here."));
        if (sheet.isEmpty()) {
            List<String> known =
                    rules.sheets().stream().map(s -> s.type().name()).toList();
            wrong(policy, plan.line(), "unknown sheet '" + plan.sheet() + "'.", Nearest.maybe(plan.sheet(), known));
        }
    }

    private void classes(Policy policy, AmountPlan plan) {
        List<String> known = Stream.ofNullable(policy.stages().get(policy.headline()))
                .flatMap(s -> s.results().stream())
                .map(Stage.Result::name)
                .toList();
        plan.results().stream()
                .filter(r -> !known.contains(r))
                .forEach(r ->
                        wrong(policy, plan.line(), "unknown result '" + r + "' in amount.", Nearest.maybe(r, known)));
    }

    private void figures(Policy policy, AmountPlan plan, Sheet sheet) {
        List<String> known = sheet.type().fields().stream().map(Field::name).toList();
        Stream.of(List.of(plan.benefit()), plan.totals(), plan.columns())
                .flatMap(List::stream)
                .distinct()
                .filter(f -> !f.isEmpty() && !known.contains(f))
                .forEach(f -> wrong(policy, plan.line(), "unknown figure '" + f + "'.", Nearest.maybe(f, known)));
    }

    private void entitlement(Policy policy, AmountPlan plan, Sheet sheet) {
        Stage stage = policy.stages().get(plan.stage());
        String names = "stage " + plan.stage() + " and sheet " + plan.sheet();
        if (stage == null && !plan.stage().isEmpty()) {
            String stages = "Stages: " + policy.stages().keySet() + ".";
            wrong(policy, plan.line(), "unknown stage '" + plan.stage() + "'.", stages);
        } else if (stage != null && !stage.subject().equals(sheet.over()) && !stage.ofEnterprise()) {
            wrong(policy, plan.line(), names + " are about different subjects.", "Judge what the sheet computes for.");
        }
    }

    /** A criterion that no tree uses decides nothing: an oversight, unless it is said to be a note. */
    private void unused(Policy policy) {
        Set<String> used = new HashSet<>();
        policy.stages()
                .values()
                .forEach(s -> requirements(s).forEach(r -> r.criteria().forEach(used::add)));
        rules.criteria().stream()
                .filter(c -> c.policy().equals(policy.id()) && !used.contains(c.id()))
                .forEach(c -> problems.add(Problem.inRules(
                        "rules/" + c.place().file(),
                        c.place().line(),
                        c.id() + " is in no requirement tree.",
                        "Put it into a stage, or make it a note.")));
    }

    /** A sheet that no amount asks for would be computed for nobody. */
    private void unusedSheets() {
        rules.sheets().stream()
                .filter(s -> policies.containsKey(s.policy())
                        && policies.get(s.policy())
                                .amount()
                                .filter(a -> a.sheet().equals(s.type().name()))
                                .isEmpty())
                .forEach(s -> problems.add(Problem.inRules(
                        "rules/policies/" + s.policy() + "/amount.drl",
                        1,
                        "sheet " + s.type().name() + " is in no amount.",
                        "Write amount: {sheet: " + s.type().name() + ", …} in policy.yaml.")));
    }

    private void sheetNames() {
        Set<String> names =
                rules.dictionary().types().stream().map(FactType::name).collect(Collectors.toCollection(HashSet::new));
        rules.sheets().stream()
                .filter(s -> !names.add(s.type().name()))
                .forEach(s -> problems.add(Problem.inRules(
                        "rules/policies/" + s.policy() + "/amount.drl",
                        1,
                        "the name " + s.type().name() + " is taken.",
                        "Type names are unique in the whole pack.")));
    }

    private Optional<Field> field(String type, String name) {
        return rules.dictionary().find(type).flatMap(t -> t.find(name));
    }

    private List<String> names(String type) {
        return rules.dictionary()
                .find(type)
                .map(t -> t.fields().stream().map(Field::name).toList())
                .orElse(List.of());
    }

    private void wrong(Policy policy, int line, String message, String remedy) {
        problems.add(Problem.inRules("rules/policies/" + policy.id() + "/policy.yaml", line, message, remedy));
    }
}
