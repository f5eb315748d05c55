package org.huiqi.engine.condition;

/**
 * Bounds what a regular expression can cost: Java's matcher tries alternatives one after the other, so the number of ways to match bounds its
 * work. {@code (a+)+b} has exponentially many on a long text, and an answer of a few dozen letters would keep a server busy for years.
 */
final class Effort {
    /** Two open ends ({@code .*x.*}) on the longest answer. */
    private static final long MOST = 20_000_000;

    private static final int MOST_REPEATS = 100;
    private static final String SPECIAL = "*+?{}]^$\\";
    private static final String REMEDY =
            "Permitted: letters, '.', [classes], (groups), '|' and ? * + {n,m}; at most two open ends, and none on a group.";

    private final String regex;
    private int at;

    private Effort(String regex) {
        this.regex = regex;
    }

    /** @throws ConditionSyntaxException if it is not a bounded regular expression of the permitted form */
    static void check(String regex, int longestText) {
        Effort effort = new Effort(regex);
        long ways = effort.alternatives(longestText, 0);
        if (effort.at < regex.length()) {
            throw effort.refused("'" + regex.charAt(effort.at) + "'");
        }
        if (ways > MOST) {
            throw effort.refused("that many ways to match");
        }
    }

    private long alternatives(int longest, int depth) {
        long ways = sequence(longest, depth);
        while (next('|')) {
            ways = Math.min(MOST + 1, ways + sequence(longest, depth));
        }
        return ways;
    }

    private long sequence(int longest, int depth) {
        long ways = 1;
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            boolean group = regex.charAt(at) == '(';
            ways = Math.min(MOST + 1, ways * repeated(one(longest, depth), group, longest));
        }
        return ways;
    }

    private long one(int longest, int depth) {
        char c = regex.charAt(at++);
        if (c == '(') {
            return group(longest, depth + 1);
        }
        if (c == '[') {
            characterClass();
        } else if (SPECIAL.indexOf(c) >= 0) {
            throw refused("'" + c + "'");
        }
        return 1;
    }

    private long group(int longest, int depth) {
        if (at < regex.length() && regex.charAt(at) == '?') {
            throw refused("'(?'");
        }
        if (depth > 10) {
            throw refused("a group in a group more than ten deep");
        }
        long ways = alternatives(longest, depth);
        if (!next(')')) {
            throw refused("a group without an end");
        }
        return ways;
    }

    private void characterClass() {
        next('^');
        int start = at;
        while (at < regex.length() && regex.charAt(at) != ']') {
            char c = regex.charAt(at++);
            if (c == '[' || c == '&' || c == '\\') {
                throw refused("'" + c + "' in a class");
            }
        }
        if (at == start || !next(']')) {
            throw refused("a class that is empty or has no end");
        }
    }

    private long repeated(long ways, boolean group, int longest) {
        if (next('?')) {
            return once(ways + 1);
        }
        if (at < regex.length() && (regex.charAt(at) == '*' || regex.charAt(at) == '+')) {
            at++;
            return once(powers(ways, group, 0, longest));
        }
        return next('{') ? once(braces(ways, group, longest)) : ways;
    }

    private long braces(long ways, boolean group, int longest) {
        int end = regex.indexOf('}', at);
        String[] bounds = end < 0 ? new String[0] : regex.substring(at, end).split(",", -1);
        boolean readable = bounds.length > 0
                && bounds.length < 3
                && bounds[0].matches("\\d{1,4}")
                && bounds[bounds.length - 1].matches("\\d{0,4}");
        if (!readable) {
            throw refused("such a {…}");
        }
        at = end + 1;
        String last = bounds[bounds.length - 1];
        int most = last.isEmpty() ? longest : Integer.parseInt(last);
        return powers(ways, group, Integer.parseInt(bounds[0]), most);
    }

    /** The sum of {@code ways} to the power of every permitted number of repeats. */
    private long powers(long ways, boolean group, int least, int most) {
        if (most < least || group && most > MOST_REPEATS) {
            throw refused(group ? "so often repeated a group" : "such a {…}");
        }
        long sum = 0;
        long power = 1;
        for (int n = 0; n <= most && sum <= MOST; n++) {
            sum += n >= least ? power : 0;
            power = Math.min(MOST + 1, power * ways);
        }
        return Math.min(MOST + 1, sum);
    }

    /** A repeat of a repeat is lazy or possessive, or has no bound. */
    private long once(long ways) {
        if (at < regex.length() && "*+?{".indexOf(regex.charAt(at)) >= 0) {
            throw refused("'" + regex.charAt(at) + "' after a repeat");
        }
        return Math.min(MOST + 1, ways);
    }

    private boolean next(char expected) {
        boolean there = at < regex.length() && regex.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private ConditionSyntaxException refused(String what) {
        String shown = regex.length() <= 100 ? regex : regex.substring(0, 100) + "…";
        return new ConditionSyntaxException(
                what + " is not permitted in the regular expression '" + shown + "'.", REMEDY);
    }
}
