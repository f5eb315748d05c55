package org.huiqi.profile;

/** The words that every dictionary has. */
public final class Fields {
    /** The date of assessment: on every fact, always known. */
    public static final Field AS_OF =
            Field.plain("asOf", FieldType.DATE, "评估日", "as-of date").changing(Change.TIME);

    private Fields() {}
}
