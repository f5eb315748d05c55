package org.huiqi.assess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Evaluator;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.classic.ReferenceEvaluator;
import org.huiqi.engine.classic.ReferencePackages;
import org.huiqi.engine.direct.DirectEvaluator;
import org.huiqi.engine.direct.RuleCompiler;
import org.huiqi.engine.drl.RuleParser;
import org.huiqi.policy.Policy;
import org.huiqi.policy.PolicyReader;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.ProfileReader;
import org.jspecify.annotations.Nullable;

/** Policies joined with compiled rules and cross-checked. Immutable but for the reference, which is compiled when first asked for; thread-safe. */
public final class RuleBook {
    private final CheckedPack checked;
    private final ParsedRules rules;
    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private final Map<String, Criterion> criteria = new LinkedHashMap<>();
    private final CompiledRules compiled;
    private final Evaluator direct;
    private final CompiledRulesCache cache;
    private @Nullable ReferenceEvaluator reference;

    private RuleBook(CheckedPack checked, CompiledRules compiled, CompiledRulesCache cache) {
        this.checked = checked;
        this.rules = checked.rules();
        this.compiled = compiled;
        this.cache = cache;
        this.direct = new DirectEvaluator(compiled);
        checked.policies().forEach(p -> policies.put(p.id(), p));
        rules.criteria().forEach(c -> criteria.put(c.id(), c));
    }

    /** Where checked and compiled rules come from and go to. */
    public interface CompiledRulesCache {
        /** What these very files said when this very program read them and found nothing wrong with them. */
        default Optional<CheckedPack> findChecked(RuleFiles files) {
            return Optional.empty();
        }

        default void keepChecked(CheckedPack pack) {}

        /** Rules that were compiled before from the same files, if there are any. */
        Optional<CompiledRules> find(CheckedPack pack);

        void keep(CheckedPack pack, CompiledRules compiled);

        /** What the classic build made of the same rules before. */
        default Optional<ReferencePackages> findReference(ParsedRules rules) {
            return Optional.empty();
        }

        default void keepReference(ParsedRules rules, ReferencePackages packages) {}
    }

    /** Remembers nothing. */
    public static final CompiledRulesCache NO_CACHE = new CompiledRulesCache() {
        @Override
        public Optional<CompiledRules> find(CheckedPack pack) {
            return Optional.empty();
        }

        @Override
        public void keep(CheckedPack pack, CompiledRules compiled) {}
    };

    /**
     * Reads, cross-checks and compiles a pack.
     *
     * @throws InvalidInputException with every problem of every file
     */
    public static RuleBook load(RuleFiles files, CompiledRulesCache cache) {
        return of(cache.findChecked(files).orElseGet(() -> check(files, cache)), cache);
    }

    /** Compiles a pack that was checked before. */
    public static RuleBook of(CheckedPack pack, CompiledRulesCache cache) {
        return new RuleBook(pack, cache.find(pack).orElseGet(() -> compile(pack, cache)), cache);
    }

    private static CheckedPack check(RuleFiles files, CompiledRulesCache cache) {
        List<Problem> ofPolicies = new ArrayList<>();
        Map<String, Policy> policies = policies(files, ofPolicies);
        List<Problem> problems = new ArrayList<>();
        ParsedRules rules = RuleParser.parse(files, problems);
        problems.addAll(ofPolicies);
        if (rules.dictionary().find(Dictionary.ENTERPRISE).isPresent()) {
            new CrossCheck(rules, policies, problems).run();
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(new LinkedHashSet<>(problems)));
        }
        CheckedPack pack = new CheckedPack(rules, List.copyOf(policies.values()), RuleCompiler.fingerprint(rules));
        cache.keepChecked(pack);
        return pack;
    }

    private static CompiledRules compile(CheckedPack pack, CompiledRulesCache cache) {
        CompiledRules compiled = RuleCompiler.compile(pack.rules());
        cache.keep(pack, compiled);
        return compiled;
    }

    private static Map<String, Policy> policies(RuleFiles files, List<Problem> problems) {
        Map<String, Policy> policies = new LinkedHashMap<>();
        for (String id : files.policies()) {
            String path = "policies/" + id + "/policy.yaml";
            Optional<String> text = files.find(path);
            if (text.isEmpty()) {
                problems.add(
                        Problem.inRules("rules/" + path, 1, "the file is missing.", "Every policy folder has one."));
            }
            text.flatMap(t -> PolicyReader.read(t, "rules/" + path, problems)).ifPresent(p -> policies.put(id, p));
        }
        return policies;
    }

    public String digest() {
        return rules.digest();
    }

    /** What it is made of, for a cache. */
    public CheckedPack checked() {
        return checked;
    }

    public Dictionary dictionary() {
        return rules.dictionary();
    }

    public ParsedRules rules() {
        return rules;
    }

    public CompiledRules compiled() {
        return compiled;
    }

    /** Reads profiles in the words of this book; a review of a criterion that no reviewer is asked about is refused. */
    public ProfileReader profileReader() {
        Set<String> judged = rules.criteria().stream()
                .filter(Criterion::judged)
                .map(Criterion::id)
                .collect(Collectors.toSet());
        return new ProfileReader(dictionary(), judged);
    }

    public List<Policy> policies() {
        return checked.policies();
    }

    public Policy getPolicy(String id) {
        return findPolicy(id).orElseThrow(() -> new NoSuchElementException("no policy " + id));
    }

    public Optional<Policy> findPolicy(String id) {
        return Optional.ofNullable(policies.get(id));
    }

    public Criterion getCriterion(String id) {
        Criterion criterion = criteria.get(id);
        if (criterion == null) {
            throw new NoSuchElementException("no criterion " + id);
        }
        return criterion;
    }

    public Optional<Criterion> findCriterion(String id) {
        return Optional.ofNullable(criteria.get(id));
    }

    /** How the policies depend on and shut out each other. */
    public PolicyGraph graph() {
        return new PolicyGraph(policies.values());
    }

    /** The criteria of one policy, in clause order. */
    public List<Criterion> criteriaOf(String policy) {
        return rules.criteria().stream().filter(c -> c.policy().equals(policy)).toList();
    }

    public Evaluator direct() {
        return direct;
    }

    /** What plain Drools says; the first call takes seconds, and many more where the classic build was never compiled before. */
    public synchronized ReferenceEvaluator reference() {
        ReferenceEvaluator known = reference;
        if (known == null) {
            known = cache.findReference(rules).flatMap(this::opened).orElseGet(this::compiledReference);
            reference = known;
        }
        return known;
    }

    /** Empty if the packages are not usable: they come from a file. */
    private Optional<ReferenceEvaluator> opened(ReferencePackages packages) {
        try {
            return Optional.of(ReferenceEvaluator.of(compiled, packages));
        } catch (RuntimeException | LinkageError broken) {
            return Optional.empty();
        }
    }

    private ReferenceEvaluator compiledReference() {
        ReferencePackages packages = ReferencePackages.compile(compiled);
        cache.keepReference(rules, packages);
        return ReferenceEvaluator.of(compiled, packages);
    }
}
