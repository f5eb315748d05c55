package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.ledger.job.Job;
import org.huiqi.policy.Policy;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.report.Words;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.Truth;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;

/** One firm of a finished screening with everything that was found of it, what somebody can act on first. */
final class FirmRoute {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEAR = "NEAR";
    private static final List<String> ORDER = List.of(
            "ELIGIBLE",
            "REVIEW",
            NEAR,
            "INCOMPLETE",
            "RESULT",
            "INELIGIBLE",
            "NOT_IN_FORCE",
            "INFORMATION",
            "NOT_ASKED");
    private final Staff staff;
    private final Visit visit;
    private final Words words;
    private final RuleBook book;
    private final Job job;

    private FirmRoute(Staff staff) {
        this.staff = staff;
        this.visit = staff.visit();
        this.words = visit.words();
        this.book = visit.open().book();
        this.job = ScreeningsRoute.finished(staff);
    }

    /**
     * What was found of one policy.
     *
     * @param result the class it was put into; may be empty
     * @param reasons conditions that made it so, and figures
     * @param missing what could still decide it
     */
    record Told(String policy, String name, String result, List<String> reasons, List<String> missing) {}

    /** Policies with one outcome. {@code brief}: their names say all there is to say. */
    record Group(String code, String mark, String label, boolean brief, List<Told> told) {}

    record FirmPage(
            Chrome chrome,
            Staff.Badge badge,
            String job,
            String list,
            String name,
            String code,
            String place,
            boolean sameRules,
            List<Group> groups) {}

    static void show(Staff staff) {
        new FirmRoute(staff).show();
    }

    private void show() {
        String number = visit.ctx().pathParam("number");
        JsonNode firm = line(number.matches("\\d{1,10}") ? Long.parseLong(number) : -1);
        String place = firm.path("sheet").asText() + " "
                + words.of(
                        "第" + firm.path("row").asText() + "行",
                        "row " + firm.path("row").asText());
        visit.showOnce(
                "firm.jte",
                new FirmPage(
                        visit.chrome(firm.path("name").asText(), "staff"),
                        staff.badge(),
                        job.id(),
                        job.file().name(),
                        firm.path("name").asText(),
                        firm.path("creditCode").asText(),
                        place,
                        job.ruleBook().equals(book.digest()),
                        groups(firm.path("policies"))));
    }

    private JsonNode line(long number) {
        try {
            byte[] line = ScreeningsRoute.workshop(staff)
                    .files(job)
                    .firms()
                    .line(number)
                    .orElseThrow(() -> new ProblemException(ProblemKind.NO_SCREENING));
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new ProblemException(ProblemKind.NO_SCREENING);
        }
    }

    private List<Group> groups(JsonNode policies) {
        Map<String, List<Told>> told = policies.properties().stream()
                .collect(Collectors.groupingBy(
                        p -> outcome(p.getValue()),
                        Collectors.mapping(p -> told(p.getKey(), p.getValue()), Collectors.toList())));
        return ORDER.stream()
                .filter(told::containsKey)
                .map(o -> group(o, told.get(o)))
                .toList();
    }

    private static String outcome(JsonNode found) {
        String outcome =
                found.has("wouldPassWithout") ? NEAR : found.path("outcome").asText();
        return ORDER.contains(outcome) ? outcome : "NOT_ASKED";
    }

    private Group group(String outcome, List<Told> told) {
        String code = outcome.toLowerCase(Locale.ROOT).replace('_', '-');
        boolean brief =
                told.stream().allMatch(t -> t.reasons().isEmpty() && t.missing().isEmpty());
        if (outcome.equals(NEAR)) {
            return new Group(code, Words.mark(Truth.UNMET), words.of("只差一条", "one condition short"), brief, told);
        }
        Optional<Outcome> known = Arrays.stream(Outcome.values())
                .filter(o -> o.name().equals(outcome))
                .findFirst();
        return new Group(
                code,
                known.map(Words::mark).orElse("·"),
                known.map(words::of).orElse(words.of("不适用", "not asked")),
                brief,
                told);
    }

    private Told told(String id, JsonNode found) {
        String name = book.findPolicy(id)
                .map(Policy::name)
                .map(n -> n.in(visit.lang()))
                .orElse(id);
        return new Told(
                id,
                name,
                found.path("result").asText(),
                reasons(found),
                texts(found.path("missing")).map(this::field).toList());
    }

    private List<String> reasons(JsonNode found) {
        List<String> reasons = new ArrayList<>();
        List<String> alone = texts(found.path("wouldPassWithout")).toList();
        texts(found.path("decisive")).forEach(id -> {
            String gap = found.path("gap:" + id).asText();
            String only = alone.contains(id) ? words.of("(只差这一条)", " (the only one missing)") : "";
            reasons.add(criterion(id) + only + (gap.isEmpty() ? "" : " " + gap));
        });
        if (found.has("yuan")) {
            reasons.add(words.of("金额 ", "Amount ") + found.path("yuan").asText() + words.of(" 元", " yuan"));
        }
        return reasons;
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }

    private String criterion(String id) {
        Optional<Criterion> criterion = book.findCriterion(id);
        return id
                + criterion.map(c -> " " + words.claim(c) + " " + words.cite(c)).orElse("");
    }

    /** As the dictionary labels it. */
    private String field(String name) {
        int dot = name.indexOf('.');
        String list = dot < 0 ? name : name.substring(0, dot);
        Optional<FactType> type = book.dictionary().repeated().stream()
                .filter(t -> t.list().equals(list))
                .findFirst();
        if (type.isPresent()) {
            String label = words.of(type.get().label(), list);
            return type.get()
                    .find(name.substring(dot + 1))
                    .map(f -> label + " · " + words.label(f))
                    .orElse(label);
        }
        Optional<Field> field = book.dictionary().enterprise().find(name);
        return field.map(words::label).orElse(name);
    }
}
