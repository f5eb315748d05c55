package org.huiqi.web.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks the name in a box into lines, which SVG does not: as few as possible, about equally long. As in print, no line begins with a closing
 * sign or ends with an opening one, and no Latin word is torn.
 */
final class Caption {
    /** So many units of text fit into a line: a Chinese character takes two, a Latin one about one. */
    private static final int LINE = 25;

    /** Less fits into the first line, which has the mark at its end. */
    private static final int BESIDE_THE_MARK = 22;

    private static final int MOST_LINES = 3;

    /** What a break in the middle of a phrase costs, against one before a bracket, after a comma or at a space. */
    private static final int TORN = 60;

    private static final String CLOSING = "\u3001\u3002\uff0c\uff1a\uff1b\uff09\u201d\u300b";
    private static final String OPENING = "\uff08\u201c\u300a";
    private final String name;

    private Caption(String name) {
        this.name = name;
    }

    static List<String> lines(String name) {
        Caption caption = new Caption(name);
        for (int lines = 1; lines <= MOST_LINES; lines++) {
            Found found = caption.best(0, lines, lines);
            if (found.cost() < Found.NONE.cost()) {
                return found.lines();
            }
        }
        return lines(name.substring(0, name.length() - 2) + "…");
    }

    private record Found(int cost, List<String> lines) {
        static final Found NONE = new Found(1_000_000, List.of());
    }

    private Found best(int from, int left, int all) {
        int room = left == all ? BESIDE_THE_MARK : LINE;
        int even = width(name) / all;
        if (left == 1) {
            String line = name.substring(from).strip();
            return width(line) > room ? Found.NONE : new Found(square(width(line) - even), List.of(line));
        }
        Found best = Found.NONE;
        for (int to = from + 1; to < name.length(); to++) {
            String line = name.substring(from, to).strip();
            if (width(line) > room) {
                break;
            }
            int cost = square(width(line) - even) + tearing(to);
            best = breaks(to) ? better(best, line, cost, best(to, left - 1, all)) : best;
        }
        return best;
    }

    private static Found better(Found best, String line, int cost, Found rest) {
        if (rest.cost() == Found.NONE.cost() || rest.cost() + cost >= best.cost()) {
            return best;
        }
        List<String> lines = new ArrayList<>(List.of(line));
        lines.addAll(rest.lines());
        return new Found(rest.cost() + cost, lines);
    }

    private static int square(int x) {
        return x * x;
    }

    private boolean breaks(int at) {
        char last = name.charAt(at - 1);
        char next = name.charAt(at);
        boolean word = last < 0x2000 && next < 0x2000 && last != ' ' && next != ' ';
        return !word && CLOSING.indexOf(next) < 0 && OPENING.indexOf(last) < 0;
    }

    private int tearing(int at) {
        char last = name.charAt(at - 1);
        char next = name.charAt(at);
        return last == ' ' || next == ' ' || CLOSING.indexOf(last) >= 0 || OPENING.indexOf(next) >= 0 ? 0 : TORN;
    }

    private static int width(String line) {
        return line.chars().map(c -> c < 0x2000 ? 1 : 2).sum();
    }
}
