package org.huiqi.screen.table;

import org.huiqi.problem.Text;

/**
 * Why a stretch of separated text is no row, though it counts as one.
 *
 * @param first line of the file in which it begins, 0 if nobody counted
 * @param last line in which it ends
 */
record CsvBreach(Kind kind, long first, long last) {
    enum Kind {
        /** A quotation mark without its pair. */
        UNPAIRED,
        /** Marks that pair, but across what may as well be rows. */
        DOUBTFUL,
        LONG,
        LONG_CELL,
        MANY_CELLS
    }

    /** Of one record, in bytes. */
    static final int LONGEST = 1 << 24;
    /** In characters: a figure or a name is shorter by far. */
    static final int LONGEST_CELL = 1 << 20;

    static final int MOST_CELLS = 20_000;

    private static final Text PAIR =
            new Text("给引号配对;值里的引号写两个。", "Give the mark its pair; a mark within a value is written twice.");
    private static final Text JOINED =
            new Text("多半是缺少换行或引号没有配对。", "Most likely a line end or a quotation mark is missing.");

    static CsvBreach unpaired() {
        return new CsvBreach(Kind.UNPAIRED, 0, 0);
    }

    static CsvBreach longCell() {
        return new CsvBreach(Kind.LONG_CELL, 0, 0);
    }

    static CsvBreach manyCells() {
        return new CsvBreach(Kind.MANY_CELLS, 0, 0);
    }

    Text reason() {
        Text reason = switch (kind) {
            case UNPAIRED -> new Text("引号没有配对", "a quotation mark without its pair");
            case DOUBTFUL ->
                new Text(
                        "分不清是一格里有换行,还是引号没有配对、几行并成了一行",
                        "either a cell of several lines, or several rows joined by a mark without its pair");
            case LONG -> new Text("这一行超过" + LONGEST + "字节", "more than " + LONGEST + " bytes");
            case LONG_CELL -> new Text("这一格超过" + LONGEST_CELL + "字", "more than " + LONGEST_CELL + " characters");
            case MANY_CELLS -> new Text("这一行超过" + MOST_CELLS + "格", "more than " + MOST_CELLS + " cells");
        };
        return new Text(
                reason.zh() + lines("(文件第%d行)", "(文件第%d至%d行)"),
                reason.en() + lines(" (line %d of the file)", " (lines %d to %d of the file)"));
    }

    /** Numbers of rows and of lines part at the first cell of several lines, so both are told. */
    private String lines(String one, String several) {
        return first == 0 ? "" : (first == last ? one : several).formatted(first, last);
    }

    Text remedy() {
        return switch (kind) {
            case UNPAIRED -> PAIR;
            case DOUBTFUL ->
                new Text(
                        PAIR.zh() + "本来就是一格的,去掉格里的换行。",
                        PAIR.en() + " If it is one cell, take the line breaks out of it.");
            case LONG, LONG_CELL, MANY_CELLS -> JOINED;
        };
    }
}
