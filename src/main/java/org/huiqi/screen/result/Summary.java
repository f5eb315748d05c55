package org.huiqi.screen.result;

import java.time.LocalDate;
import java.util.List;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.firm.Rejection;

/**
 * What a screening amounts to.
 *
 * @param source name of the file
 * @param ruleBook digest of the rules
 * @param rechecked rows that the reference judged too, without a difference
 * @param relatedRows rows of repeated facts that were read
 * @param relatedRejections those that could not be used
 * @param duplicates firms that stand in the list more than once
 * @param unread sheets and columns nobody reads
 */
public record Summary(
        String source,
        LocalDate asOf,
        String ruleBook,
        Tally tally,
        long rechecked,
        long relatedRows,
        List<Rejection> relatedRejections,
        Duplicates.Found duplicates,
        List<Intake.Unread> unread) {
    public Summary {
        relatedRejections = List.copyOf(relatedRejections);
        unread = List.copyOf(unread);
    }

    /** Rows of repeated facts that could not be used, each once. */
    public long relatedRejected() {
        return relatedRejections.stream()
                .map(r -> List.of(r.sheet(), r.row()))
                .distinct()
                .count();
    }

    /** Was every row that was read either screened or rejected? */
    public boolean balanced() {
        return tally.read() == tally.screened() + tally.rejected();
    }
}
