package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.Fact;
import org.huiqi.profile.Field;
import org.jspecify.annotations.Nullable;

/**
 * Up to 64 firms before the judge: the truth of every atom about the enterprise as words of one bit a firm, tested for whom it matters and when it
 * does, so that one test runs for many firms at once. Made once per thread and filled anew.
 */
final class Scene {
    /** Most firms at a time. */
    static final int MOST = Long.SIZE;

    private final Compiler compiler;
    private final AtomCode[] atoms;
    private final AtomTests tests;
    private final long[] tested;
    /** In which round a quick look was taken at an atom. */
    private final long[] looked;

    private final long[] met;
    private final long[] unmet;
    /** By field: in which round it was asked who answered it, and who did. */
    private final long[] asked;

    private final long[] answered;
    /** By field: in which round it was asked who said yes, and who did. */
    private final long[] flagged;

    private final long[] yes;
    /** By field: in which round it was measured, and what it measured. */
    private final long[] measured;

    private final @Nullable Ends[] ends;
    private final List<Ends> rooms = new ArrayList<>();
    private final @Nullable Derived[] derived;
    private List<Applicant> firms = List.of();
    private final Fact[] facts = new Fact[MOST];
    /** By firm, list, element and atom; null for a list that was never answered. */
    private final byte[][][] @Nullable [] elements = new byte[MOST][][][];

    private long round;
    /** The firm looked at. */
    private int row;
    /** Element of the stage's subject, if that is no enterprise. */
    int element;

    Scene(Compiler compiler) {
        this.compiler = compiler;
        this.atoms = compiler.enterpriseAtoms();
        this.tests = compiler.enterpriseTests();
        this.tested = new long[atoms.length];
        this.looked = new long[atoms.length];
        this.met = new long[atoms.length];
        this.unmet = new long[atoms.length];
        this.asked = new long[compiler.dictionary().enterprise().fields().size()];
        this.answered = new long[asked.length];
        this.flagged = new long[asked.length];
        this.yes = new long[asked.length];
        this.measured = new long[asked.length];
        this.ends = new Ends[asked.length];
        this.derived = new Derived[asked.length];
        compiler.derivations().forEach(d -> derived[d.field()] = d);
    }

    /** Takes firms in, {@link #MOST} at most: classifies them, and tests their lists. */
    void show(List<Applicant> applicants) {
        round++;
        firms = applicants;
        Arrays.fill(tested, 0);
        Arrays.fill(met, 0);
        Arrays.fill(unmet, 0);
        for (int i = 0; i < firms.size(); i++) {
            facts[i] = firms.get(i).enterprise();
        }
        for (Derived d : compiler.derivations()) {
            for (int i = 0; i < firms.size(); i++) {
                facts[i].set(d.field(), null);
            }
        }
        testLists();
        compiler.derivations().forEach(d -> d.run(this));
        compiler.derivations().forEach(d -> d.fill(this));
        if (!compiler.derivations().isEmpty()) {
            testLists();
        }
    }

    /** Everybody. */
    long rows() {
        return firms.size() == MOST ? -1 : (1L << firms.size()) - 1;
    }

    /** Another one whenever firms come in. */
    long round() {
        return round;
    }

    void turnTo(int firm) {
        row = firm;
    }

    int row() {
        return row;
    }

    /** Tests an atom for those for whom nobody has; a test that failed says nothing. */
    void test(int atom, long rows) {
        long left = rows & ~tested[atom];
        if (left == 0) {
            return;
        }
        AtomCode code = atoms[atom];
        if (code.flag().isPresent()) {
            flag(atom, code.flag().get());
            return;
        }
        if (code.lanes().isPresent() && looked[atom] != round) {
            glance(atom, code.lanes().get());
            left &= ~tested[atom];
        }
        tested[atom] |= left;
        long open = code.silent() ? left : tested(atom, left);
        for (long o = code.bounded() ? open : 0; o != 0; o &= o - 1) {
            settle(atom, o & -o, code.early(facts[Long.numberOfTrailingZeros(o)]));
        }
    }

    /** Settles it for everybody. */
    private void flag(int atom, AtomCode.Flag flag) {
        int field = flag.field();
        if (flagged[field] != round) {
            flagged[field] = round;
            yes[field] = where(rows(), f -> Boolean.TRUE.equals(f.get(field)));
        }
        long said = answered(field);
        tested[atom] = -1;
        met[atom] = said & (flag.wanted() ? yes[field] : ~yes[field]);
        unmet[atom] = said & ~met[atom];
    }

    /** Settles it at once for all for whom a quick look does. */
    private void glance(int atom, Lanes lanes) {
        looked[atom] = round;
        lanes.look(this);
        tested[atom] |= lanes.clear();
        met[atom] |= lanes.met();
        unmet[atom] |= lanes.unmet();
    }

    /** Room to work something out in. */
    Ends room(int number) {
        while (rooms.size() <= number) {
            rooms.add(new Ends());
        }
        return rooms.get(number);
    }

    /** Between which ends a number of the enterprise is. */
    Ends ends(int field) {
        Ends known = java.util.Objects.requireNonNullElseGet(ends[field], Ends::new);
        if (measured[field] != round) {
            measured[field] = round;
            ends[field] = known;
            Field of = compiler.dictionary().enterprise().fields().get(field);
            double least =
                    of.min() == null ? Double.NEGATIVE_INFINITY : of.min().doubleValue();
            double most = of.max() == null ? Double.POSITIVE_INFINITY : of.max().doubleValue();
            for (int i = 0; i < firms.size(); i++) {
                if (facts[i].get(field) instanceof Number number) {
                    known.set(i, number.doubleValue(), number.doubleValue());
                } else {
                    known.set(i, least, most);
                }
            }
        }
        return known;
    }

    /** Those for whom something is unanswered. */
    private long tested(int atom, long rows) {
        long mets = 0;
        long unmets = 0;
        long open = 0;
        for (long left = rows; left != 0; left &= left - 1) {
            byte truth = tests.test(facts[Long.numberOfTrailingZeros(left)], atom);
            long bit = left & -left;
            if (truth == AtomTests.MET) {
                mets |= bit;
            } else if (truth == AtomTests.UNMET) {
                unmets |= bit;
            } else if (truth == AtomTests.UNKNOWN) {
                open |= bit;
            }
        }
        met[atom] |= mets;
        unmet[atom] |= unmets;
        return open;
    }

    long met(int atom) {
        return met[atom];
    }

    long unmet(int atom) {
        return unmet[atom];
    }

    /** Its truth depends on what has become known only now. */
    void retest(int atom, long rows) {
        tested[atom] &= ~rows;
        met[atom] &= ~rows;
        unmet[atom] &= ~rows;
    }

    void settle(int atom, long rows, byte truth) {
        retest(atom, rows);
        tested[atom] |= rows;
        met[atom] |= truth == Truths.MET ? rows : 0;
        unmet[atom] |= truth == Truths.UNMET ? rows : 0;
    }

    interface Which {
        boolean is(Fact enterprise);
    }

    /** Those of {@code rows} whose enterprise is like that. */
    long where(long rows, Which which) {
        long found = 0;
        for (long left = rows; left != 0; left &= left - 1) {
            found |= which.is(facts[Long.numberOfTrailingZeros(left)]) ? left & -left : 0;
        }
        return found;
    }

    /** Everybody who answered a field of the enterprise, or about whom it was worked out. */
    long answered(int field) {
        if (asked[field] != round) {
            asked[field] = round;
            answered[field] = where(rows(), f -> f.answered(field));
        }
        return answered[field];
    }

    /** What was worked out for {@code rows}. */
    void set(int field, long rows, String result) {
        for (long left = rows; left != 0; left &= left - 1) {
            facts[Long.numberOfTrailingZeros(left)].set(field, result);
        }
        asked[field] = 0;
    }

    private void testLists() {
        for (int i = 0; i < firms.size(); i++) {
            elements[i] = firms.get(i).lists().isEmpty() ? null : lists(firms.get(i));
        }
    }

    private byte[][][] lists(Applicant firm) {
        byte[][][] lists = new byte[compiler.listTypes().length][][];
        for (int t = 0; t < lists.length; t++) {
            List<Fact> list = firm.lists().get(compiler.listTypes()[t]);
            lists[t] = list == null ? null : test(t, list);
        }
        return lists;
    }

    private byte[][] test(int type, List<Fact> list) {
        byte[][] truths = new byte[list.size()][];
        for (int i = 0; i < truths.length; i++) {
            byte[] element = new byte[compiler.listAtoms(type).length];
            Fact fact = list.get(i);
            compiler.listTests(type).ifPresent(t -> t.test(fact, element));
            bounds(compiler.listBounded(type), fact, element);
            truths[i] = element;
        }
        return truths;
    }

    private static void bounds(AtomCode[] bounded, Fact fact, byte[] truths) {
        for (AtomCode atom : bounded) {
            if (truths[atom.index] == AtomTests.UNKNOWN) {
                truths[atom.index] = atom.early(fact);
            }
        }
    }

    byte element(int type, int index, int atom) {
        byte truth = elements[row][type][index][atom];
        return truth == AtomTests.FAULT ? Truths.UNKNOWN : truth;
    }

    /** Elements of a list of the firm looked at, -1 if it was never answered. */
    int size(int type) {
        return elements[row] == null || elements[row][type] == null ? -1 : elements[row][type].length;
    }

    Fact fact() {
        return facts[row];
    }

    /** The enterprise of a firm. */
    Fact fact(int firm) {
        return facts[firm];
    }

    Fact fact(int type, int index) {
        return firms.get(row).lists().get(compiler.listTypes()[type]).get(index);
    }

    /** What keeps a derived field open. */
    void behind(int field, long rows, Wants out) {
        java.util.Objects.requireNonNull(derived[field]).behind(rows, out);
    }
}
