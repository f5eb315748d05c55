package org.huiqi.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.huiqi.advise.Rung;

/**
 * The rungs in columns, each to the right of all it rests on, ordered so that few lines cross. A line that passes a column gets a lane of its
 * own there, so that it never runs behind a box (the layered drawing of Sugiyama, Tagawa and Toda, 1981).
 *
 * @param columns from left to right, each from top to bottom
 * @param links between neighbouring columns
 */
record Columns(List<List<Slot>> columns, Set<Link> links) {
    /** Sweeps to and fro over the columns; the real pack settles after three. */
    private static final int SWEEPS = 8;

    /** A box, or the lane in which all lines that begin at {@code policy} pass a column. */
    record Slot(String policy, int column, boolean lane) {}

    record Link(Slot from, Slot to) {}

    static Columns of(List<Rung> rungs) {
        Map<String, Slot> boxes = new LinkedHashMap<>();
        rungs.forEach(r -> boxes.put(r.policy(), new Slot(r.policy(), r.height(), false)));
        Set<Slot> slots = new LinkedHashSet<>(boxes.values());
        Set<Link> links = new LinkedHashSet<>();
        for (Rung rung : rungs) {
            for (String below : rung.requires()) {
                List<Slot> way = way(boxes.get(below), boxes.get(rung.policy()));
                slots.addAll(way);
                IntStream.range(1, way.size()).forEach(i -> links.add(new Link(way.get(i - 1), way.get(i))));
            }
        }
        int width = slots.stream().mapToInt(Slot::column).max().orElse(-1) + 1;
        List<List<Slot>> columns = IntStream.range(0, width)
                .mapToObj(c -> slots.stream().filter(s -> s.column() == c).toList())
                .toList();
        return new Columns(columns, links).ordered();
    }

    /** From a box to one further right, through the lanes between them. */
    static List<Slot> way(Slot from, Slot to) {
        List<Slot> way = new ArrayList<>(List.of(from));
        for (int column = from.column() + 1; column < to.column(); column++) {
            way.add(new Slot(from.policy(), column, true));
        }
        way.add(to);
        return way;
    }

    private Columns ordered() {
        Columns best = this;
        Columns now = this;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            now = now.swept(sweep % 2 == 0).transposed();
            best = now.crossings() < best.crossings() ? now : best;
        }
        return best;
    }

    /** Every slot between those it is linked with in the column before (or after) it. */
    private Columns swept(boolean rightwards) {
        List<List<Slot>> swept = new ArrayList<>(columns);
        for (int i = 1; i < columns.size(); i++) {
            int at = rightwards ? i : columns.size() - 1 - i;
            Map<Slot, Integer> places = places(swept.get(rightwards ? at - 1 : at + 1));
            List<Slot> column = swept.get(at);
            Map<Slot, Integer> own = places(column);
            swept.set(
                    at,
                    column.stream()
                            .sorted(Comparator.comparingDouble(s -> mean(s, places, own.get(s))))
                            .toList());
        }
        return new Columns(List.copyOf(swept), links);
    }

    private double mean(Slot slot, Map<Slot, Integer> places, int own) {
        return neighbours(slot)
                .filter(places::containsKey)
                .mapToInt(places::get)
                .average()
                .orElse(own);
    }

    java.util.stream.Stream<Slot> neighbours(Slot slot) {
        return links.stream()
                .filter(l -> l.from().equals(slot) || l.to().equals(slot))
                .map(l -> l.from().equals(slot) ? l.to() : l.from());
    }

    /** Neighbours in a column change places as long as that saves a crossing. */
    private Columns transposed() {
        Columns now = this;
        boolean better = true;
        while (better) {
            better = false;
            for (int column = 0; column < columns.size(); column++) {
                for (int i = 1; i < columns.get(column).size(); i++) {
                    Columns other = now.exchanged(column, i);
                    if (other.crossings() < now.crossings()) {
                        now = other;
                        better = true;
                    }
                }
            }
        }
        return now;
    }

    private Columns exchanged(int column, int at) {
        List<Slot> slots = new ArrayList<>(columns.get(column));
        slots.set(at - 1, columns.get(column).get(at));
        slots.set(at, columns.get(column).get(at - 1));
        List<List<Slot>> exchanged = new ArrayList<>(columns);
        exchanged.set(column, List.copyOf(slots));
        return new Columns(List.copyOf(exchanged), links);
    }

    int crossings() {
        Map<Slot, Integer> places = new HashMap<>();
        columns.forEach(c -> places.putAll(places(c)));
        List<Link> all = List.copyOf(links);
        int crossings = 0;
        for (int i = 0; i < all.size(); i++) {
            for (Link other : all.subList(i + 1, all.size())) {
                crossings += cross(all.get(i), other, places) ? 1 : 0;
            }
        }
        return crossings;
    }

    private static boolean cross(Link one, Link other, Map<Slot, Integer> places) {
        return one.from().column() == other.from().column()
                && (places.get(one.from()) - places.get(other.from())) * (places.get(one.to()) - places.get(other.to()))
                        < 0;
    }

    private static Map<Slot, Integer> places(List<Slot> column) {
        Map<Slot, Integer> places = new HashMap<>();
        column.forEach(s -> places.put(s, places.size()));
        return places;
    }
}
