package org.huiqi.engine.condition;

import java.util.Collection;
import java.util.Optional;

/** The words a condition on one fact type may use. */
public interface Scope {

    /** The field called {@code name} on the fact itself ({@code owner} empty) or behind a reference. */
    Optional<Ref> find(String owner, String name);

    /** Everything that would be found, for "maybe". */
    Collection<String> words();

    /** Whether {@code previous} is a word here. */
    boolean hasPrevious();
}
