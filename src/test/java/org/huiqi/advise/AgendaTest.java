package org.huiqi.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiqi.assess.RealRules;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** In which order questions are asked; the criteria are made up, so each is as likely met as not. */
final class AgendaTest {
    private static final Chances CHANCES = new Chances(RealRules.book());

    @Test
    void whatTwoVerdictsWaitForIsAskedBeforeWhatOneWaitsFor() {
        assertThat(order(
                        verdict(group(Node.Kind.ALL, leaf("one"), leaf("shared"))),
                        verdict(group(Node.Kind.ALL, leaf("other"), leaf("shared")))))
                .startsWith("shared");
    }

    @Test
    void ofAlternativesTheOneWithFewerFieldsIsAskedFirst() {
        assertThat(order(verdict(group(Node.Kind.ANY, leaf("long1", "long2", "long3"), leaf("short")))))
                .startsWith("short");
    }

    @Test
    void anAlternativeThatAnotherVerdictPaysForIsTheCheaperOne() {
        assertThat(order(
                        verdict(group(Node.Kind.ANY, leaf("short"), leaf("long1", "long2"))),
                        verdict(leaf("long1", "long2"))))
                .endsWith("short");
    }

    @Test
    void whatABranchAsksForComesAfterItsCondition() {
        Node branch = group(Node.Kind.IF, leaf("whether"), leaf("then"), leaf("else"));
        List<Agenda.Wanted> agenda = agenda(verdict(branch));
        assertThat(agenda).extracting(Agenda.Wanted::path).startsWith("whether");
        assertThat(agenda).extracting(Agenda.Wanted::needed).containsExactly(1.0, 0.5, 0.5);
    }

    @Test
    void aConditionThatIsAlreadyDecidedLeavesOnlyTheWayTaken() {
        Node met = new Node(
                Node.Kind.CRITERION, "", 0, Truth.MET, Optional.of(finding(Truth.MET)), Optional.empty(), List.of());
        assertThat(agenda(verdict(group(Node.Kind.IF, met, leaf("then")))))
                .extracting(Agenda.Wanted::needed)
                .containsExactly(1.0);
    }

    @Test
    void whatOnlyFieldsThatWereSkippedCouldSettleIsNoRoute() {
        Verdict verdict = verdict(group(Node.Kind.ANY, leaf("skipped"), leaf("open1", "open2")));
        assertThat(Agenda.of(
                        List.of(new Agenda.Open(verdict, new LinkedHashSet<>(List.of("open1", "open2")), Set.of())),
                        CHANCES))
                .extracting(Agenda.Wanted::path, Agenda.Wanted::needed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("open1", 1.0),
                        org.assertj.core.groups.Tuple.tuple("open2", 1.0));
    }

    @Test
    void whatChoosesTheEditionIsAskedBeforeWhatAnotherEditionWouldAsk() {
        Verdict verdict = verdict(leaf("field"));
        Set<String> askable = new LinkedHashSet<>(List.of("elsewhere", "field", "year"));
        List<Agenda.Wanted> agenda = Agenda.of(List.of(new Agenda.Open(verdict, askable, Set.of("year"))), CHANCES);
        assertThat(agenda).extracting(Agenda.Wanted::path).endsWith("elsewhere");
    }

    private static List<String> order(Verdict... verdicts) {
        return agenda(verdicts).stream().map(Agenda.Wanted::path).toList();
    }

    private static List<Agenda.Wanted> agenda(Verdict... verdicts) {
        return Agenda.of(
                List.of(verdicts).stream()
                        .map(v -> new Agenda.Open(v, new LinkedHashSet<>(v.missing()), Set.of()))
                        .toList(),
                CHANCES);
    }

    private static Node leaf(String... missing) {
        return new Node(
                Node.Kind.CRITERION,
                "",
                0,
                Truth.UNKNOWN,
                Optional.of(finding(Truth.UNKNOWN, missing)),
                Optional.empty(),
                List.of());
    }

    private static Finding finding(Truth truth, String... missing) {
        return new Finding("made-up", truth, List.of(missing), List.of(), Optional.empty());
    }

    private static Node group(Node.Kind kind, Node... parts) {
        return Node.group(kind, "", 0, Truth.UNKNOWN, List.of(parts));
    }

    private static Verdict verdict(Node tree) {
        Set<String> missing = new LinkedHashSet<>();
        collect(tree, missing);
        return new Verdict(
                "made-up",
                "apply",
                "Enterprise",
                "",
                Outcome.INCOMPLETE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(tree),
                List.copyOf(missing),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static void collect(Node node, Set<String> missing) {
        node.finding().ifPresent(f -> missing.addAll(f.missing()));
        node.parts().forEach(p -> collect(p, missing));
    }
}
