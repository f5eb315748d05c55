package org.huiqi.screen.result;

import java.util.List;
import org.huiqi.screen.firm.Rejection;
import org.huiqi.screen.judge.Panel;

/**
 * A run of rows of one sheet with what became of each. Blocks are numbered from 0, always hold the same rows, and do not depend on threads: whoever
 * keeps them in order can stop after any and go on with the next.
 *
 * @param sheet where they stand
 * @param read rows with something in them; {@code screened} and {@code rejected} of them
 * @param skipped blank rows and examples of a template
 * @param rechecked screened rows that the reference judged too, without a difference
 * @param panels what the screened were told, in their order: {@link Panel#MOST} firms each but for the last
 * @param rejections at least one for each rejected row
 */
public record Block(
        long number,
        String sheet,
        int read,
        int rejected,
        int skipped,
        int rechecked,
        List<Screened> screened,
        List<Panel> panels,
        List<Rejection> rejections) {

    public Block {
        panels = List.copyOf(panels);
        screened = List.copyOf(screened);
        rejections = List.copyOf(rejections);
        if (read != screened.size() + rejected) {
            throw new IllegalStateException("block " + number + " lost a row: read " + read + ", screened "
                    + screened.size() + ", rejected " + rejected);
        }
    }

    /** With panels made of the answers. */
    public static Block of(
            long number,
            String sheet,
            int read,
            int rejected,
            int skipped,
            int rechecked,
            List<Screened> screened,
            List<Rejection> rejections) {
        List<Panel> panels = Panel.all(screened.stream().map(Screened::answers).toList());
        return new Block(number, sheet, read, rejected, skipped, rechecked, screened, panels, rejections);
    }
}
