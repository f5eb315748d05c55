package org.huiqi.engine;

import java.util.List;
import org.huiqi.engine.condition.Expression;
import org.huiqi.verdict.Seen;

/**
 * One step of an amount: the figure {@code target} of a sheet is {@code expression} where all atoms hold.
 *
 * @param source the expression as written
 */
public record Step(
        String id,
        String claim,
        String policy,
        Place place,
        String document,
        String clause,
        Seen seen,
        String sheet,
        List<Atom> atoms,
        String target,
        Expression expression,
        String source) {
    public Step {
        atoms = List.copyOf(atoms);
    }
}
