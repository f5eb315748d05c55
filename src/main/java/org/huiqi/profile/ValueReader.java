package org.huiqi.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** Reads one written value as people write it: full-width digits, thousands separators, 万元/亿元/元, %, 是/否, several date styles. */
public final class ValueReader {
    /** Longest text kept of a value, in characters. */
    public static final int MAX_TEXT = 4_000;

    /** No date is earlier or later than that. */
    public static final int FIRST_YEAR = 1900;

    public static final int LAST_YEAR = 2200;

    private static final Map<String, Boolean> BOOLEANS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("false", false),
            Map.entry("是", true),
            Map.entry("否", false),
            Map.entry("有", true),
            Map.entry("无", false),
            Map.entry("√", true),
            Map.entry("×", false),
            Map.entry("✓", true),
            Map.entry("✔", true),
            Map.entry("✗", false),
            Map.entry("✘", false),
            Map.entry("yes", true),
            Map.entry("no", false),
            Map.entry("y", true),
            Map.entry("n", false));
    private static final Map<String, BigDecimal> YUAN = Map.of(
            "元",
            BigDecimal.ONE,
            "千元",
            new BigDecimal("1000"),
            "万元",
            new BigDecimal("10000"),
            "万",
            new BigDecimal("10000"),
            "百万元",
            new BigDecimal("1000000"),
            "亿元",
            new BigDecimal("100000000"),
            "亿",
            new BigDecimal("100000000"));
    private static final Pattern NUMBER = Pattern.compile(
            "([+-]?\\d{1,3}(?:[, ]\\d{3}){1,10}(?:\\.\\d{1,20})?|[+-]?\\d{1,30}(?:\\.\\d{1,20})?)\\s*(\\D.*)?");
    /** As accountants write what is below zero: {@code (36.99)}, but not {@code (1)36.99}, which is a number in a list. */
    private static final Pattern BELOW = Pattern.compile("\\((\\d[\\d,. ]*+)([^()\\d]*+)\\)([^()\\d]*)");

    /** Digits that are raised, lowered or circled: as plain ones they would be another number (5² is not 52). */
    private static final Pattern ORNAMENT = Pattern.compile("\\p{No}");
    /** What a terminal or a page would obey instead of show: controls, overrides of the writing direction, halves of characters. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cs}\u202a-\u202e\u2066-\u2069]");

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-./年](\\d{1,2})(?:[-./月](\\d{1,2})?日?)?");

    /** So many choices are named in a message. */
    private static final int MOST_CHOICES = 10;

    private ValueReader() {}

    /** Either a value of the field's Java class, or what is wrong with it. */
    public record Reading(Optional<Object> value, Optional<Problem> problem) {
        static Reading of(Object value) {
            return new Reading(Optional.of(value), Optional.empty());
        }

        static Reading wrong(String place, String zh, String en, String wayZh, String wayEn) {
            return new Reading(
                    Optional.empty(), Optional.of(new Problem(place, new Text(zh, en), new Text(wayZh, wayEn))));
        }
    }

    /** Can a number written in {@code unit} be turned into the unit of the field? */
    public static boolean converts(Field field, String unit) {
        return factor(unit, normal(field.unit())).isPresent();
    }

    /** Does this text say that there is no answer? */
    public static boolean silent(String text) {
        String plain = text.strip();
        return plain.isEmpty() || plain.equals("-") || plain.equals("/") || plain.equals("—");
    }

    /** Reads a value; {@code place} is used in problems only. */
    public static Reading read(Field field, String written, String place) {
        if (written.length() > MAX_TEXT) {
            return tooLong(written, place);
        }
        String text = normal(written);
        return switch (field.type()) {
            case BOOLEAN -> readBoolean(text, place);
            case INTEGER, DECIMAL ->
                ORNAMENT.matcher(written).find() ? notANumber(field, text, place) : readNumber(field, text, place);
            case DATE -> ORNAMENT.matcher(written).find() ? notADate(field, text, place) : readDate(field, text, place);
            case TEXT -> readText(field, text, place);
            case TEXTS -> readTexts(field, List.of(text.split("[,;、|]")), place);
        };
    }

    /** The form in which texts are compared: half-width letters and digits, full-width signs as plain ones, no white space around. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\t\\r\\n]+", " ")
                .strip();
    }

    /** Can this text be shown as it is, and is it no longer than that? */
    static boolean shown(String text, int longest) {
        return text.length() <= longest && !UNSHOWN.matcher(normal(text)).find();
    }

    /** Reads a list of texts, each checked against the field's choices. */
    static Reading readTexts(Field field, List<String> written, String place) {
        List<String> values = new ArrayList<>();
        for (String one : written) {
            Reading reading = one.length() > MAX_TEXT ? tooLong(one, place) : readText(field, normal(one), place);
            if (reading.problem().isPresent()) {
                return reading;
            }
            reading.value().map(String.class::cast).filter(v -> !v.isEmpty()).ifPresent(values::add);
        }
        return values.isEmpty() && !written.isEmpty()
                ? Reading.wrong(place, "列表里没有内容", "a list of nothing", "没有就写 []。", "Write [] for none.")
                : Reading.of(List.copyOf(values));
    }

    private static Reading tooLong(String written, String place) {
        return Reading.wrong(
                place,
                "文字过长(" + written.length() + "字)",
                "text too long (" + written.length() + ")",
                "最多" + MAX_TEXT + "字。",
                "At most " + MAX_TEXT + " characters.");
    }

    private static Reading readBoolean(String text, String place) {
        Boolean value = BOOLEANS.get(text.toLowerCase(java.util.Locale.ROOT));
        return value != null
                ? Reading.of(value)
                : Reading.wrong(
                        place,
                        "“" + clip(text) + "”不是是/否",
                        "'" + clip(text) + "' is not yes or no",
                        "请写 是 或 否(true/false)。",
                        "Write true or false.");
    }

    private static Reading readNumber(Field field, String text, String place) {
        Matcher below = BELOW.matcher(text);
        Matcher m = NUMBER.matcher(below.matches() ? "-" + below.group(1) + below.group(2) + below.group(3) : text);
        if (!m.matches()) {
            return notANumber(field, text, place);
        }
        Optional<BigDecimal> factor =
                factor(m.group(2) == null ? "" : m.group(2).strip(), normal(field.unit()));
        if (factor.isEmpty()) {
            return Reading.wrong(
                    place,
                    "“" + clip(text) + "”的单位读不懂",
                    "cannot read the unit of '" + clip(text) + "'",
                    field.unit().isEmpty() ? "请只写数字。" : "请用" + field.unit() + "填写。",
                    field.unit().isEmpty() ? "Write the number alone." : "Give it in " + field.unit() + ".");
        }
        BigDecimal value = new BigDecimal(m.group(1).replaceAll("[, ]", "")).multiply(factor.get());
        return number(field, value, place);
    }

    /** Checks a number against the field's type and bounds. */
    static Reading number(Field field, BigDecimal value, String place) {
        if (value.abs().compareTo(BigDecimal.TEN.pow(field.wholeDigits())) > 0
                || field.type() == FieldType.DECIMAL
                        && value.stripTrailingZeros().scale() > field.decimals()) {
            return tooManyDigits(field, place);
        }
        if (outside(field, value)) {
            return Reading.wrong(
                    place,
                    value.toPlainString() + " 超出范围",
                    value.toPlainString() + " is out of range",
                    field.label() + range(field, "应不小于", "应不大于", "应在", "至") + "。",
                    field.name() + range(field, " is at least ", " is at most ", " is from ", " to ") + ".");
        }
        if (field.type() == FieldType.DECIMAL) {
            return Reading.of(value);
        }
        return integer(value, place);
    }

    /** Written out in full, some numbers would be longer than anything a firm can mean: {@code 1e999999999}. */
    static Reading tooManyDigits(Field field, String place) {
        return Reading.wrong(
                place,
                "数值位数过多",
                "number has too many digits",
                "最多" + field.wholeDigits() + "位整数、" + field.decimals() + "位小数。",
                "At most " + field.wholeDigits() + " digits before the point and " + field.decimals() + " behind it.");
    }

    private static Reading integer(BigDecimal value, String place) {
        BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
        if (whole.compareTo(value) != 0) {
            return Reading.wrong(
                    place,
                    value.toPlainString() + " 不是整数",
                    value.toPlainString() + " is not a whole number",
                    "请填整数。",
                    "Give a whole number.");
        }
        return Reading.of(whole.intValueExact());
    }

    private static boolean outside(Field field, BigDecimal value) {
        return field.min() != null && value.compareTo(field.min()) < 0
                || field.max() != null && value.compareTo(field.max()) > 0;
    }

    private static String range(Field field, String least, String most, String from, String to) {
        if (field.min() == null) {
            return most + java.util.Objects.requireNonNull(field.max()).toPlainString();
        }
        return field.max() == null
                ? least + field.min().toPlainString()
                : from + field.min().toPlainString() + to + field.max().toPlainString();
    }

    private static Reading notANumber(Field field, String text, String place) {
        return Reading.wrong(
                place,
                "“" + clip(text) + "”不是数字",
                "'" + clip(text) + "' is not a number",
                "请填数字" + (field.unit().isEmpty() ? "" : ",单位" + field.unit()) + "。",
                "Give a number" + (field.unit().isEmpty() ? "" : " in " + field.unit()) + ".");
    }

    /** What to multiply a number written in {@code unit} by to get the field's unit. */
    private static Optional<BigDecimal> factor(String unit, String own) {
        if (unit.isEmpty() || unit.equals(own) || own.equals("年") && unit.equals("年度")) {
            return Optional.of(BigDecimal.ONE);
        }
        BigDecimal from = YUAN.get(unit);
        BigDecimal to = YUAN.get(own);
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(from.divide(to, 20, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    private static Reading readDate(Field field, String text, String place) {
        Matcher m = DATE.matcher(text);
        if (!m.matches()) {
            return notADate(field, text, place);
        }
        if (m.group(3) == null && !field.month()) {
            return noDay(text, m.group(1) + "-" + (m.group(2).length() < 2 ? "0" : "") + m.group(2), place);
        }
        try {
            int day = m.group(3) == null || field.month() ? 1 : Integer.parseInt(m.group(3));
            return date(
                    LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), day), field, text, place);
        } catch (DateTimeException impossible) {
            return notADate(field, text, place);
        }
    }

    /** Taken for the first of its month, a day could be on the wrong side of a deadline. */
    private static Reading noDay(String text, String month, String place) {
        return Reading.wrong(
                place,
                "“" + clip(text) + "”只写到月",
                "'" + clip(text) + "' names no day",
                "请写到日,例如 " + month + "-15;不知道是哪一天就留空。",
                "Name the day, e.g. " + month + "-15; leave it blank if it is not known.");
    }

    private static Reading date(LocalDate date, Field field, String text, String place) {
        return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR
                ? notADate(field, text, place)
                : Reading.of(date);
    }

    private static Reading notADate(Field field, String text, String place) {
        String example = field.month() ? "2025-03" : "2025-03-31";
        return Reading.wrong(
                place,
                "“" + clip(text) + "”不是日期",
                "'" + clip(text) + "' is not a date",
                "请写成 " + example + "。",
                "Write it as " + example + ".");
    }

    private static Reading readText(Field field, String text, String place) {
        if (UNSHOWN.matcher(text).find()) {
            return Reading.wrong(
                    place, "含有控制字符", "control characters in a text", "请删去看不见的字符。", "Remove what cannot be seen.");
        }
        if (field.choices().isEmpty() || field.choices().contains(text)) {
            return Reading.of(text);
        }
        return field.choices().stream()
                .filter(choice -> normal(choice).equals(text))
                .findFirst()
                .map(Reading::of)
                .orElseGet(() -> notAChoice(field, text, place));
    }

    private static Reading notAChoice(Field field, String text, String place) {
        Optional<String> near = Nearest.to(clip(text), field.choices());
        return Reading.wrong(
                place,
                "“" + clip(text) + "”不是可选值",
                "'" + clip(text) + "' is not one of the choices",
                near.map(c -> "是不是“" + c + "”?").orElse("") + choices(field, "可选: ", "、", " 等", "个", "。"),
                near.map(c -> "Maybe '" + c + "'? ").orElse("")
                        + choices(field, "Choices: ", ", ", " and more, ", " in all", "."));
    }

    /** The permitted values, or the first of many. */
    private static String choices(Field field, String open, String comma, String more, String all, String close) {
        List<String> choices = field.choices();
        String listed = choices.stream().limit(MOST_CHOICES).collect(Collectors.joining(comma));
        return open + listed + (choices.size() > MOST_CHOICES ? more + choices.size() + all : "") + close;
    }

    private static String clip(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
