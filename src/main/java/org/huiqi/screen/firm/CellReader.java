package org.huiqi.screen.firm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.ValueReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one column: what {@link ValueReader} reads, and what only spreadsheets do: dates as serial numbers or with a time of day,
 * numbers whose unit stands in the heading, faults of formulas. What people write again and again is remembered. Not thread-safe.
 */
final class CellReader {
    private static final Set<String> NOTHING = Set.of("--", "---", "——", "#N/A", "N/A");
    private static final Pattern FAULT = Pattern.compile("#(REF!|DIV/0!|VALUE!|NAME\\?|NULL!|NUM!|SPILL!)");
    private static final Pattern TIME = Pattern.compile("[ T]0{1,2}:00(:00(\\.0+)?)?$");
    private static final Pattern COMPACT_DATE = Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern SERIAL = Pattern.compile("[2-9]\\d{4}(\\.\\d+)?");
    private static final Pattern PROVINCE = Pattern.compile("省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区");
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int MOST_REMEMBERED = 4096;
    private static final int LONGEST_REMEMBERED = 40;
    private static final int EXACT_DIGITS = 18;
    private final Field field;
    private final String unit;
    private final int decimals;
    private final boolean numeric;
    private final Map<String, Object> remembered = new HashMap<>();

    /** {@code unit}: of numbers that name none, where the heading does; else empty. */
    CellReader(Field field, String unit) {
        this.field = field;
        this.unit = unit;
        this.decimals = field.decimals();
        this.numeric = field.type().numeric();
    }

    /** The value, of the field's Java class; null if nothing is answered; a {@link Problem} if it cannot be read. */
    @Nullable
    Object read(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        Object plain = plain(cell);
        return plain != null ? plain : remember(cell);
    }

    /** What needs no closer look, which is nearly everything; else null. */
    private @Nullable Object plain(String cell) {
        return switch (field.type()) {
            case INTEGER, DECIMAL -> unit.isEmpty() ? number(cell) : null;
            case TEXT ->
                field.choices().isEmpty() && cell.length() <= ValueReader.MAX_TEXT && simple(cell) ? cell : null;
            case DATE -> day(cell);
            case BOOLEAN -> cell.equals("是") ? Boolean.TRUE : cell.equals("否") ? Boolean.FALSE : null;
            case TEXTS -> null;
        };
    }

    /** Chinese characters, letters and digits only: already in the form in which texts are compared, and no mark for "not answered". */
    private static boolean simple(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean letter = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (!letter && (c < '\u4e00' || c > '\u9fff')) {
                return false;
            }
        }
        return true;
    }

    /** {@code 2024-03-01}, or null. */
    private @Nullable Object day(String cell) {
        if (cell.length() != 10 || cell.charAt(4) != '-' || cell.charAt(7) != '-' || field.month()) {
            return null;
        }
        int year = digits(cell, 0, 4);
        int month = digits(cell, 5, 7);
        int day = digits(cell, 8, 10);
        boolean sure = year >= ValueReader.FIRST_YEAR
                && year <= ValueReader.LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 28;
        return sure ? LocalDate.of(year, month, day) : null;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private @Nullable Object remember(String cell) {
        if (cell.length() > LONGEST_REMEMBERED
                || field.type() == FieldType.TEXT && field.choices().isEmpty()) {
            return value(cell);
        }
        Object known = remembered.get(cell);
        if (known != null) {
            return known;
        }
        Object value = value(cell);
        if (value != null && remembered.size() < MOST_REMEMBERED) {
            remembered.put(cell, value);
        }
        return value;
    }

    /** A plain number such as {@code 1234.5}, or null if it is not that plain or needs a closer look. */
    private @Nullable Object number(String cell) {
        int length = cell.length();
        int from = cell.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        long digits = 0;
        if (length - from > EXACT_DIGITS || length == from) {
            return null;
        }
        for (int i = from; i < length; i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0 && i > from && i < length - 1) {
                point = i;
            } else {
                return null;
            }
        }
        int scale = point < 0 ? 0 : length - point - 1;
        return exact(from == 1 ? -digits : digits, scale, length - from - scale);
    }

    private @Nullable Object exact(long digits, int scale, int whole) {
        if (whole > field.wholeDigits() || scale > decimals) {
            return null;
        }
        BigDecimal value = BigDecimal.valueOf(digits, scale);
        if (field.min() != null && value.compareTo(field.min()) < 0
                || field.max() != null && value.compareTo(field.max()) > 0) {
            return null;
        }
        return field.type() == FieldType.DECIMAL ? value : (Object) (int) digits;
    }

    private @Nullable Object value(String cell) {
        String written = cell.length() > LONGEST_REMEMBERED ? cell : ValueReader.normal(cell);
        if (ValueReader.silent(written) || written.length() <= 4 && NOTHING.contains(written)) {
            return null;
        }
        if (written.startsWith("#") && FAULT.matcher(written).matches()) {
            return wrong("公式出错", "a formula that failed", "请改正公式或直接填值。", "Correct the formula or write the value.");
        }
        if (written.indexOf('\uFFFD') >= 0) {
            return wrong(
                    "含有乱码",
                    "holds characters that were lost",
                    "请检查文件的编码,另存为 UTF-8。",
                    "Check the encoding, save it as UTF-8.");
        }
        ValueReader.Reading reading = ValueReader.read(
                field, field.type() == FieldType.DATE ? date(written) : unit(cell, written), field.name());
        Optional<Object> value = reading.value().or(() -> province(written));
        return value.isPresent() ? value.get() : reading.problem().orElseThrow();
    }

    /** {@code 山东} for the choice {@code 山东省}: lists leave out what goes without saying. */
    private Optional<Object> province(String written) {
        return field.choices().stream()
                .filter(c -> c.startsWith(written)
                        && PROVINCE.matcher(c.substring(written.length())).matches())
                .map(c -> (Object) c)
                .findFirst();
    }

    private String unit(String cell, String written) {
        boolean bare = numeric && !unit.isEmpty() && Character.isDigit(written.charAt(written.length() - 1));
        return bare ? cell + unit : cell;
    }

    private static String date(String written) {
        String day = TIME.matcher(written).replaceFirst("");
        Matcher compact = COMPACT_DATE.matcher(day);
        if (compact.matches()) {
            return compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3);
        }
        return SERIAL.matcher(day).matches()
                ? EPOCH.plusDays((long) Double.parseDouble(day)).toString()
                : day;
    }

    private Problem wrong(String zh, String en, String wayZh, String wayEn) {
        return new Problem(field.name(), new Text(zh, en), new Text(wayZh, wayEn));
    }
}
