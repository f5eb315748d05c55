package org.huiqi.web.pages;

import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;

/** The date of assessment as a question. */
final class Day {
    static final Field FIELD =
            Field.plain("asOf", FieldType.DATE, "按哪一天评估?不填就是今天", "As of which day? Today, if left open");

    private Day() {}
}
