package org.huiqi.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huiqi.assess.Assessor;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Nearest;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileReader;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.Figure;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.PointsTotal;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** Runs test cases. Thread-safe. */
public final class CaseRunner {
    private static final Set<String> VERDICT =
            Set.of("verdict", "edition", "result", "basis", "missing", "decisive", "warning");
    private final Assessor assessor;
    private final ProfileReader reader;

    public CaseRunner(Assessor assessor) {
        this.assessor = assessor;
        this.reader = assessor.book().profileReader();
    }

    /** What a case found: disagreements (none: it passes), and the truths it saw, for the coverage. */
    public record CaseResult(List<String> failures, List<SeenTruth> seen) {}

    /** A criterion seen in one truth, and the sides of its thresholds it was seen on. */
    public record SeenTruth(String criterion, Truth truth, Map<Thresholds.Threshold, Set<Thresholds.Side>> sides) {}

    public CaseResult run(Policy policy, TestCase testCase) {
        try {
            Profile profile = reader.read(testCase.profile());
            Assessor.Request request = new Assessor.Request(
                    testCase.asOf(),
                    Set.of(policy.id()),
                    testCase.expect().path("assume").asBoolean(),
                    Lang.ZH);
            return new Check(policy, profile, testCase.asOf(), assessor.assess(profile, request))
                    .run(testCase.expect());
        } catch (InvalidInputException e) {
            return new CaseResult(e.problems().stream().map(p -> p.in(Lang.EN)).toList(), List.of());
        }
    }

    private final class Check {
        private final Policy policy;
        private final Profile profile;
        private final LocalDate asOf;
        private final Assessment assessment;
        private final List<String> failures = new ArrayList<>();
        private final List<SeenTruth> seen = new ArrayList<>();

        Check(Policy policy, Profile profile, LocalDate asOf, Assessment assessment) {
            this.policy = policy;
            this.profile = profile;
            this.asOf = profile.asOf().orElse(asOf);
            this.assessment = assessment;
        }

        CaseResult run(JsonNode expect) {
            expect.fields().forEachRemaining(e -> check(e.getKey(), e.getValue()));
            return new CaseResult(failures, seen);
        }

        private void check(String key, JsonNode expected) {
            String name = key.contains("@") ? key.substring(0, key.indexOf('@')) : key;
            String subject = key.contains("@") ? key.substring(key.indexOf('@') + 1) : "";
            if (name.equals("amount")) {
                amount(subject, expected);
            } else if (policy.stages().containsKey(name)) {
                stage(key, name, subject, expected);
            } else if (assessor.book().findCriterion(name).isPresent()) {
                criterion(key, name, subject, expected);
            } else if (!name.equals("assume")) {
                score(key, name, subject, expected);
            }
        }

        private void criterion(String key, String id, String subject, JsonNode expected) {
            try {
                Finding finding = assessor.finding(profile, asOf, id, subject);
                Criterion tested = assessor.book().getCriterion(id);
                seen.add(new SeenTruth(id, finding.truth(), Thresholds.seen(tested, profile, asOf, subject)));
                truth(key, finding.truth(), finding.missing(), expected);
            } catch (IllegalArgumentException e) {
                failures.add(key + ": " + e.getMessage());
            }
        }

        private void truth(String key, Truth truth, List<String> missing, JsonNode expected) {
            same(
                    key,
                    expected.isObject() ? "unknown" : expected.asText(),
                    truth.name().toLowerCase(Locale.ROOT));
            if (expected.isObject()) {
                only(key, expected, Set.of("unknown"));
                sameSet(key + " missing", expected.path("unknown"), missing);
            }
        }

        private void stage(String key, String stage, String subject, JsonNode expected) {
            Optional<Verdict> verdict = assessment.policies().get(0).ofStage(stage).stream()
                    .filter(v -> subject.isEmpty() || v.subject().equals(subject))
                    .findFirst();
            if (verdict.isEmpty()) {
                same(key, expected.asText(), "none");
                return;
            }
            verdict(key, verdict.get(), expected);
        }

        private void verdict(String key, Verdict verdict, JsonNode expected) {
            only(key, expected, VERDICT);
            same(
                    key,
                    expected.isObject() ? expected.path("verdict").asText() : expected.asText(),
                    verdict.outcome().name());
            optional(
                    expected,
                    "edition",
                    v -> same(key + " edition", v.asText(), verdict.edition().orElse("")));
            optional(
                    expected,
                    "result",
                    v -> same(key + " result", v.asText(), verdict.result().orElse("")));
            optional(
                    expected,
                    "basis",
                    v -> same(
                            key + " basis",
                            v.asText(),
                            verdict.basis().map(b -> b.code()).orElse("")));
            optional(expected, "missing", v -> sameSet(key + " missing", v, verdict.missing()));
            optional(expected, "decisive", v -> sameSet(key + " decisive", v, verdict.decisive()));
            optional(
                    expected,
                    "warning",
                    v -> contains(
                            key + " warnings", v.asText(), verdict.warnings().toString()));
        }

        private void score(String key, String id, String subject, JsonNode expected) {
            Optional<PointsTotal> total = assessment.policies().get(0).verdicts().stream()
                    .filter(v -> subject.isEmpty() || v.subject().equals(subject))
                    .flatMap(v -> v.tree().stream())
                    .flatMap(Check.this::nodes)
                    .flatMap(n -> n.points().stream())
                    .filter(p -> p.id().equals(id))
                    .findFirst();
            if (total.isEmpty()) {
                failures.add(key + ": neither a stage, a criterion, a score nor amount of " + policy.id());
                return;
            }
            optional(
                    expected,
                    "points",
                    v -> same(
                            key,
                            v.get(0).asText() + ".." + v.get(1).asText(),
                            plain(total.get().total().low()) + ".."
                                    + plain(total.get().total().high())));
            optional(
                    expected,
                    "unknown",
                    v -> sameSet(key + " missing", v, total.get().missing()));
            if (!expected.isObject()) {
                same(key, expected.asText(), truthOf(id).name().toLowerCase(Locale.ROOT));
            }
        }

        private Truth truthOf(String score) {
            return assessment.policies().get(0).verdicts().stream()
                    .flatMap(v -> v.tree().stream())
                    .flatMap(Check.this::nodes)
                    .filter(n -> n.points().map(p -> p.id().equals(score)).orElse(false))
                    .findFirst()
                    .orElseThrow()
                    .truth();
        }

        private Stream<Node> nodes(Node node) {
            return Stream.concat(Stream.of(node), node.parts().stream().flatMap(Check.this::nodes));
        }

        private void amount(String subject, JsonNode expected) {
            Optional<Amount> amount = assessment.policies().get(0).amount();
            if (expected.asText().equals("none")) {
                same("amount", "none", amount.isEmpty() ? "none" : "some");
            } else if (amount.isEmpty()) {
                failures.add("amount: this policy computes none");
            } else if (subject.equals("total")) {
                expected.fields()
                        .forEachRemaining(e -> figure(
                                "total " + e.getKey(),
                                e.getValue(),
                                amount.get().totals().stream()
                                        .filter(t -> t.figure().equals(e.getKey()))
                                        .map(t -> new Figure(
                                                t.figure(),
                                                t.label(),
                                                t.unit(),
                                                t.value(),
                                                t.missing(),
                                                Optional.empty(),
                                                Optional.empty()))
                                        .findFirst()));
            } else {
                sheet(subject, expected, amount.get());
            }
        }

        private void sheet(String subject, JsonNode expected, Amount amount) {
            Optional<Amount.SheetFigures> sheet = amount.sheets().stream()
                    .filter(s -> subject.isEmpty() || s.subject().equals(subject))
                    .findFirst();
            expected.fields()
                    .forEachRemaining(e -> figure(
                            "amount@" + subject + " " + e.getKey(),
                            e.getValue(),
                            sheet.flatMap(s -> s.figures().stream()
                                    .filter(f -> f.name().equals(e.getKey()))
                                    .findFirst())));
        }

        private void figure(String key, JsonNode expected, Optional<Figure> figure) {
            if (figure.isEmpty()) {
                failures.add(key + ": no such figure");
            } else if (expected.isObject()) {
                same(key, "missing", figure.get().value().map(Object::toString).orElse("missing"));
                sameSet(key + " missing", expected.path("missing"), figure.get().missing());
            } else {
                boolean equal = figure.get()
                        .value()
                        .map(v -> v.compareTo(expected.decimalValue()) == 0)
                        .orElse(false);
                String actual = figure.get()
                        .value()
                        .map(CaseRunner::plain)
                        .orElse("missing " + figure.get().missing()
                                + figure.get().fault().orElse(""));
                same(key, expected.asText(), equal ? expected.asText() : actual);
            }
        }

        /** A misspelt expectation would hold whatever happens. */
        private void only(String key, JsonNode expected, Set<String> known) {
            expected.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    failures.add(key + ": unknown expectation '" + name + "'. " + Nearest.maybe(name, known));
                }
            });
        }

        private void optional(JsonNode expected, String name, java.util.function.Consumer<JsonNode> check) {
            if (expected.has(name)) {
                check.accept(expected.get(name));
            }
        }

        private void same(String key, String expected, String actual) {
            if (!expected.equals(actual)) {
                failures.add(key + ": expected " + expected + ", found " + actual);
            }
        }

        private void contains(String key, String expected, String actual) {
            if (!actual.contains(expected)) {
                failures.add(key + ": expected '" + expected + "' in " + actual);
            }
        }

        private void sameSet(String key, JsonNode expected, List<String> actual) {
            Set<String> wanted = new TreeSet<>();
            expected.forEach(e -> wanted.add(e.asText()));
            same(key, wanted.toString(), new TreeSet<>(actual).toString());
        }
    }

    private static String plain(java.math.@org.jspecify.annotations.Nullable BigDecimal number) {
        return number == null ? "∞" : number.stripTrailingZeros().toPlainString();
    }
}
