package org.huiqi.advise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.huiqi.assess.Assessor;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Law;
import org.huiqi.profile.Profile;

/** One profile as the engine sees it. Not thread-safe. */
final class Scene {
    private final Profile profile;
    private final Facts facts;
    private final Law law;

    Scene(Assessor assessor, Profile profile, LocalDate asOf) {
        this.profile = profile;
        this.facts = assessor.facts(profile, asOf);
        this.law =
                new Law(assessor.book().rules(), facts, assessor.book().direct().evaluate(facts));
    }

    Profile profile() {
        return profile;
    }

    LocalDate asOf() {
        return facts.asOf();
    }

    Law law() {
        return law;
    }

    List<Fact> elements(String type) {
        return facts.find(type).orElse(List.of());
    }

    /** What the fields that a condition on this fact reads say. */
    Figures figures(Fact fact) {
        return new Figures(ref -> law.find(ref, fact));
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
