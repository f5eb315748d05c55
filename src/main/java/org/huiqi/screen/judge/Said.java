package org.huiqi.screen.judge;

import org.jspecify.annotations.Nullable;

/** What a stage says of every subject with the same answers; nobody changes the finding any more. */
final class Said {
    final Finding finding;
    private @Nullable Answer answer;
    private @Nullable Answer unlisted;

    Said(Finding finding) {
        this.finding = finding;
    }

    /** What it comes to where nobody answered the list it would be said of; made by {@code make} the first time. */
    Answer unlisted(java.util.function.Function<Finding, Answer> make) {
        Answer known = unlisted;
        if (known == null) {
            known = make.apply(finding);
            unlisted = known;
        }
        return known;
    }

    /** Where it is said of the enterprise itself. */
    Answer answer(AnswerTable table, StageCode stage) {
        Answer known = answer;
        if (known == null) {
            known = table.of(finding, stage.edition(finding.edition), 1, 1);
            answer = known;
        }
        return known;
    }
}
