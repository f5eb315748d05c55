package org.huiqi.screen.judge;

import java.util.Optional;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.profile.FactType;

/**
 * Compares two numbers of all firms before the judge at once, in floating point. Where an answer is clear it is the exact one: what
 * {@link org.huiqi.engine.condition.Bounds} decides, and what the atom says of those who answered everything, since the loader admits no arithmetic
 * that rounds or overflows. Where rounding might matter it says nothing. Belongs to one thread.
 */
final class Lanes {
    /** Relative; rounding errors are a million times smaller. */
    private static final double DOUBT = 1e-9;

    private final Span left;
    private final Span right;
    private final boolean aboveMet;
    private final boolean belowMet;
    /** Who is clearly on which side, and who might be on either. */
    private long above;

    private long below;
    private long either;

    private Lanes(String operator, Span left, Span right) {
        this.left = left;
        this.right = right;
        this.aboveMet = operator.equals("!=") || operator.charAt(0) == '>';
        this.belowMet = operator.equals("!=") || operator.charAt(0) == '<';
    }

    /** Empty for what is not made of fields of {@code type} itself, numbers, sums, differences and products. */
    static Optional<Lanes> of(Condition condition, FactType type) {
        if (!(condition instanceof Condition.Comparison c) || !c.left().type().numeric()) {
            return Optional.empty();
        }
        Optional<Span> right = span(c.right(), type);
        return span(c.left(), type).flatMap(l -> right.map(r -> new Lanes(c.operator(), l, r)));
    }

    /** Something whose ends can be found. */
    private interface Span {
        Ends measure(Scene scene);
    }

    private static Optional<Span> span(Expression expression, FactType type) {
        if (expression instanceof Expression.Number number) {
            Ends ends = new Ends();
            ends.setAll(number.value().doubleValue());
            return Optional.of(scene -> ends);
        }
        if (expression instanceof Expression.FieldValue f
                && f.ref().owner().isEmpty()
                && f.ref().type().equals(type.name())) {
            int field = type.indexOf(f.ref().field().name());
            return Optional.of(scene -> scene.ends(field));
        }
        return expression instanceof Expression.Arithmetic a && "+-*".indexOf(a.operator()) >= 0
                ? span(a, type)
                : Optional.empty();
    }

    private static Optional<Span> span(Expression.Arithmetic a, FactType type) {
        Optional<Span> right = span(a.right(), type);
        if (a.operator() == '*' && a.right() instanceof Expression.Number n) {
            return span(a.left(), type).map(l -> scaled(l, n.value().doubleValue()));
        }
        if (a.operator() == '*' && a.left() instanceof Expression.Number n) {
            return right.map(r -> scaled(r, n.value().doubleValue()));
        }
        return span(a.left(), type).flatMap(l -> right.map(r -> span(a.operator(), l, r)));
    }

    private static Span scaled(Span one, double factor) {
        Ends out = new Ends();
        return scene -> {
            Ends a = one.measure(scene);
            scale(a.low, factor, factor < 0 ? out.high : out.low);
            scale(a.high, factor, factor < 0 ? out.low : out.high);
            scale(a.lowSize, Math.abs(factor), factor < 0 ? out.highSize : out.lowSize);
            scale(a.highSize, Math.abs(factor), factor < 0 ? out.lowSize : out.highSize);
            return out;
        };
    }

    private static void scale(double[] ends, double factor, double[] out) {
        for (int i = 0; i < Scene.MOST; i++) {
            out[i] = ends[i] * factor;
        }
    }

    private static Span span(char operator, Span one, Span other) {
        Ends out = new Ends();
        return scene -> {
            Ends a = one.measure(scene);
            Ends b = other.measure(scene);
            switch (operator) {
                case '+' -> plus(a, b, out);
                case '-' -> minus(a, b, out);
                default -> times(a, b, out);
            }
            return out;
        };
    }

    private static void plus(Ends a, Ends b, Ends out) {
        for (int i = 0; i < Scene.MOST; i++) {
            out.low[i] = a.low[i] + b.low[i];
            out.high[i] = a.high[i] + b.high[i];
            out.lowSize[i] = a.lowSize[i] + b.lowSize[i];
            out.highSize[i] = a.highSize[i] + b.highSize[i];
        }
    }

    private static void minus(Ends a, Ends b, Ends out) {
        for (int i = 0; i < Scene.MOST; i++) {
            out.low[i] = a.low[i] - b.high[i];
            out.high[i] = a.high[i] - b.low[i];
            out.lowSize[i] = a.lowSize[i] + b.highSize[i];
            out.highSize[i] = a.highSize[i] + b.lowSize[i];
        }
    }

    /** Of two numbers; {@link Math#max} also minds what is no number, which takes it three times as long. */
    private static double larger(double a, double b) {
        return a > b ? a : b;
    }

    /** Where an infinite end times zero is no number, nothing is known. */
    private static void times(Ends a, Ends b, Ends out) {
        for (int i = 0; i < Scene.MOST; i++) {
            double ll = a.low[i] * b.low[i];
            double lh = a.low[i] * b.high[i];
            double hl = a.high[i] * b.low[i];
            double hh = a.high[i] * b.high[i];
            double size = larger(a.lowSize[i], a.highSize[i]) * larger(b.lowSize[i], b.highSize[i]);
            boolean numbers = ll + lh + hl + hh == ll + lh + hl + hh;
            out.low[i] = numbers ? -larger(larger(-ll, -lh), larger(-hl, -hh)) : Double.NEGATIVE_INFINITY;
            out.high[i] = numbers ? larger(larger(ll, lh), larger(hl, hh)) : Double.POSITIVE_INFINITY;
            out.lowSize[i] = size;
            out.highSize[i] = size;
        }
    }

    /** Looks at everybody. */
    void look(Scene scene) {
        Ends a = left.measure(scene);
        Ends b = right.measure(scene);
        above = 0;
        below = 0;
        either = 0;
        for (int i = 0; i < Scene.MOST; i++) {
            double down = (a.lowSize[i] + b.highSize[i]) * DOUBT;
            double up = (a.highSize[i] + b.lowSize[i]) * DOUBT;
            above |= (a.low[i] > b.high[i] + down ? 1L : 0) << i;
            below |= (b.low[i] > a.high[i] + up ? 1L : 0) << i;
            either |= (a.low[i] < b.high[i] - down & b.low[i] < a.high[i] - up ? 1L : 0) << i;
        }
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
