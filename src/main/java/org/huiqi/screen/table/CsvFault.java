package org.huiqi.screen.table;

/** What can be wrong with separated text; nothing behind it can be trusted. */
record CsvFault(String sheet) {
    /** A figure or a name is shorter by far; what is longer has swallowed something. */
    static final int LONGEST_FIELD = 1 << 20;

    RuntimeException unpaired(long row) {
        return Tables.refused(
                sheet + ":" + row,
                "这一行有一个引号没有配对,把后面的行也吞进来了",
                "a quotation mark without its pair has swallowed the rows that follow",
                "给引号配对;值里的引号写两个。",
                "Give the mark its pair; a mark within a value is written twice.");
    }

    RuntimeException cut(long row, String zh, String en) {
        return Tables.refused(
                sheet + ":" + row,
                "从这一行起读不下去: " + zh,
                "cannot be read from this row on: " + en,
                "多半是引号没有配对;每格最多" + LONGEST_FIELD + "字。",
                "Most likely a quotation mark without its pair; a cell has at most " + LONGEST_FIELD + " characters.");
    }
}
