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
    private final ParsedRules rules;
    private final Map<String, Policy> policies;
    private final Map<String, Criterion> criteria = new LinkedHashMap<>();
    private final CompiledRules compiled;
    private final Evaluator direct;
    private final CompiledRulesCache cache;
    private @Nullable ReferenceEvaluator reference;

    private RuleBook(
            ParsedRules rules, Map<String, Policy> policies, CompiledRules compiled, CompiledRulesCache cache) {
        this.rules = rules;
        this.policies = policies;
        this.compiled = compiled;
        this.cache = cache;
        this.direct = new DirectEvaluator(compiled);
        rules.criteria().forEach(c -> criteria.put(c.id(), c));
    }

    /** Where checked and compiled rules come from and go to. */
    public interface CompiledRulesCache {
        /** What these very files said when this very program read them and found nothing wrong with them. */
        default Optional<ParsedRules> findChecked(RuleFiles files) {
            return Optional.empty();
        }

        default void keepChecked(ParsedRules rules) {}

        /** Rules that were compiled before from the same files, if there are any. */
        Optional<CompiledRules> find(ParsedRules rules);

        void keep(CompiledRules compiled);

        /** What the classic build made of the same rules before. */
        default Optional<ReferencePackages> findReference(ParsedRules rules) {
            return Optional.empty();
        }

        default void keepReference(ParsedRules rules, ReferencePackages packages) {}
    }

    /** Remembers nothing. */
    public static final CompiledRulesCache NO_CACHE = new CompiledRulesCache() {
        @Override
        public Optional<CompiledRules> find(ParsedRules rules) {
            return Optional.empty();
        }

        @Override
        public void keep(CompiledRules compiled) {}
    };

    /**
     * Reads, cross-checks and compiles a pack.
     *
     * @throws InvalidInputException with every problem of every file
     */
    public static RuleBook load(RuleFiles files, CompiledRulesCache cache) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Policy> policies = policies(files, problems);
        ParsedRules rules = cache.findChecked(files).orElseGet(() -> check(files, policies, problems, cache));
        CompiledRules compiled = cache.find(rules).orElseGet(() -> compile(rules, cache));
        return new RuleBook(rules, policies, compiled, cache);
    }

    private static ParsedRules check(
            RuleFiles files, Map<String, Policy> policies, List<Problem> ofPolicies, CompiledRulesCache cache) {
        List<Problem> problems = new ArrayList<>();
        ParsedRules rules = RuleParser.parse(files, problems);
        problems.addAll(ofPolicies);
        if (rules.dictionary().find(Dictionary.ENTERPRISE).isPresent()) {
            new CrossCheck(rules, policies, problems).run();
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(new LinkedHashSet<>(problems)));
        }
        cache.keepChecked(rules);
        return rules;
    }

    private static CompiledRules compile(ParsedRules rules, CompiledRulesCache cache) {
        CompiledRules compiled = RuleCompiler.compile(rules);
        cache.keep(compiled);
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
        return List.copyOf(policies.values());
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
