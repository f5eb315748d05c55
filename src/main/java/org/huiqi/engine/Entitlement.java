package org.huiqi.engine;

import java.util.List;
import java.util.Optional;

/**
 * Whether the stage behind an amount says yes for a subject.
 *
 * @param value empty while the verdict is open
 * @param missing the fields that could still decide it
 */
public record Entitlement(Optional<Boolean> value, List<String> missing) {
    public static final Entitlement ASSUMED = new Entitlement(Optional.of(true), List.of());

    public Entitlement {
        missing = List.copyOf(missing);
    }
}
