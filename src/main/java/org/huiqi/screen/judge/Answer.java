package org.huiqi.screen.judge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.huiqi.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of a firm: one verdict, or the best of those on its products (projects, tax months …) with what stands in the way of the
 * others. Immutable; equal where everything is equal. Sets are to be read only.
 */
public final class Answer {
    private final @Nullable Outcome outcome;
    private final String result;
    private final String edition;
    private final int subjects;
    private final int likeIt;
    private final long[] missing;
    private final long[] decisive;
    private final long[] passing;
    private final long[] opening;
    private final boolean near;
    private final int hash;

    /**
     * @param finding not copied: nobody changes it
     * @param subjects how many were judged
     * @param likeIt how many of them with this outcome
     */
    Answer(Finding finding, String edition, int subjects, int likeIt) {
        this.outcome = finding.outcome;
        this.result = finding.result;
        this.edition = edition;
        this.subjects = subjects;
        this.likeIt = likeIt;
        this.missing = finding.missing;
        this.decisive = finding.decisive;
        this.passing = finding.passing;
        this.opening = finding.opening;
        this.near = outcome == Outcome.INELIGIBLE && !Bits.empty(passing);
        this.hash = hashed();
    }

    private Answer(DataInputStream in) throws IOException {
        int ordinal = in.readByte();
        this.outcome = ordinal < 0 ? null : Outcome.values()[ordinal];
        this.result = in.readUTF();
        this.edition = in.readUTF();
        this.subjects = in.readInt();
        this.likeIt = in.readInt();
        this.missing = words(in);
        this.decisive = words(in);
        this.passing = words(in);
        this.opening = words(in);
        this.near = outcome == Outcome.INELIGIBLE && !Bits.empty(passing);
        this.hash = hashed();
    }

    /** What {@link #write} wrote. */
    public static Answer read(DataInputStream in) throws IOException {
        return new Answer(in);
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeByte(outcome == null ? -1 : outcome.ordinal());
        out.writeUTF(result);
        out.writeUTF(edition);
        out.writeInt(subjects);
        out.writeInt(likeIt);
        for (long[] words : new long[][] {missing, decisive, passing, opening}) {
            out.writeByte(words.length);
            for (long word : words) {
                out.writeLong(word);
            }
        }
    }

    private static long[] words(DataInputStream in) throws IOException {
        long[] words = new long[in.readByte()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readLong();
        }
        return words;
    }

    private int hashed() {
        int hash = outcome == null ? 0 : outcome.ordinal() + 1;
        hash = 31 * hash + edition.hashCode();
        hash = 31 * hash + result.hashCode();
        if (outcome == Outcome.INCOMPLETE) {
            return 31 * hash + Bits.hash(missing);
        }
        for (long[] bits : new long[][] {decisive, passing, opening}) {
            hash = 31 * hash + Bits.hash(bits);
        }
        return 31 * (31 * hash + subjects) + likeIt;
    }

    /** Do both say the same, whatever would happen if a condition were relaxed? */
    boolean agreesWith(Answer other) {
        return outcome == other.outcome
                && subjects == other.subjects
                && likeIt == other.likeIt
                && result.equals(other.result)
                && edition.equals(other.edition)
                && Arrays.equals(missing, other.missing)
                && Arrays.equals(decisive, other.decisive);
    }

    /** Empty if the policy is not asked about this firm: nothing to judge, or what it presupposes does not hold. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public boolean is(Outcome asked) {
        return outcome == asked;
    }

    /** Is it ineligible for what, relaxed alone, would let it pass? */
    public boolean near() {
        return near;
    }

    /** The class, of a classification; else empty. */
    public String result() {
        return result;
    }

    /** The edition that was applied; empty if there is none, or if several were. */
    public String edition() {
        return edition;
    }

    /** How many subjects were judged; 1 for the firm itself. */
    public int subjects() {
        return subjects;
    }

    /** How many of them have this outcome. */
    public int likeIt() {
        return likeIt;
    }

    /** Numbers in {@link FieldSpace} of what could still decide it. */
    public long[] missing() {
        return missing;
    }

    /** Numbers in {@link Question#parts} of what made it ineligible. */
    public long[] decisive() {
        return decisive;
    }

    /** Those of which each alone, relaxed, would let it pass. */
    public long[] passing() {
        return passing;
    }

    /** Those of which each alone, relaxed, would leave only missing information in the way. */
    public long[] opening() {
        return opening;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Answer other
                && hash == other.hash
                && agreesWith(other)
                && Arrays.equals(passing, other.passing)
                && Arrays.equals(opening, other.opening);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return outcome + " " + result + " " + edition + " " + likeIt + "/" + subjects + " missing " + show(missing)
                + " decisive " + show(decisive);
    }

    private static String show(long[] bits) {
        StringBuilder numbers = new StringBuilder();
        Bits.each(bits, i -> numbers.append(' ').append(i));
        return numbers.toString();
    }
}
