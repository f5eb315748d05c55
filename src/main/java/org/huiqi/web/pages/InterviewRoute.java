package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.advise.FieldPath;
import org.huiqi.advise.Position;
import org.huiqi.advise.Progress;
import org.huiqi.advise.Question;
import org.huiqi.advise.Step;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.Profile;
import org.huiqi.report.ProfileJson;
import org.huiqi.report.Words;
import org.huiqi.verdict.Verdict;
import org.huiqi.web.OpenBook;

/** A few questions at a time: those that settle most. */
final class InterviewRoute {
    private static final int MOST_NAMED = 3;
    private final Visit visit;
    private final Words words;
    private final Dictionary dictionary;

    private InterviewRoute(Visit visit) {
        this.visit = visit;
        this.words = visit.words();
        this.dictionary = visit.open().book().dictionary();
    }

    /** Which elements a list has: by name, or month after month. */
    record Listing(String list, String label, boolean named, List<Input> spans) {}

    /** {@code use}: what it is asked for. */
    record Asked(String path, Optional<Input> input, Optional<Listing> listing, String use) {}

    record Settled(String policy, String id, String subject, String code, String mark, String label) {}

    record InterviewPage(
            Chrome chrome,
            Dossier dossier,
            String papers,
            List<Asked> questions,
            List<Settled> settled,
            int criteria,
            Optional<Progress> progress,
            boolean wrong,
            int percent) {}

    static void show(Visit visit) {
        Submission form = visit.form();
        Dossier dossier = Dossier.of(form, visit.open());
        ObjectNode before = Dossier.tree(form.one("profile"));
        InterviewRoute route = new InterviewRoute(visit);
        try {
            route.next(dossier, dossier.read(visit.open()), before, paths(form));
        } catch (InvalidInputException e) {
            route.again(dossier, before, paths(form), e.problems());
        }
    }

    private static Set<String> paths(Submission form) {
        Set<String> asked = new LinkedHashSet<>();
        form.one("asked").lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(asked::add);
        return asked;
    }

    private void next(Dossier dossier, Profile profile, ObjectNode before, Set<String> asked) {
        asked.removeIf(
                p -> FieldPath.find(dictionary, p).map(f -> f.answered(profile)).orElse(true));
        Dossier tidy = dossier.with(ProfileJson.tree(dictionary, profile)).skipping(asked);
        Position now = new Position(profile, visit.today(), tidy.policies(), tidy.skipped());
        Step step = visit.desk().places().compute(() -> step(visit.open(), now, before));
        Inputs inputs = new Inputs(words, Map.of());
        List<Asked> questions = step.questions().stream()
                .map(q -> asked(q, profile, tidy.profile(), inputs))
                .toList();
        String papers = step.questions().stream()
                .findFirst()
                .map(q -> papers(q.about()))
                .orElse("");
        show(tidy, papers, questions, Optional.of(step), false);
    }

    /** What was settled is told by comparing with what was there before the answers, if that could be read. */
    private static Step step(OpenBook open, Position now, ObjectNode before) {
        Optional<Profile> earlier = Optional.empty();
        try {
            earlier = Optional.of(open.reader().read(before));
        } catch (InvalidInputException unreadable) {
            // then nothing is told
        }
        return earlier.map(p -> open.interview().next(now, p))
                .orElseGet(() -> open.interview().next(now));
    }

    /** The same questions, with what is wrong beside them; what is not about them is left to the whole form. */
    private void again(Dossier dossier, ObjectNode before, Set<String> asked, List<Problem> problems) {
        Map<String, Problem> byPath = new LinkedHashMap<>();
        problems.forEach(p -> byPath.put(p.place(), p));
        Inputs inputs = new Inputs(words, byPath);
        List<Asked> questions = new ArrayList<>();
        for (String path : asked) {
            FieldPath.find(dictionary, path)
                    .filter(f -> !f.isList())
                    .ifPresent(f ->
                            questions.add(new Asked(path, input(f, dossier.profile(), inputs), Optional.empty(), "")));
        }
        boolean here = questions.stream()
                .flatMap(q -> q.input().stream())
                .anyMatch(i -> !i.problem().isEmpty());
        if (!here) {
            new FormRoute(visit, dossier, problems).form();
            return;
        }
        visit.ctx().status(422);
        String papers = FieldPath.find(dictionary, questions.get(0).path())
                .map(this::papers)
                .orElse("");
        show(dossier.with(before), papers, questions, Optional.empty(), true);
    }

    private void show(Dossier dossier, String papers, List<Asked> questions, Optional<Step> step, boolean wrong) {
        Chrome chrome = visit.chrome(words.of("自查问答", "Interview"), "check").carrying();
        Optional<Progress> progress = step.map(Step::progress);
        visit.showOnce(
                "interview.jte",
                new InterviewPage(
                        chrome,
                        dossier,
                        papers,
                        questions,
                        step.stream()
                                .flatMap(s -> s.settled().verdicts().stream())
                                .map(this::settled)
                                .toList(),
                        step.map(s -> s.settled().findings().size()).orElse(0),
                        progress,
                        wrong,
                        progress.map(p -> 100 * p.settled() / Math.max(1, p.verdicts()))
                                .orElse(0)));
    }

    private Settled settled(Verdict v) {
        String name =
                visit.open().book().findPolicy(v.policy()).orElseThrow().name().in(words.lang());
        return new Settled(
                name,
                v.policy(),
                v.subject(),
                ResultRoute.code(v.outcome()),
                Words.mark(v.outcome()),
                words.outcome(v));
    }

    private String papers(FieldPath about) {
        String type = words.of(about.type().label(), about.type().name());
        return about.isList() || about.field().isEmpty()
                ? type
                : about.type().list().isEmpty() ? about.field().get().group() : type + " · " + about.element();
    }

    private Asked asked(Question question, Profile profile, JsonNode tree, Inputs inputs) {
        FieldPath about = question.about();
        return new Asked(
                question.path(),
                input(about, tree, inputs),
                about.isList() ? Optional.of(listing(about.type(), inputs)) : Optional.empty(),
                use(question));
    }

    private String use(Question question) {
        List<String> names = question.policies().stream()
                .map(id ->
                        visit.open().book().findPolicy(id).orElseThrow().name().in(words.lang()))
                .toList();
        String more = names.size() > MOST_NAMED
                ? words.of(" 等" + names.size() + "项", " and " + (names.size() - MOST_NAMED) + " more")
                : "";
        return words.list(names.stream().limit(MOST_NAMED)) + more;
    }

    private Optional<Input> input(FieldPath about, JsonNode tree, Inputs inputs) {
        if (about.type().list().isEmpty()) {
            return about.field().map(f -> inputs.of(about.type(), f, "", tree));
        }
        JsonNode elements = tree.path(about.type().list());
        for (int i = 0; i < elements.size(); i++) {
            if (key(about.type(), elements.get(i), i).equals(about.element())) {
                String at = about.type().list() + "[" + i + "].";
                JsonNode element = elements.get(i);
                return about.field().map(f -> inputs.of(about.type(), f, at, element));
            }
        }
        return Optional.empty();
    }

    private String key(FactType type, JsonNode element, int index) {
        ObjectNode only = org.huiqi.report.Json.object();
        only.putArray(type.list()).add(element);
        try {
            List<Entry> read =
                    visit.open().reader().read(only).findList(type.name()).orElse(List.of());
            String key = read.get(0).key();
            return key.equals("#1") ? "#" + (index + 1) : key;
        } catch (InvalidInputException unreadable) {
            return "#" + (index + 1);
        }
    }

    private Listing listing(FactType type, Inputs inputs) {
        boolean named = type.key().size() == 1 && type.get(type.key().get(0)).type() == FieldType.TEXT;
        List<Input> spans =
                named || type.key().stream().noneMatch(k -> type.get(k).month())
                        ? List.of()
                        : type.key().stream()
                                .map(type::get)
                                .filter(f -> !f.month())
                                .map(f -> span(type, f, inputs))
                                .toList();
        return new Listing(type.list(), type.label(), named, spans);
    }

    private static Input span(FactType type, Field field, Inputs inputs) {
        return inputs.of(type, field, "", org.huiqi.report.Json.object())
                .renamed("span:" + type.list() + "." + field.name());
    }
}
