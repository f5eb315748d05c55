package org.huiqi.engine;

/** All atoms of one fact type; the generated subclass calls each predicate from its own call site. Stateless. */
public abstract class AtomTests {
    public static final byte UNMET = 0;
    public static final byte MET = 1;
    /** A field it reads is unanswered. */
    public static final byte UNKNOWN = 2;
    /** The test itself failed. */
    public static final byte FAULT = 3;

    /** Writes the truth of every atom for {@code fact} into {@code out}. */
    public abstract void test(Fact fact, byte[] out);

    /** The truth of one atom, for those who need few of them. */
    public abstract byte test(Fact fact, int atom);
}
