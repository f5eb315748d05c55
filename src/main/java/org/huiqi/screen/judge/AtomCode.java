package org.huiqi.screen.judge;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Fact;
import org.huiqi.engine.condition.Bounds;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.engine.condition.Glance;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Truth;
import org.jspecify.annotations.Nullable;

/** An atom with its way to the fields it reads. */
final class AtomCode {
    private static final Read[] NOTHING = {};
    final int index;
    private final Condition condition;
    private final Read[] reads;
    private final @Nullable Glance glance;
    private final Optional<Lanes> lanes;
    private final Optional<Flag> flag;
    private final boolean silent;
    /** Those of its reads that some row may answer. */
    private final int[] possible;

    /** A yes or no of the enterprise that must be {@code wanted}. */
    record Flag(int field, boolean wanted) {
        static Optional<Flag> of(Condition condition, FactType type) {
            return condition instanceof Condition.Comparison c
                            && c.left() instanceof Expression.FieldValue f
                            && c.right() instanceof Expression.BooleanLiteral literal
                            && f.ref().owner().isEmpty()
                            && f.ref().type().equals(type.name())
                    ? Optional.of(new Flag(
                            type.indexOf(f.ref().field().name()),
                            literal.value() == c.operator().equals("==")))
                    : Optional.empty();
        }
    }

    AtomCode(Atom atom, FactType type, Compiler compiler) {
        this.index = atom.index();
        this.condition = atom.condition();
        this.reads = atom.reads().stream()
                .map(r -> new Read(r, type, compiler.dictionary(), compiler.space()))
                .toArray(Read[]::new);
        this.glance = reads.length > 1
                        && condition instanceof Condition.Comparison c
                        && c.left().type().numeric()
                        && Bounds.canDecide(c, this::possible)
                ? new Glance(c, atom.reads())
                : null;
        this.lanes = type.name().equals(Dictionary.ENTERPRISE)
                ? Lanes.of(condition, atom.reads(), type, glance != null)
                : Optional.empty();
        this.flag = type.name().equals(Dictionary.ENTERPRISE) ? Flag.of(condition, type) : Optional.empty();
        this.possible = IntStream.range(0, reads.length)
                .filter(i -> reads[i].possible())
                .toArray();
        this.silent = possible.length < reads.length;
        for (int i = 0; i < reads.length && glance != null; i++) {
            reads[i].tell(null, i, glance);
        }
    }

    /** Can bounds decide it before everything is answered? */
    boolean bounded() {
        return glance != null;
    }

    /** A quick look at many firms; empty for what is no comparison of numbers of the enterprise. */
    Optional<Lanes> lanes() {
        return lanes;
    }

    /** Is it all a yes or no? */
    Optional<Flag> flag() {
        return flag;
    }

    /** Does it read what no row answers, so that only bounds can decide it? */
    boolean silent() {
        return silent;
    }

    /** Whatever a row says, it stays unknown, and always for the same fields. */
    boolean hopeless() {
        for (Read read : reads) {
            if (read.possible()) {
                return false;
            }
        }
        return reads.length > 0;
    }

    boolean alone() {
        return reads.length == 1;
    }

    /** What bounds say while something is unanswered. */
    byte early(Fact fact) {
        if (!told(fact) || glance == null) {
            return Truths.UNKNOWN;
        }
        Truth seen = glance.look();
        Truth truth = seen != null ? seen : Bounds.decide(condition, ref -> range(ref, fact));
        return truth == Truth.UNKNOWN ? Truths.UNKNOWN : truth == Truth.MET ? Truths.MET : Truths.UNMET;
    }

    /** Is anything answered at all? */
    private boolean told(Fact fact) {
        boolean some = false;
        for (int i : possible) {
            Object value = reads[i].value(fact);
            some |= value != null;
            if (glance != null) {
                reads[i].tell(value, i, glance);
            }
        }
        return some;
    }

    private boolean possible(Ref ref) {
        return Arrays.stream(reads).anyMatch(r -> r.possible() && same(r.ref(), ref));
    }

    private Interval range(Ref ref, Fact fact) {
        for (Read read : reads) {
            if (same(read.ref(), ref)) {
                Object value = read.value(fact);
                if (value instanceof BigDecimal number) {
                    return Interval.point(number);
                }
                if (value instanceof Integer number) {
                    return Interval.point(new BigDecimal(number));
                }
            }
        }
        return new Interval(ref.field().min(), ref.field().max());
    }

    private static boolean same(Ref a, Ref b) {
        return a.field().name().equals(b.field().name()) && a.owner().equals(b.owner());
    }

    /** What a fact of the firm looked at leaves open. */
    void missing(Fact fact, Scene scene, Wants out) {
        for (Read read : reads) {
            read.missing(fact, scene, out);
        }
    }

    /** For many at once, who have not answered all it reads. */
    void missing(Scene scene, long rows, Wants out) {
        for (Read read : rows == 0 ? NOTHING : reads) {
            read.missing(scene, rows, out);
        }
    }

    /** Numbers of all fields it reads, none of them the result of a classification. */
    IntStream reads() {
        return Arrays.stream(reads).mapToInt(Read::bit);
    }
}
