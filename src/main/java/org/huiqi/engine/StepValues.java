package org.huiqi.engine;

import org.jspecify.annotations.Nullable;

/** The expressions of the steps of one sheet type. Stateless. */
public abstract class StepValues {

    /** The value of a step's expression; every field it reads must be answered. */
    public abstract @Nullable Object value(int step, Fact sheet) throws Exception;
}
