package org.huiqi.screen.judge;

import java.util.List;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;

/**
 * What is asked of every firm: the headline stage of a policy.
 *
 * @param parts ids of the criteria and scores by the numbers that answers use
 */
public record Question(Policy policy, Stage stage, List<String> parts) {
    public Question {
        parts = List.copyOf(parts);
    }
}
