package org.huiqi.advise;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.PointsTotal;
import org.huiqi.verdict.Truth;

/**
 * What a requirement still waits for. It would be settled by asking first for what most likely ends a group at the least cost: of conditions
 * that must all hold the one most likely to fail, of alternatives the one most likely to hold.
 *
 * @param met how likely it is met in the end
 * @param fields that it waits for by itself
 * @param parts empty once it is decided
 */
record Pending(Node.Kind kind, double met, List<String> fields, List<Pending> parts) {
    private static final double EVEN = 0.5;

    /** How likely one of several parts of which some must hold settles the group. */
    private static final double SETTLING = 0.1;

    private static final double NEVER = 1e-6;

    /** {@code askable}: the fields that may still be asked for; a part without any settles nothing. */
    static Pending of(Node node, Chances chances, Set<String> askable) {
        return of(node, new Guess(chances, askable), false);
    }

    private record Guess(Chances chances, Set<String> askable) {}

    /** {@code none}: it excludes; what waits for a person keeps nobody out, and excludes nobody, as long as questions are asked. */
    private static Pending of(Node node, Guess guess, boolean none) {
        if (node.truth() != Truth.UNKNOWN) {
            boolean met = node.truth() == Truth.MET || node.truth() == Truth.REVIEW && !none;
            return new Pending(node.kind(), met ? 1 : 0, List.of(), List.of());
        }
        boolean inside = none != (node.kind() == Node.Kind.NONE);
        List<Pending> parts = node.kind() == Node.Kind.SCORE
                ? List.of()
                : node.parts().stream().map(p -> of(p, guess, inside)).toList();
        return new Pending(node.kind(), met(node, parts, guess.chances()), fields(node, guess.askable()), parts);
    }

    private static List<String> fields(Node node, Set<String> askable) {
        List<String> missing = node.finding()
                .map(Finding::missing)
                .or(() -> node.points().map(PointsTotal::missing))
                .orElse(List.of());
        return missing.stream().filter(askable::contains).toList();
    }

    private static double met(Node node, List<Pending> parts, Chances chances) {
        return switch (node.kind()) {
            case CRITERION -> node.finding().map(f -> chances.of(f.criterion())).orElse(EVEN);
            case SCORE -> EVEN;
            case ALL -> each(parts, Pending::met);
            case ANY -> 1 - each(parts, p -> 1 - p.met());
            case NONE -> each(parts, p -> 1 - p.met());
            case AT_LEAST -> some(parts, node.count());
            case IF ->
                parts.get(0).met() * parts.get(1).met()
                        + (1 - parts.get(0).met())
                                * (parts.size() > 2 ? parts.get(2).met() : 1);
        };
    }

    private static double each(List<Pending> parts, ToDoubleFunction<Pending> chance) {
        return parts.stream().mapToDouble(chance).reduce(1, (a, b) -> a * b);
    }

    /** How likely at least so many of them are met. */
    private static double some(List<Pending> parts, int count) {
        double[] exactly = new double[parts.size() + 1];
        exactly[0] = 1;
        for (Pending part : parts) {
            for (int n = parts.size(); n >= 0; n--) {
                exactly[n] = exactly[n] * (1 - part.met()) + (n > 0 ? exactly[n - 1] * part.met() : 0);
            }
        }
        double all = 0;
        for (int n = count; n < exactly.length; n++) {
            all += exactly[n];
        }
        return all;
    }

    private boolean open() {
        return !fields.isEmpty() || parts.stream().anyMatch(Pending::open);
    }

    /** How likely this part settles the group it belongs to. */
    private double settles(Node.Kind group) {
        return switch (group) {
            case ALL -> 1 - met;
            case ANY, NONE -> met;
            case AT_LEAST, IF, CRITERION, SCORE -> SETTLING;
        };
    }

    /** How likely each field comes to be asked for, written into {@code reached}; {@code price}: what a field costs. */
    void reach(double chance, ToDoubleFunction<String> price, Map<String, Double> reached) {
        route(price).reach(chance, reached);
    }

    private Route route(ToDoubleFunction<String> price) {
        List<Route> ways = parts.stream().map(p -> p.route(price)).toList();
        if (kind == Node.Kind.IF && !parts.isEmpty()) {
            return new Route(this, branching(ways), ways);
        }
        List<Route> ordered = ways.stream()
                .filter(w -> w.to().open())
                .sorted(Comparator.comparing(w -> w.cost() / Math.max(w.to().settles(kind), NEVER)))
                .toList();
        double cost = fields.stream().mapToDouble(price).sum();
        double chance = 1;
        for (Route way : ordered) {
            cost += chance * way.cost();
            chance *= 1 - way.to().settles(kind);
        }
        return new Route(this, cost, ordered);
    }

    private static double branching(List<Route> ways) {
        double holds = ways.get(0).to().met();
        double otherwise = ways.size() > 2 ? ways.get(2).cost() : 0;
        return ways.get(0).cost() + holds * ways.get(1).cost() + (1 - holds) * otherwise;
    }

    /**
     * The order in which it would be settled.
     *
     * @param cost what the fields asked for on the way cost, on average
     * @param ways to the parts, in order
     */
    private record Route(Pending to, double cost, List<Route> ways) {
        void reach(double chance, Map<String, Double> reached) {
            to.fields().forEach(f -> reached.merge(f, chance, Math::max));
            if (to.kind() == Node.Kind.IF && !ways.isEmpty()) {
                double holds = ways.get(0).to().met();
                ways.get(0).reach(chance, reached);
                ways.get(1).reach(chance * holds, reached);
                ways.stream().skip(2).forEach(w -> w.reach(chance * (1 - holds), reached));
                return;
            }
            double left = chance;
            for (Route way : ways) {
                way.reach(left, reached);
                left *= 1 - way.to().settles(to.kind());
            }
        }
    }
}
