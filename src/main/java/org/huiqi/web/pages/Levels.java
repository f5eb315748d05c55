package org.huiqi.web.pages;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.huiqi.web.pages.Columns.Slot;

/** How far down the middle of every slot is: beside what it is linked with, as far as those above and below leave room. */
final class Levels {
    private static final int ROUNDS = 16;
    private final Columns columns;
    private final int box;
    private final int lane;
    private final Map<Slot, Double> middles = new LinkedHashMap<>();

    /** {@code box}, {@code lane}: half of the height that one takes, with half of the gap to the next. */
    private Levels(Columns columns, int box, int lane) {
        this.columns = columns;
        this.box = box;
        this.lane = lane;
    }

    /** Middles in whole units; the topmost slot begins at zero. */
    static Map<Slot, Integer> of(Columns columns, int box, int lane) {
        Levels levels = new Levels(columns, box, lane);
        columns.columns().forEach(c -> levels.place(c, new double[c.size()]));
        for (int round = 0; round < ROUNDS; round++) {
            columns.columns().forEach(levels::settle);
            for (int i = columns.columns().size(); i > 0; i--) {
                levels.settle(columns.columns().get(i - 1));
            }
        }
        return levels.rounded();
    }

    /** Where nothing stands in any column, the picture is closed up: parts that rest on nothing in common drift apart. */
    private Map<Slot, Integer> rounded() {
        Map<Slot, Integer> rounded = new HashMap<>();
        List<Slot> downwards = middles.keySet().stream()
                .sorted(Comparator.comparing(this::top))
                .toList();
        double bottom = 0;
        double shift = downwards.isEmpty() ? 0 : -top(downwards.get(0));
        for (Slot slot : downwards) {
            shift = Math.min(shift, bottom - top(slot));
            rounded.put(slot, (int) Math.round(middles.get(slot) + shift));
            bottom = Math.max(bottom, middles.get(slot) + half(slot) + shift);
        }
        return rounded;
    }

    private double top(Slot slot) {
        return middles.get(slot) - half(slot);
    }

    private int half(Slot slot) {
        return slot.lane() ? lane : box;
    }

    private void settle(List<Slot> column) {
        double[] wished = column.stream()
                .mapToDouble(s -> columns.neighbours(s)
                        .mapToDouble(middles::get)
                        .average()
                        .orElse(middles.get(s)))
                .toArray();
        place(column, wished);
    }

    /** As near to what is wished as order and heights allow: least squares, by pooling neighbours that press against each other. */
    private void place(List<Slot> column, double[] wished) {
        double[] below = new double[column.size()];
        Deque<double[]> pools = new ArrayDeque<>(); // {sum, count}
        for (int i = 0; i < wished.length; i++) {
            below[i] = i == 0 ? 0 : below[i - 1] + half(column.get(i - 1)) + half(column.get(i));
            double[] pool = {wished[i] - below[i], 1};
            while (!pools.isEmpty() && pools.getLast()[0] / pools.getLast()[1] >= pool[0] / pool[1]) {
                double[] above = pools.removeLast();
                pool = new double[] {above[0] + pool[0], above[1] + pool[1]};
            }
            pools.addLast(pool);
        }
        double[] at = pools.stream()
                .flatMapToDouble(p -> IntStream.range(0, (int) p[1]).mapToDouble(i -> p[0] / p[1]))
                .toArray();
        IntStream.range(0, at.length).forEach(i -> middles.put(column.get(i), at[i] + below[i]));
    }
}
