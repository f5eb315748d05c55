package org.huiqi.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.PolicyGraph;
import org.huiqi.policy.Document;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.report.Words;
import org.huiqi.web.OpenBook;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;
import org.huiqi.web.QueryReader;

/** One policy with everything the pack says of it. */
final class PolicyRoute {
    private final Visit visit;
    private final Words words;
    private final Policy policy;

    PolicyRoute(Visit visit) {
        this.visit = visit;
        this.words = visit.words();
        this.policy = asked(visit);
    }

    /** A link to another policy. */
    record Other(String id, String name) {}

    /** {@code state}: {@code now}, {@code open} (unconfirmed), {@code past} or {@code else} (chosen by its key alone). */
    record Era(Edition edition, String state, String mark, String when, String stages, List<String> remarks) {}

    record Paper(Document document, String seen, String source, String told, String period) {}

    record Step(
            String title,
            String about,
            String given,
            List<Demand> conditions,
            List<Demand> demands,
            String information) {}

    record PolicyPage(
            Chrome chrome,
            Policy policy,
            String kind,
            Standing.State state,
            String source,
            List<Other> requires,
            List<Other> requiredBy,
            List<Other> excludes,
            List<Step> stages,
            List<Era> eras,
            List<Paper> papers,
            int criteria) {}

    /** @throws ProblemException naming the nearest policy if there is none of that id */
    static Policy asked(Visit visit) {
        String id = visit.ctx().pathParam("policy");
        return visit.open().book().findPolicy(id).orElseThrow(() -> unknown(id, visit.open()));
    }

    private static ProblemException unknown(String id, OpenBook open) {
        String shown = id.length() <= 60 ? id : id.substring(0, 60) + "…";
        Optional<String> near = Nearest.to(
                shown, open.book().policies().stream().map(Policy::id).toList());
        Text what = new Text("没有政策“" + shown + "”", "there is no policy '" + shown + "'");
        Text way = new Text(
                near.map(n -> "是不是“" + n + "”?").orElse("请从政策库里查找。"),
                near.map(n -> "Maybe '" + n + "'?").orElse("Look for it in the policy library."));
        return new ProblemException(ProblemKind.UNKNOWN_POLICY, List.of(new Problem("policy", what, way)));
    }

    void policy() {
        new QueryReader(visit.ctx(), Set.of()).finish();
        Standing standing = new Standing(visit.open().book(), words, visit.today());
        PolicyGraph graph = visit.open().book().graph();
        visit.show(
                "policy.jte",
                new PolicyPage(
                        visit.chrome(policy.name().in(words.lang()), "policies"),
                        policy,
                        words.levelAndKind(policy),
                        standing.of(policy),
                        words.of(standing.weakest(policy)),
                        others(graph.requires(policy.id()).stream().sorted()),
                        others(graph.requiredBy(policy.id()).stream()),
                        others(graph.excludes(policy.id()).stream().sorted()),
                        policy.stages().values().stream().map(this::stage).toList(),
                        policy.editions().stream().map(e -> era(e, standing)).toList(),
                        policy.documents().values().stream().map(this::paper).toList(),
                        visit.open().book().criteriaOf(policy.id()).size()));
    }

    private List<Other> others(Stream<String> ids) {
        return ids.map(id -> new Other(
                        id,
                        visit.open()
                                .book()
                                .findPolicy(id)
                                .map(p -> p.name().in(words.lang()))
                                .orElse(id)))
                .toList();
    }

    private Step stage(Stage stage) {
        Demands demands = new Demands(visit.open().book(), policy, words);
        List<Demand> required = new ArrayList<>(stage.require().map(demands::of).orElse(List.of()));
        stage.results().forEach(r -> required.add(Demand.heading(r.name(), demands.of(r.when()))));
        FactType subject = visit.open().book().dictionary().get(stage.subject());
        return new Step(
                words.stage(policy, stage.name()),
                stage.ofEnterprise() ? "" : words.of("逐个" + subject.label() + "判断", "judged per " + subject.name()),
                words.of("只在下面成立时才问", "Only asked where this holds"),
                stage.given().map(demands::of).orElse(List.of()),
                required,
                stage.information());
    }

    private Era era(Edition edition, Standing standing) {
        boolean today = standing.today(edition);
        boolean unconfirmed = !edition.unconfirmed().isEmpty();
        boolean past = edition.to().map(d -> d.isBefore(visit.today())).orElse(false);
        String state = today && !unconfirmed ? "now" : unconfirmed ? "open" : past ? "past" : "else";
        String mark = switch (state) {
            case "now" -> words.of("当日适用", "applies today");
            case "open" -> words.of("未证实", "unconfirmed");
            case "past" -> words.of("已结束", "ended");
            default -> words.of("其他年度", "other years");
        };
        List<String> remarks = Stream.of(
                        Stream.of(edition.unconfirmed(), edition.information()), edition.warnings().stream())
                .flatMap(s -> s)
                .filter(s -> !s.isBlank())
                .toList();
        return new Era(edition, state, mark, when(edition), stages(edition), remarks);
    }

    private String when(Edition e) {
        String keys = e.key().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(k -> label(k.getKey()) + " " + range(k.getValue()))
                .collect(Collectors.joining(words.of(",", ", ")));
        String period = period(e.from(), e.to());
        return Stream.of(keys, period).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String label(String field) {
        Stream<Field> fields = visit.open().book().dictionary().types().stream().flatMap(t -> t.find(field).stream());
        return fields.findFirst().map(words::label).orElse(field);
    }

    private String range(Edition.Range range) {
        return range.single()
                ? range.from()
                : range.to().isEmpty()
                        ? words.of(range.from() + " 起", "from " + range.from())
                        : range.from().isEmpty()
                                ? words.of("至 " + range.to(), "to " + range.to())
                                : range.from() + "–" + range.to();
    }

    private String period(Optional<java.time.LocalDate> from, Optional<java.time.LocalDate> to) {
        String first = from.map(Object::toString).orElse("");
        String last = to.map(Object::toString).orElse("");
        return from.isEmpty() && to.isEmpty() ? "" : range(new Edition.Range(first, last));
    }

    private String stages(Edition edition) {
        return words.list(edition.stages().stream().map(s -> words.stage(policy, s)));
    }

    private Paper paper(Document d) {
        return new Paper(
                d, d.seen().code(), words.of(Clauses.brief(d.seen())), words.of(d.seen()), period(d.from(), d.to()));
    }
}
