package org.huiqi.advise;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.Hearing;
import org.huiqi.assess.Questions;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Law;
import org.huiqi.policy.Policy;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Verdict;

/** One profile as the engine sees it. Not thread-safe. */
final class Scene {
    private final Assessor assessor;
    private final Hearing hearing;

    Scene(Assessor assessor, Profile profile, LocalDate asOf) {
        this(assessor, assessor.hear(profile, asOf));
    }

    private Scene(Assessor assessor, Hearing hearing) {
        this.assessor = assessor;
        this.hearing = hearing;
    }

    /** The same enterprise after these changes. */
    Scene after(List<Move> moves) {
        Profile changed = profile();
        Set<Questions.Question> answers = new LinkedHashSet<>();
        for (Move move : moves) {
            changed = move.applied(changed);
            move.about()
                    .field()
                    .ifPresent(f -> answers.add(
                            new Questions.Question(move.about().type().name(), f.name())));
        }
        boolean sameDay = moves.stream().noneMatch(m -> m.about().isAsOf());
        return sameDay ? new Scene(assessor, hearing.again(changed, answers)) : new Scene(assessor, changed, asOf());
    }

    /** What the same question comes to here. */
    Optional<Verdict> find(Verdict like) {
        return hearing.find(like);
    }

    /** The verdicts of one stage. */
    List<Verdict> verdicts(Policy policy, String stage) {
        return hearing.verdicts(policy, stage);
    }

    /** Did anybody say whether there are elements of this type? */
    boolean answered(String type) {
        return hearing.facts().find(type).isPresent();
    }

    Profile profile() {
        return hearing.profile();
    }

    LocalDate asOf() {
        return hearing.facts().asOf();
    }

    Law law() {
        return hearing.law();
    }

    List<Fact> elements(String type) {
        return hearing.facts().find(type).orElse(List.of());
    }

    /** What the fields that a condition on this fact reads say. */
    Figures figures(Fact fact) {
        return new Figures(ref -> law().find(ref, fact));
    }

    /** Position of an element; the enterprise is always there. */
    OptionalInt index(String type, String key) {
        List<Fact> elements = elements(type);
        return IntStream.range(0, elements.size())
                .filter(i -> elements.get(i).key().equals(key))
                .findFirst();
    }

    Optional<Fact> fact(String type, String key) {
        OptionalInt index = index(type, key);
        return index.isPresent() ? Optional.of(elements(type).get(index.getAsInt())) : Optional.empty();
    }
}
