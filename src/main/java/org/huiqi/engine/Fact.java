package org.huiqi.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A fact both evaluators test; one generated subclass per declared type, fields by their position in the declaration. */
public abstract class Fact {
    private String key = "";
    private boolean chained = true;

    /** Another fact of the same type, nothing answered. */
    public abstract Fact blank();

    public abstract @Nullable Object get(int field);

    public abstract void set(int field, @Nullable Object value);

    public abstract boolean answered(int field);

    public abstract void setAsOf(LocalDate asOf);

    /** The fact behind a reference, null if there is none. */
    public abstract @Nullable Fact reference(String name);

    public abstract void refer(String name, @Nullable Fact target);

    /** Tells elements of one list apart. */
    public final String key() {
        return key;
    }

    public final void key(String name) {
        this.key = name;
    }

    /** Of a sheet: whether it is certain which sheet, if any, comes before it. */
    public final boolean isChained() {
        return chained;
    }

    final void unchain() {
        this.chained = false;
    }
}
