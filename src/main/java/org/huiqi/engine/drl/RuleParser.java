package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.Step;
import org.huiqi.engine.Table;
import org.huiqi.engine.condition.Scope;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;

/** Reads all DRL and CSV files of a pack; every problem of every file is collected before anything is refused. */
public final class RuleParser {
    private final RuleFiles files;
    private final List<Problem> problems;
    private final AtomPool pool = new AtomPool();
    private final List<Criterion> criteria = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, String> tableFiles = new HashMap<>();

    private RuleParser(RuleFiles files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    /** Parses what can be parsed; {@code problems} tells what could not. */
    public static ParsedRules parse(RuleFiles files, List<Problem> problems) {
        return new RuleParser(files, problems).parse();
    }

    private ParsedRules parse() {
        Dictionary dictionary = dictionary();
        if (dictionary.find(Dictionary.ENTERPRISE).isEmpty()) {
            new Complaints(problems, "facts.drl").add(1, "there is no type Enterprise.", "Declare it.");
            return new ParsedRules(files.digest(), dictionary, List.of(), List.of(), Map.of(), Map.of());
        }
        readTables(dictionary);
        for (String policy : files.policies()) {
            readCriteria(policy, dictionary);
            readAmount(policy, dictionary);
        }
        refuseDuplicates();
        return new ParsedRules(files.digest(), dictionary, criteria, sheets, pool.atoms(), tables);
    }

    private Dictionary dictionary() {
        Complaints complaints = new Complaints(problems, "facts.drl");
        Optional<DrlFile> file = DrlFile.parse(files.find("facts.drl").orElse(""), "facts", complaints);
        List<FactType> types = new ArrayList<>();
        if (file.isPresent()) {
            List<TypeDeclarationDescr> declared = file.get().descr().getTypeDeclarations();
            declared.forEach(
                    d -> DrlFile.text(d.getAnnotations(), "table").ifPresent(t -> tableFiles.put(d.getTypeName(), t)));
            DeclarationReader reader = new DeclarationReader(complaints);
            declared.forEach(d -> types.add(reader.read(d, tableFiles.keySet())));
            file.get()
                    .descr()
                    .getRules()
                    .forEach(r -> complaints.add(
                            r.getLine(), "facts.drl declares words, it has no rules.", "Move it to criteria.drl."));
        }
        return new Dictionary(types);
    }

    private void readTables(Dictionary dictionary) {
        tableFiles.forEach((type, path) -> {
            Complaints complaints = new Complaints(problems, path);
            Optional<String> csv = files.find(path);
            if (csv.isEmpty()) {
                complaints.add(
                        1, "no such file.", Nearest.maybe(path, files.texts().keySet()));
            }
            csv.ifPresent(text -> tables.put(type, new TableReader(dictionary.get(type), complaints).read(text)));
        });
    }

    /** A package name cannot begin with a digit: {@code 5g-factory} stands in {@code policies.x5g_factory}. */
    private static String packageOf(String policy) {
        String name = policy.replace('-', '_');
        return "policies." + (Character.isDigit(name.charAt(0)) ? "x" + name : name);
    }

    private Map<String, Scope> scopes(Dictionary dictionary) {
        return dictionary.types().stream()
                .filter(t -> t.kind() != FactType.Kind.TABLE)
                .collect(Collectors.toMap(
                        FactType::name,
                        t -> new TypeScope(t, dictionary, Optional.empty()),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    private void readCriteria(String policy, Dictionary dictionary) {
        String path = "policies/" + policy + "/criteria.drl";
        Optional<String> text = files.find(path);
        if (text.isEmpty()) {
            return;
        }
        Complaints complaints = new Complaints(problems, path);
        CriterionReader reader = new CriterionReader(policy, scopes(dictionary), pool, complaints);
        DrlFile.parse(text.get(), packageOf(policy), complaints).ifPresent(file -> {
            file.descr()
                    .getTypeDeclarations()
                    .forEach(d -> complaints.add(
                            d.getLine(), "types are declared in facts.drl.", "Move " + d.getTypeName() + " there."));
            file.descr()
                    .getRules()
                    .forEach(r -> reader.read(r, excerpt(text.get(), r)).ifPresent(criteria::add));
        });
    }

    /** The rule as written, for the auditor's eyes. */
    private static String excerpt(String text, RuleDescr rule) {
        List<String> lines = text.lines().toList();
        int from = Math.max(0, rule.getLine() - 1);
        int to = from;
        while (to < lines.size() && !lines.get(to).matches("(.*\\s)?end\\s*(//.*)?")) {
            to++;
        }
        return String.join("\n", lines.subList(Math.min(from, lines.size()), Math.min(lines.size(), to + 1)));
    }

    private void readAmount(String policy, Dictionary dictionary) {
        String path = "policies/" + policy + "/amount.drl";
        Complaints complaints = new Complaints(problems, path);
        files.find(path)
                .flatMap(text -> DrlFile.parse(text, packageOf(policy), complaints))
                .ifPresent(file -> readSteps(policy, dictionary, file, complaints));
    }

    private void readSteps(String policy, Dictionary dictionary, DrlFile file, Complaints complaints) {
        Map<String, FactType> types = new LinkedHashMap<>();
        Map<String, TypeDeclarationDescr> declared = new LinkedHashMap<>();
        Map<String, Scope> scopes = new LinkedHashMap<>();
        DeclarationReader reader = new DeclarationReader(complaints);
        for (TypeDeclarationDescr descr : file.descr().getTypeDeclarations()) {
            FactType type = reader.read(descr, tableFiles.keySet());
            types.put(type.name(), type);
            declared.put(type.name(), descr);
            scopes.put(type.name(), new TypeScope(type, dictionary, over(descr, dictionary, complaints)));
        }
        StepReader steps = new StepReader(policy, types, scopes, pool, complaints);
        List<Step> read = new ArrayList<>();
        file.descr().getRules().forEach(r -> steps.read(r).ifPresent(read::add));
        types.forEach((name, type) -> sheets.add(sheet(policy, type, declared.get(name), read, complaints)));
    }

    private static Optional<FactType> over(TypeDeclarationDescr descr, Dictionary dictionary, Complaints complaints) {
        String name = DrlFile.text(descr.getAnnotations(), "sheet").orElse("");
        Optional<FactType> over = dictionary.find(name).filter(t -> t.kind() != FactType.Kind.TABLE);
        if (over.isEmpty()) {
            complaints.add(
                    descr.getLine(),
                    descr.getTypeName() + " is the sheet of the unknown type '" + name + "'.",
                    "Write @sheet(\"Enterprise\") or another fact type.");
        }
        return over;
    }

    private static Sheet sheet(
            String policy, FactType type, TypeDeclarationDescr descr, List<Step> steps, Complaints complaints) {
        List<Step> own =
                steps.stream().filter(s -> s.sheet().equals(type.name())).toList();
        type.fields().stream()
                .filter(f -> !f.name().equals(Sheet.ENTITLED)
                        && own.stream().noneMatch(s -> s.target().equals(f.name())))
                .forEach(f -> complaints.add(
                        descr.getLine(),
                        "no step fills the figure '" + f.name() + "'.",
                        "Add one, or remove the figure."));
        return new Sheet(
                policy,
                type,
                DrlFile.text(descr.getAnnotations(), "sheet").orElse(Dictionary.ENTERPRISE),
                DrlFile.text(descr.getAnnotations(), "by").orElse(""),
                DrlFile.text(descr.getAnnotations(), "order").orElse(""),
                StepOrder.sorted(own, complaints));
    }

    private void refuseDuplicates() {
        Map<String, Criterion> seen = new HashMap<>();
        for (Criterion c : criteria) {
            Criterion first = seen.putIfAbsent(c.id(), c);
            if (first != null) {
                new Complaints(problems, c.place().file())
                        .add(
                                c.place().line(),
                                "the id " + c.id() + " is taken by " + first.place() + ".",
                                "Ids are unique in the whole pack.");
            }
        }
    }
}
