package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.Place;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.Sheet;
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

    /** Controls, overrides of the writing direction, and the byte order mark. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff&&[^\\n\\r\\t]]");

    private RuleParser(RuleFiles files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    /** Parses what can be parsed; {@code problems} tells what could not. */
    public static ParsedRules parse(RuleFiles files, List<Problem> problems) {
        return new RuleParser(files, problems).parse();
    }

    private ParsedRules parse() {
        refuseUnclearFiles();
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
        String text = files.find("facts.drl").orElse("");
        Optional<DrlFile> file = DrlFile.parse(text, "facts", complaints);
        Map<String, FactType> types = new LinkedHashMap<>();
        if (file.isPresent()) {
            List<TypeDeclarationDescr> declared = file.get().descr().getTypeDeclarations();
            declared.forEach(
                    d -> DrlFile.text(d.getAnnotations(), "table").ifPresent(t -> tableFiles.put(d.getTypeName(), t)));
            DeclarationReader reader = new DeclarationReader(text, false, complaints);
            declared.forEach(d -> types.putIfAbsent(d.getTypeName(), reader.read(d, tableFiles.keySet())));
            file.get()
                    .descr()
                    .getRules()
                    .forEach(r -> complaints.add(
                            r.getLine(), "facts.drl declares words, it has no rules.", "Move it to criteria.drl."));
            Map<String, TypeDeclarationDescr> byName = new HashMap<>();
            declared.forEach(d -> byName.putIfAbsent(d.getTypeName(), d));
            new DictionaryCheck(new Dictionary(List.copyOf(types.values())), byName, complaints).run();
        }
        return new Dictionary(List.copyOf(types.values()));
    }

    /** A file that nothing reads is a misspelt one, and a character that nobody sees can hide what a rule says. */
    private void refuseUnclearFiles() {
        files.texts().forEach((path, text) -> {
            Complaints complaints = new Complaints(problems, path);
            if (!path.matches(
                    "facts\\.drl|policies/[^/]+/((policy\\.yaml|(criteria|amount)\\.drl)|tables/[^/]+\\.csv)")) {
                complaints.add(
                        1,
                        "nothing reads this file.",
                        "A pack has facts.drl and policies/<id>/{policy.yaml, criteria.drl, amount.drl, tables/*.csv}.");
            }
            for (Matcher m = UNSEEN.matcher(text); m.find(); ) {
                int line = 1
                        + (int) text.substring(0, m.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                complaints.add(line, "an invisible character (%s).".formatted(shown(m.group())), "Remove it.");
                break;
            }
        });
        files.policies().stream()
                .filter(id -> !Names.policy(id))
                .forEach(id -> new Complaints(problems, "policies/" + id + "/policy.yaml")
                        .add(
                                1,
                                "policy id '" + id + "'.",
                                "Use lower-case letters, digits and single '-', at most 60."));
    }

    private static String shown(String character) {
        return "U+%04X".formatted(character.codePointAt(0));
    }

    private void readTables(Dictionary dictionary) {
        tableFiles.forEach((type, path) -> {
            Complaints complaints = new Complaints(problems, path);
            Optional<String> csv = files.find(path);
            if (csv.isEmpty()) {
                new Complaints(problems, "facts.drl")
                        .add(
                                1,
                                "@table(\"" + path + "\") of " + type + ": no such file in the pack.",
                                Nearest.maybe(path, files.texts().keySet()));
            }
            csv.ifPresent(text -> tables.put(type, new TableReader(dictionary.get(type), complaints).read(text)));
        });
        files.texts().keySet().stream()
                .filter(path -> path.endsWith(".csv") && !tableFiles.containsValue(path))
                .forEach(path -> new Complaints(problems, path)
                        .add(1, "no type has this @table.", "Declare one in facts.drl, or remove the file."));
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
            List<String> lines = text.get().lines().toList();
            file.descr()
                    .getRules()
                    .forEach(r -> reader.read(r, excerpt(lines, r)).ifPresent(criteria::add));
        });
    }

    /** The rule as written, for the auditor's eyes. */
    private static String excerpt(List<String> lines, RuleDescr rule) {
        int from = Math.max(1, rule.getLine());
        int to = Math.min(lines.size(), Math.max(from, rule.getEndLine()));
        return String.join("\n", lines.subList(Math.min(from - 1, to), to));
    }

    private void readAmount(String policy, Dictionary dictionary) {
        String path = "policies/" + policy + "/amount.drl";
        Complaints complaints = new Complaints(problems, path);
        SheetReader reader = new SheetReader(policy, dictionary, pool, complaints);
        files.find(path)
                .ifPresent(text -> DrlFile.parse(text, packageOf(policy), complaints)
                        .ifPresent(file -> sheets.addAll(reader.read(file, text, tableFiles.keySet()))));
    }

    private void refuseDuplicates() {
        Map<String, Place> seen = new HashMap<>();
        criteria.forEach(c -> refuseDouble(c.id(), c.place(), seen));
        sheets.forEach(s -> s.steps().forEach(step -> refuseDouble(step.id(), step.place(), seen)));
    }

    private void refuseDouble(String id, Place place, Map<String, Place> seen) {
        Place first = seen.putIfAbsent(id, place);
        if (first != null) {
            new Complaints(problems, place.file())
                    .add(
                            place.line(),
                            "the id " + id + " is taken by " + first + ".",
                            "Ids are unique in the whole pack.");
        }
    }
}
