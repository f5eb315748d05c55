package org.huiqi.profile;

import java.util.List;

/** The words that every dictionary has. */
public final class Fields {
    /** The date of assessment: on every fact, always known. */
    public static final Field AS_OF = new Field(
            "asOf",
            FieldType.DATE,
            "评估日",
            "as-of date",
            "",
            "",
            "",
            "",
            List.of(),
            null,
            null,
            List.of(),
            false,
            false);

    private Fields() {}
}
