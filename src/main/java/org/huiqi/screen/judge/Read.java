package org.huiqi.screen.judge;

import java.math.BigDecimal;
import java.util.Optional;
import org.huiqi.engine.Fact;
import org.huiqi.engine.condition.Glance;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.jspecify.annotations.Nullable;

/** How an atom gets at a field, and what is missing while it is unanswered. */
final class Read {
    private final Ref ref;
    private final String owner;
    private final int index;
    private final int bit;
    private final int derived;
    private final int by;
    private final boolean possible;
    private final double least;
    private final double most;

    /** {@code type}: of the atom. */
    Read(Ref ref, FactType type, Dictionary dictionary, FieldSpace space) {
        this.ref = ref;
        this.owner = ref.owner();
        FactType target = dictionary.get(ref.type());
        this.index = target.indexOf(ref.field().name());
        Optional<FactType.Lookup> lookup =
                type.lookups().stream().filter(l -> l.name().equals(owner)).findFirst();
        FactType asked = lookup.isPresent() ? type : target;
        Field field = lookup.map(l -> type.get(l.by())).orElse(ref.field());
        this.by = lookup.map(l -> type.indexOf(l.by())).orElse(-1);
        this.bit = space.field(asked, field.name());
        this.derived = field.derived() ? asked.indexOf(field.name()) : -1;
        this.possible = space.answerable(asked, field);
        BigDecimal min = ref.field().min();
        BigDecimal max = ref.field().max();
        this.least = min == null ? Double.NEGATIVE_INFINITY : min.doubleValue();
        this.most = max == null ? Double.POSITIVE_INFINITY : max.doubleValue();
    }

    /** Can any firm of this list answer it? */
    boolean possible() {
        return possible;
    }

    Ref ref() {
        return ref;
    }

    private boolean answered(Fact fact) {
        Fact target = owner.isEmpty() ? fact : fact.reference(owner);
        return possible && target != null && target.answered(index);
    }

    @Nullable
    Object value(Fact fact) {
        Fact target = owner.isEmpty() ? fact : fact.reference(owner);
        return target == null ? null : target.get(index);
    }

    /** Tells what the field can be: its value if there is one, else anything within its bounds. */
    void tell(@Nullable Object value, int number, Glance glance) {
        if (value instanceof Number known) {
            glance.tell(number, known.doubleValue(), known.doubleValue());
        } else {
            glance.tell(number, least, most);
        }
    }

    /** Adds what a user can answer of a fact of the firm looked at, if it is unanswered and somebody can. */
    void missing(Fact fact, Scene scene, Wants out) {
        boolean nothingToAnswer = by >= 0 && fact.answered(by);
        if (!answered(fact) && !nothingToAnswer) {
            want(scene, 1L << scene.row(), out);
        }
    }

    /** The same of many enterprises. */
    void missing(Scene scene, long rows, Wants out) {
        long open = by < 0 ? rows : rows & ~scene.answered(by);
        want(scene, open & ~answered(scene, open), out);
    }

    private long answered(Scene scene, long rows) {
        if (!possible) {
            return 0;
        }
        return owner.isEmpty() ? scene.answered(index) : scene.where(rows, this::answered);
    }

    /** Number of what a user can answer. */
    int bit() {
        return bit;
    }

    private void want(Scene scene, long rows, Wants out) {
        if (derived >= 0) {
            scene.behind(derived, rows, out);
        } else {
            out.add(bit, rows);
        }
    }
}
