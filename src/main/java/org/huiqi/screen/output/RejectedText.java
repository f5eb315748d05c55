package org.huiqi.screen.output;

import java.util.List;
import org.huiqi.screen.firm.Rejection;

/** Rejected rows as lines. */
final class RejectedText {
    private RejectedText() {}

    static List<String> columns(Words words) {
        return List.of(
                words.of("表", "sheet"),
                words.of("行", "row"),
                words.of("列", "column"),
                words.of("值", "value"),
                words.of("原因", "reason"),
                words.of("怎么办", "remedy"));
    }

    static List<String> cells(Words words, Rejection rejection) {
        return List.of(
                rejection.sheet(),
                Long.toString(rejection.row()),
                rejection.column(),
                rejection.value(),
                words.of(rejection.reason()),
                words.of(rejection.remedy()));
    }

    static String heading(Words words) {
        return Csv.line(columns(words));
    }

    static String line(Words words, Rejection rejection) {
        return Csv.line(cells(words, rejection));
    }
}
