package org.huiqi.screen.judge;

import java.util.List;
import java.util.Optional;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.FactType;

/**
 * Compares two numbers of all firms before the judge at once, in floating point. Where an answer is clear it is the exact one: what the atom says of
 * those who answered everything, since the loader admits no arithmetic that rounds or overflows, and of the others what
 * {@link org.huiqi.engine.condition.Bounds} decides. Where rounding might matter it says nothing. Belongs to one thread.
 */
final class Lanes {
    /** Relative; rounding errors are a million times smaller. */
    private static final double DOUBT = 1e-9;

    private final Span left;
    private final Span right;
    private final int[] fields;
    private final boolean bounded;
    private final boolean aboveMet;
    private final boolean belowMet;
    /** Who is clearly on which side, and who might be on either. */
    private long above;

    private long below;
    private long either;

    private Lanes(Condition.Comparison comparison, Span left, Span right, int[] fields, boolean bounded) {
        String operator = comparison.operator();
        this.left = left;
        this.right = right;
        this.fields = fields;
        this.bounded = bounded;
        this.aboveMet = operator.equals("!=") || operator.charAt(0) == '>';
        this.belowMet = operator.equals("!=") || operator.charAt(0) == '<';
    }

    /**
     * Empty for what is not made of fields of {@code type} itself, numbers, sums, differences and products.
     *
     * @param bounded whether bounds can decide it while some of {@code reads} is unanswered
     */
    static Optional<Lanes> of(Condition condition, List<Ref> reads, FactType type, boolean bounded) {
        if (!(condition instanceof Condition.Comparison c) || !c.left().type().numeric() || reads.isEmpty()) {
            return Optional.empty();
        }
        Optional<Span> right = span(c.right(), type);
        int[] fields = reads.stream()
                .mapToInt(r -> type.find(r.field().name()).isPresent()
                        ? type.indexOf(r.field().name())
                        : -1)
                .toArray();
        return span(c.left(), type).flatMap(l -> right.map(r -> new Lanes(c, l, r, fields, bounded)));
    }

    /** Something whose ends can be found, the upper ones only if {@code wide}. */
    private interface Span {
        /** {@code room}: of the scene, from which on it may be used. */
        Ends measure(Scene scene, boolean wide, int room);
    }

    private static Optional<Span> span(Expression expression, FactType type) {
        if (expression instanceof Expression.Number number) {
            Ends ends = Ends.of(number.value().doubleValue());
            return Optional.of((scene, wide, room) -> ends);
        }
        if (expression instanceof Expression.FieldValue f
                && f.ref().owner().isEmpty()
                && f.ref().type().equals(type.name())) {
            int field = type.indexOf(f.ref().field().name());
            return Optional.of((scene, wide, room) -> scene.ends(field));
        }
        return expression instanceof Expression.Arithmetic a && "+-*".indexOf(a.operator()) >= 0
                ? span(a.left(), type).flatMap(l -> span(a.right(), type).map(r -> span(a, l, r)))
                : Optional.empty();
    }

    private static Span span(Expression.Arithmetic a, Span one, Span other) {
        if (a.operator() == '*' && a.right() instanceof Expression.Number n) {
            return scaled(one, n.value().doubleValue());
        }
        if (a.operator() == '*' && a.left() instanceof Expression.Number n) {
            return scaled(other, n.value().doubleValue());
        }
        return (scene, wide, room) -> {
            Ends left = one.measure(scene, wide, room + 1);
            Ends right = other.measure(scene, wide, room + 2);
            Ends out = scene.room(room);
            switch (a.operator()) {
                case '+' -> out.plus(left, right, wide);
                case '-' -> out.minus(left, right, wide);
                default -> out.times(left, right, wide);
            }
            return out;
        };
    }

    private static Span scaled(Span one, double factor) {
        return (scene, wide, room) -> {
            Ends whole = one.measure(scene, wide, room + 1);
            Ends out = scene.room(room);
            out.times(whole, factor, wide);
            return out;
        };
    }

    /** Looks at everybody. While nothing is answered, nothing is decided, whatever the bounds are. */
    void look(Scene scene) {
        long all = -1;
        long some = 0;
        for (int field : fields) {
            all &= scene.answered(field);
            some |= scene.answered(field);
        }
        boolean wide = bounded && (some & ~all) != 0;
        Ends a = left.measure(scene, wide, 0);
        Ends b = right.measure(scene, wide, 1);
        either = 0;
        if (wide) {
            compare(a, b);
        } else {
            compareKnown(a, b);
        }
        long told = wide ? some : all;
        above &= told;
        below &= told;
        either = either & told | ~told;
    }

    private void compareKnown(Ends a, Ends b) {
        long higher = 0;
        long lower = 0;
        for (int i = 0; i < Scene.MOST; i++) {
            double apart = a.low[i] - b.low[i];
            double doubt = (a.lowSize[i] + b.lowSize[i]) * DOUBT;
            higher |= (apart > doubt ? 1L : 0) << i;
            lower |= (-apart > doubt ? 1L : 0) << i;
        }
        above = higher;
        below = lower;
    }

    private void compare(Ends a, Ends b) {
        long higher = 0;
        long lower = 0;
        long open = 0;
        for (int i = 0; i < Scene.MOST; i++) {
            double down = (a.lowSize[i] + b.highSize[i]) * DOUBT;
            double up = (a.highSize[i] + b.lowSize[i]) * DOUBT;
            higher |= (a.low[i] > b.high[i] + down ? 1L : 0) << i;
            lower |= (b.low[i] > a.high[i] + up ? 1L : 0) << i;
            open |= (a.low[i] < b.high[i] - down & b.low[i] < a.high[i] - up ? 1L : 0) << i;
        }
        above = higher;
        below = lower;
        either = open;
    }

    long met() {
        return (aboveMet ? above : 0) | (belowMet ? below : 0);
    }

    long unmet() {
        return (aboveMet ? 0 : above) | (belowMet ? 0 : below);
    }

    /** For whom it is clear, be it that nothing is decided. */
    long clear() {
        return above | below | either;
    }
}
