package org.huiqi.screen.firm;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.ValueReader;
import org.huiqi.screen.table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one column: what {@link ValueReader} reads, and what only spreadsheets do: dates as serial numbers or with a time of day,
 * numbers whose unit stands in the heading, faults of formulas. What people write again and again is remembered. Not thread-safe.
 */
final class CellReader {
    private static final Set<String> NOTHING = Set.of(
            "--", "---", "——", "#N/A", "N/A", "n/a", "NA", "无数据", "暂无", "不详", "未知", "不清楚", "未填", "待定", "待补", "待核实");
    private static final Pattern FAULT = Pattern.compile("#(REF!|DIV/0!|VALUE!|NAME\\?|NULL!|NUM!|SPILL!)");
    private static final Pattern TIME = Pattern.compile("[ T]0{1,2}:00(:00(\\.0+)?)?$");
    private static final Pattern COMPACT_DATE = Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern SERIAL = Pattern.compile("[2-9]\\d{4}(\\.\\d+)?");
    private static final Pattern PROVINCE = Pattern.compile("省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区");
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    /** In bytes. */
    private static final int LONGEST_REMEMBERED = 100;
    /** What is longer says something. */
    private static final int LONGEST_NOTHING = 40;

    private final Field field;
    private final String unit;
    private final boolean numeric;
    private final boolean again;
    private final PlainReader plain;
    private final Memory memory = new Memory();

    /** {@code unit}: of numbers that name none, where the heading does; else empty. */
    CellReader(Field field, String unit) {
        this.field = field;
        this.unit = unit;
        this.numeric = field.type().numeric();
        this.again = field.type() != FieldType.TEXT || !field.choices().isEmpty();
        this.plain = PlainReader.of(field, unit);
    }

    /** The value, of the field's Java class; null if nothing is answered; a {@link Problem} if it cannot be read. */
    @Nullable
    Object read(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length);
    }

    /** The same of a row's cell. */
    @Nullable
    Object read(Row.Cells row, int index) {
        return index < row.width() ? read(row.bytes(), row.from(index), row.to(index)) : null;
    }

    private @Nullable Object read(byte[] bytes, int from, int to) {
        if (from == to) {
            return null;
        }
        Object known = plain.read(bytes, from, to);
        if (known != null) {
            return known instanceof String word && nothing(word) ? null : known;
        }
        return again && to - from <= LONGEST_REMEMBERED ? remember(bytes, from, to) : value(text(bytes, from, to));
    }

    private @Nullable Object remember(byte[] bytes, int from, int to) {
        Memory.Entry known = memory.find(bytes, from, to);
        return known != null ? known.value() : memory.keep(bytes, from, to, value(text(bytes, from, to)));
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private @Nullable Object value(String cell) {
        String written = cell.length() > LONGEST_NOTHING ? cell : ValueReader.normal(cell);
        if (ValueReader.silent(written) || nothing(written)) {
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

    /** Words for an answer that is not there, unless they are one. */
    private boolean nothing(String written) {
        return written.length() <= 4
                && NOTHING.contains(written)
                && !field.choices().contains(written);
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
