package org.huiqi.engine.condition;

import org.huiqi.profile.Field;

/**
 * A field that a condition reads.
 *
 * @param owner the reference it is reached through ({@code enterprise}, {@code taxPeriod}, {@code previous}, a lookup), empty for own fields
 * @param type fact type that declares the field
 * @param field the field
 * @param given whether the engine always knows it ({@code asOf})
 */
public record Ref(String owner, String type, Field field, boolean given) {

    /** As rules spell it: {@code totalSales}, {@code enterprise.name}. */
    public String path() {
        return owner.isEmpty() ? field.name() : owner + "." + field.name();
    }
}
