package org.huiqi.web.pages;

import java.util.List;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;

/** The date of assessment as a question. */
final class Day {
    static final Field FIELD = new Field(
            "asOf",
            FieldType.DATE,
            "评估日",
            "Date of assessment",
            "",
            "按哪一天评估?",
            "不填就是今天。申报有起止日的政策,按这一天判断版本和期限",
            "",
            List.of(),
            null,
            null,
            List.of(),
            false,
            false,
            "");

    private Day() {}
}
