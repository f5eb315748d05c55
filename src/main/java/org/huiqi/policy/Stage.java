package org.huiqi.policy;

import java.util.List;
import java.util.Optional;
import org.huiqi.profile.Dictionary;

/**
 * One question a policy answers: who may apply, who is listed, who enjoys it, who keeps it, who is paid.
 *
 * @param name {@code apply | listed | enjoy | maintain | fund}
 * @param subject fact type judged, one verdict per element
 * @param given the stage is only assessed where this holds
 * @param require what is demanded; empty for stages that only inform or classify
 * @param results classes in order, the first that holds is the result
 * @param information why the stage only informs; empty if it judges
 */
public record Stage(
        String name,
        String title,
        String subject,
        Optional<Requirement> given,
        Optional<Requirement> require,
        List<Result> results,
        String information,
        int line) {

    /** A class and what puts a subject into it. */
    public record Result(String name, Requirement when) {}

    public Stage {
        results = List.copyOf(results);
    }

    public boolean ofEnterprise() {
        return subject.equals(Dictionary.ENTERPRISE);
    }
}
