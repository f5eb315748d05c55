package org.huiqi.assess;

import java.util.List;
import java.util.Optional;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Law;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;

/** The fields that policy.yaml names for one subject: its own where it has them (silent if nobody listed any), else the enterprise's. */
final class SubjectFields {
    private final Dictionary dictionary;
    private final Facts facts;
    private final Law.Subject subject;

    SubjectFields(Dictionary dictionary, Facts facts, Law.Subject subject) {
        this.dictionary = dictionary;
        this.facts = facts;
        this.subject = subject;
    }

    Field get(String name) {
        return owner(name).get(name);
    }

    Optional<Object> find(String name) {
        FactType owner = owner(name);
        return facts.find(owner.name())
                .map(list -> list.get(Law.element(owner.name(), subject)))
                .flatMap(fact -> Optional.ofNullable(fact.get(owner.indexOf(name))));
    }

    /** What a user can answer to fill the field; a derived one is filled by what its classification misses. */
    List<String> paths(String name) {
        if (get(name).derived()) {
            return facts.missingBehind(name);
        }
        FactType owner = owner(name);
        boolean listed = facts.find(owner.name()).isPresent();
        return List.of(listed ? Profile.path(owner, subject.key(), name) : owner.list());
    }

    private FactType owner(String field) {
        FactType own = dictionary.get(subject.type());
        return own.find(field).isPresent() ? own : dictionary.enterprise();
    }
}
