package org.huiqi.assess;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.policy.Neighbour;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;

/** Whether the policies that rest on each other, or shut each other out, exist and can do so. */
final class NeighbourCheck {
    private final Map<String, Policy> policies;
    private final List<Problem> problems;

    NeighbourCheck(Map<String, Policy> policies, List<Problem> problems) {
        this.policies = policies;
        this.problems = problems;
    }

    void run() {
        policies.values().forEach(this::policy);
        new PolicyGraph(policies.values()).circle().forEach(this::circle);
    }

    private void policy(Policy policy) {
        known(policy, "requires", policy.requires());
        known(policy, "excludes", policy.excludes());
        Set<String> required = policy.requires().stream().map(Neighbour::policy).collect(Collectors.toSet());
        for (Neighbour other : policy.excludes()) {
            if (other.policy().equals(policy.id())) {
                wrong(policy, other.line(), "'excludes' names " + policy.id() + " itself.", "Name the other policy.");
            } else if (required.contains(other.policy())) {
                String message = "'" + other.policy() + "' is both required and excluded.";
                wrong(policy, other.line(), message, "Nothing rests on what it shuts out: keep one.");
            }
        }
    }

    private void known(Policy policy, String key, List<Neighbour> named) {
        named.stream()
                .filter(n -> !policies.containsKey(n.policy()))
                .forEach(n -> wrong(
                        policy,
                        n.line(),
                        "'" + key + "' names the unknown policy '" + n.policy() + "'.",
                        Nearest.to(n.policy(), policies.keySet())
                                .map(known -> "Maybe '" + known + "'?")
                                .orElse("Name the folder of a policy in rules/policies.")));
    }

    private void circle(String id) {
        Policy policy = policies.get(id);
        int line =
                policy.requires().stream().mapToInt(Neighbour::line).findFirst().orElse(1);
        wrong(policy, line, "'requires' leads from " + id + " back to itself.", "Break the circle.");
    }

    private void wrong(Policy policy, int line, String message, String remedy) {
        problems.add(Problem.inRules("rules/policies/" + policy.id() + "/policy.yaml", line, message, remedy));
    }
}
