package org.huiqi.screen.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A file in good order in one row of which a quotation mark was put in or taken out. Every value names its row by a letter, so that one can see whose
 * it was.
 *
 * @param rows what they were, the heading left out
 * @param lines as they stand in the file
 * @param damaged index of the row
 */
record OneMark(List<String[]> rows, List<String> lines, int damaged, String end) {
    private static final Pattern NAMED = Pattern.compile("\\(文件第(\\d+)(?:至(\\d+))?行\\)");
    private static final List<String> VALUES = List.of(
            "", "%", "%,x", "%\"x\"", "%\nx", "%\nx,y\nz", "\n%", "%\n", ",%,", ",", "\"%", "%\"", "% ", "%%%%%%%%%");

    static OneMark of(Random random) {
        int width = 3 + random.nextInt(6);
        boolean all = random.nextInt(3) == 0;
        int calm = 1 + random.nextInt(8);
        List<String[]> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 2 + random.nextInt(8); i > 0; i--) {
            String letter = String.valueOf((char) ('A' + rows.size()));
            String[] row = IntStream.range(0, width)
                    .mapToObj(c -> random.nextInt(calm) > 0 ? "%" : VALUES.get(random.nextInt(VALUES.size())))
                    .map(v -> v.replace("%", letter))
                    .toArray(String[]::new);
            rows.add(row);
            lines.add(
                    String.join(",", Arrays.stream(row).map(v -> quoted(v, all)).toList()));
        }
        int damaged = random.nextInt(rows.size());
        lines.set(damaged, damaged(lines.get(damaged), random));
        return new OneMark(rows, lines, damaged, List.of("\n", "\r\n", "\r").get(random.nextInt(3)));
    }

    private static String quoted(String value, boolean all) {
        boolean marks = all || Pattern.compile("[\",\n]").matcher(value).find();
        return marks ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private static String damaged(String row, Random random) {
        int[] marks = IntStream.range(0, row.length())
                .filter(i -> row.charAt(i) == '"')
                .toArray();
        if (marks.length > 0 && random.nextBoolean()) {
            int mark = marks[random.nextInt(marks.length)];
            return row.substring(0, mark) + row.substring(mark + 1);
        }
        int at = random.nextInt(row.length() + 1);
        return row.substring(0, at) + '"' + row.substring(at);
    }

    String text() {
        String heading = String.join(
                ",", IntStream.range(0, width()).mapToObj(c -> "h" + c).toList());
        return heading + end + String.join(end, lines) + end;
    }

    int width() {
        return rows.get(0).length;
    }

    /** What of these rows, those of the file without its heading, must not be. */
    List<String> wrong(List<Row> read) {
        List<String> wrong = new ArrayList<>();
        boolean[] found = new boolean[rows.size()];
        for (Row row : read) {
            if (row instanceof Row.Broken broken) {
                name(broken, found);
            } else if (row instanceof Row.Cells cells && screened(cells)) {
                int original = original(cells);
                if (original >= 0) {
                    found[original] = true;
                } else if (!letters(cells).equals(Set.of(letter(damaged))) && !cells.blank()) {
                    wrong.add("no row of the file: " + Arrays.toString(cells.cells()));
                }
            }
        }
        IntStream.range(0, found.length)
                .filter(i -> i != damaged && !found[i])
                .forEach(i -> wrong.add("lost: " + letter(i)));
        return wrong;
    }

    private static String letter(int row) {
        return String.valueOf((char) ('A' + row));
    }

    private static Set<String> letters(Row.Cells row) {
        Set<String> letters = new TreeSet<>(List.of(String.join("", row.cells()).split("[^A-Z]*")));
        letters.remove("");
        return letters;
    }

    /** As whoever reads firms decides it: neither fewer cells than the heading nor more with something in them. */
    private boolean screened(Row.Cells row) {
        return row.width() >= width() && IntStream.range(width(), row.width()).allMatch(row::blank);
    }

    private int original(Row.Cells row) {
        return IntStream.range(0, rows.size())
                .filter(i -> i != damaged && Arrays.equals(rows.get(i), row.cells()))
                .findFirst()
                .orElse(-1);
    }

    /** Rows whose lines a rejection names are not lost. */
    private void name(Row.Broken broken, boolean[] found) {
        Matcher named = NAMED.matcher(broken.reason().zh());
        if (!named.find()) {
            return;
        }
        int first = Integer.parseInt(named.group(1));
        int last = named.group(2) == null ? first : Integer.parseInt(named.group(2));
        int line = 2;
        for (int i = 0; i < rows.size(); i++) {
            int next =
                    line + 1 + (int) lines.get(i).chars().filter(c -> c == '\n').count();
            found[i] |= line <= last && next > first;
            line = next;
        }
    }
}
