package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileText;
import org.huiqi.report.Json;
import org.huiqi.web.OpenBook;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;
import org.huiqi.web.ProfileSize;

/**
 * Everything a self-check knows; the client keeps it, every form hands it on.
 *
 * @param profile what was answered, as written
 * @param policies ids of the policies it is about; empty: all
 * @param skipped paths of the questions passed over
 */
record Dossier(ObjectNode profile, Set<String> policies, Set<String> skipped) {
    private static final int MOST_SKIPPED = 5_000;

    /** Reads the hidden fields of a form and puts its answers on top. */
    static Dossier of(Submission form, OpenBook open) {
        ObjectNode profile = tree(form.one("profile"));
        new Answering(open.book().dictionary(), profile).take(form);
        try {
            ProfileSize.check(profile);
        } catch (InvalidInputException e) {
            throw new ProblemException(ProblemKind.INVALID_PROFILE, e.problems());
        }
        Set<String> known = open.book().policies().stream().map(Policy::id).collect(Collectors.toSet());
        Set<String> policies = words(form, "policies");
        policies.retainAll(known);
        return new Dossier(profile, policies, words(form, "skipped"));
    }

    private static Set<String> words(Submission form, String name) {
        return form.values().getOrDefault(name, List.of()).stream()
                .flatMap(v -> Arrays.stream(v.split("\n")))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .limit(MOST_SKIPPED)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An empty text is an empty profile. */
    static ObjectNode tree(String json) {
        if (json.isBlank()) {
            return Json.object();
        }
        try {
            JsonNode tree = ProfileText.json(json.getBytes(StandardCharsets.UTF_8));
            if (tree.isObject()) {
                return (ObjectNode) tree;
            }
        } catch (InvalidInputException e) {
            throw new ProblemException(ProblemKind.MALFORMED_JSON, e.problems());
        }
        throw new ProblemException(
                ProblemKind.MALFORMED_JSON,
                List.of(new Problem(
                        "$",
                        new Text("企业档案应是一个对象", "a profile must be an object"),
                        new Text("请用 {\"字段\": 值} 的形式。", "Write {\"field\": value}."))));
    }

    /** @throws InvalidInputException with everything that is wrong with it */
    Profile read(OpenBook open) {
        return open.reader().read(profile);
    }

    String json() {
        return new String(Json.bytes(profile), StandardCharsets.UTF_8);
    }

    String chosen() {
        return String.join("\n", policies);
    }

    String passed() {
        return String.join("\n", skipped);
    }

    Dossier with(ObjectNode other) {
        return new Dossier(other, policies, skipped);
    }

    Dossier skipping(Set<String> more) {
        Set<String> all = new LinkedHashSet<>(skipped);
        all.addAll(more);
        return new Dossier(profile, policies, all);
    }
}
