package org.huiqi.engine;

import java.util.List;
import org.huiqi.profile.FactType;

/**
 * The sheet of an amount: one per element of {@code over}, its figures filled by steps.
 *
 * @param type the declared type; its fields are the figures
 * @param over fact type it is about
 * @param by field of that type whose equal values form one chain, empty if none
 * @param order field by which a chain is ordered, empty if there is no chain
 * @param steps in an order in which every figure comes after those it is made of
 */
public record Sheet(String policy, FactType type, String over, String by, String order, List<Step> steps) {
    /** Engine-supplied field of every sheet: does the amount's stage say yes for this subject? */
    public static final String ENTITLED = "entitled";

    public Sheet {
        steps = List.copyOf(steps);
    }
}
