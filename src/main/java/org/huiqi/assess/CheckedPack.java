package org.huiqi.assess;

import java.util.List;
import org.huiqi.engine.ParsedRules;
import org.huiqi.policy.Policy;

/**
 * A pack that was read and found in order: all that a rule book is made of, but for the compiled classes.
 *
 * @param policies in alphabetical order
 * @param fingerprint what its compiled classes are known by, from {@link org.huiqi.engine.direct.RuleCompiler#fingerprint}
 */
public record CheckedPack(ParsedRules rules, List<Policy> policies, String fingerprint) {
    public CheckedPack {
        policies = List.copyOf(policies);
    }
}
