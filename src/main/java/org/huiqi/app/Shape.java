package org.huiqi.app;

/** The first byte of every value that {@link RecordWriter} writes and {@link RecordReader} reads. */
final class Shape {
    static final byte ABSENT = 0;
    static final byte TEXT = 1;
    static final byte TEXT_AGAIN = 2;
    static final byte RECORD = 3;
    static final byte RECORD_AGAIN = 4;
    static final byte LIST = 5;
    static final byte SET = 6;
    static final byte MAP = 7;
    static final byte OPTIONAL = 8;
    static final byte TRUE = 9;
    static final byte FALSE = 10;
    static final byte INTEGER = 11;
    static final byte LETTER = 12;
    static final byte DECIMAL = 13;
    static final byte DATE = 14;
    static final byte LABEL = 15;

    /** In place of the number of a type: its name follows. */
    static final int NEW_TYPE = -1;

    private Shape() {}
}
