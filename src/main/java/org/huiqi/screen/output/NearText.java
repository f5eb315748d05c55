package org.huiqi.screen.output;

import java.util.List;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Screened;

/** Firms one condition short as lines. */
final class NearText {
    private NearText() {}

    static List<String> columns(Words words) {
        return List.of(
                words.of("表", "sheet"),
                words.of("行", "row"),
                "统一社会信用代码",
                words.of("企业名称", "name"),
                words.of("政策", "policy"),
                words.of("差的条件", "condition"),
                words.of("条件内容", "what it demands"),
                words.of("差多少", "gap"));
    }

    static List<String> cells(Words words, Screened firm, Screened.NearMiss miss) {
        Question question = words.judge().questions().get(miss.question());
        String id = question.parts().get(miss.part());
        return List.of(
                firm.sheet(),
                Long.toString(firm.row()),
                firm.code(),
                firm.name(),
                words.policy(question),
                id,
                words.claim(question, id),
                miss.gap());
    }

    static String heading(Words words) {
        return Csv.line(columns(words));
    }

    static String line(Words words, Screened firm, Screened.NearMiss miss) {
        return Csv.line(cells(words, firm, miss));
    }
}
