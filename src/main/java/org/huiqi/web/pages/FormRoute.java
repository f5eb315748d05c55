package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.Questions;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.report.ProfileJson;
import org.huiqi.report.Words;

/** All questions at once, by the groups in which people keep their papers. */
final class FormRoute {
    private final Visit visit;
    private final Words words;
    private final Dictionary dictionary;
    private final Dossier dossier;
    private final List<Problem> problems;
    private final Inputs inputs;

    FormRoute(Visit visit, Dossier dossier, List<Problem> problems) {
        this.visit = visit;
        this.words = visit.words();
        this.dictionary = visit.open().book().dictionary();
        this.dossier = dossier;
        this.problems = problems;
        Map<String, Problem> byPath = new LinkedHashMap<>();
        problems.forEach(p -> byPath.putIfAbsent(p.place(), p));
        this.inputs = new Inputs(words, byPath);
    }

    record Group(String id, String title, List<Input> inputs, long answered, boolean open) {}

    /** One product, project, tax period …. */
    record Element(String place, String title, List<Input> inputs) {}

    record Repeated(String list, String title, boolean known, List<Element> elements) {}

    /** {@code to}: the question it is about, empty if none is on the form. */
    record Wrong(String to, String place, String about, String text) {}

    record FormPage(
            Chrome chrome, Dossier dossier, Input day, List<Group> groups, List<Repeated> lists, List<Wrong> wrongs) {}

    /** Shows the form as it was sent; what can be read is brought into its usual form first. */
    static void show(Visit visit, Dossier dossier) {
        try {
            Dossier tidy = dossier.with(ProfileJson.tree(visit.open().book().dictionary(), dossier.read(visit.open())));
            new FormRoute(visit, tidy, List.of()).form();
        } catch (InvalidInputException e) {
            new FormRoute(visit, dossier, e.problems()).form();
        }
    }

    void form() {
        Set<Questions.Question> asked = new HashSet<>();
        dossier.policies().forEach(p -> asked.addAll(Questions.of(visit.open().book(), p)));
        Chrome chrome =
                visit.chrome(words.of("一次填完", "Fill in everything"), "check").carrying();
        visit.ctx().status(problems.isEmpty() ? 200 : 422);
        visit.showOnce(
                "form.jte",
                new FormPage(
                        chrome,
                        dossier,
                        inputs.of(dictionary.enterprise(), Day.FIELD, "", dossier.profile()),
                        groups(dictionary.enterprise(), asked),
                        dictionary.repeated().stream()
                                .flatMap(t -> repeated(t, asked))
                                .toList(),
                        wrongs()));
    }

    private List<Wrong> wrongs() {
        Map<String, String> fields = problems.isEmpty() ? Map.of() : fields();
        return problems.stream().map(p -> wrong(p, fields)).toList();
    }

    private Wrong wrong(Problem problem, Map<String, String> fields) {
        String about = fields.getOrDefault(problem.place(), "");
        return new Wrong(
                about.isEmpty() ? "" : Inputs.id(problem.place()), problem.place(), about, inputs.told(problem));
    }

    /** Paths of everything that can be answered on the form, with what they are about. */
    private Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        fields.put("asOf", words.of("评估日", "Date of assessment"));
        dictionary.enterprise().fields().forEach(f -> fields.put(f.name(), words.label(f)));
        for (FactType type : dictionary.repeated()) {
            for (int i = 0; i < dossier.profile().path(type.list()).size(); i++) {
                String path = type.list() + "[" + i + "].";
                String element = words.of(type.label(), type.list()) + " " + (i + 1) + " · ";
                type.fields().forEach(f -> fields.put(path + f.name(), element + words.label(f)));
            }
        }
        return fields;
    }

    private List<Group> groups(FactType type, Set<Questions.Question> asked) {
        Map<String, List<Input>> groups = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            boolean written = dossier.profile().has(field.name());
            if (!field.derived() && (written || wanted(type, field, asked))) {
                groups.computeIfAbsent(field.group(), g -> new ArrayList<>())
                        .add(inputs.of(type, field, "", dossier.profile()));
            }
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((title, members) -> all.add(group(title, members, all.size())));
        return all;
    }

    private static Group group(String title, List<Input> members, int before) {
        long answered = members.stream().filter(Input::answered).count();
        boolean wrong = members.stream().anyMatch(i -> !i.problem().isEmpty());
        return new Group("g-" + before, title, members, answered, before == 0 || answered > 0 || wrong);
    }

    private static boolean wanted(FactType type, Field field, Set<Questions.Question> asked) {
        // whom it is about, even where no policy asks
        return asked.isEmpty()
                || type.name().equals(Dictionary.ENTERPRISE) && field.name().equals("name")
                || asked.contains(new Questions.Question(type.name(), field.name()));
    }

    private Stream<Repeated> repeated(FactType type, Set<Questions.Question> asked) {
        List<Field> fields = type.fields().stream()
                .filter(f -> !f.derived() && wanted(type, f, asked))
                .toList();
        JsonNode written = dossier.profile().path(type.list());
        if (fields.isEmpty() && written.isMissingNode()) {
            return Stream.empty();
        }
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            elements.add(element(type, fields.isEmpty() ? type.fields() : fields, written.get(i), i));
        }
        return Stream.of(new Repeated(type.list(), type.label(), written.isArray(), elements));
    }

    private Element element(FactType type, List<Field> fields, JsonNode written, int index) {
        String place = type.list() + "[" + index + "]";
        String title = type.key().stream()
                .map(k -> written.path(k).asText(""))
                .filter(k -> !k.isEmpty())
                .collect(Collectors.joining(" · "));
        List<Input> all = fields.stream()
                .map(f -> inputs.of(type, f, place + ".", written))
                .toList();
        return new Element(place, title.isEmpty() ? type.label() + " " + (index + 1) : title, all);
    }
}
