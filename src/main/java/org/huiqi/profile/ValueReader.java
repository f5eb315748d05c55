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
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** Reads one written value as people write it: full-width digits, thousands separators, 万元/亿元/元, %, 是/否, several date styles. */
public final class ValueReader {
    /** Longest text kept of a value, in characters. */
    public static final int MAX_TEXT = 4_000;

    private static final Map<String, Boolean> BOOLEANS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("false", false),
            Map.entry("是", true),
            Map.entry("否", false),
            Map.entry("有", true),
            Map.entry("无", false),
            Map.entry("√", true),
            Map.entry("×", false),
            Map.entry("yes", true),
            Map.entry("no", false),
            Map.entry("y", true),
            Map.entry("n", false));
    private static final Map<String, BigDecimal> YUAN = Map.of(
            "元",
            BigDecimal.ONE,
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
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|[+-]?\\d{1,30}(?:\\.\\d{1,20})?)\\s*(\\D*)");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-./年](\\d{1,2})(?:[-./月](\\d{1,2})?日?)?");
    /** Products of two such numbers stay exact in the 34 digits that Drools computes with. */
    private static final int MAX_DIGITS = 17;

    private static final int MAX_DECIMALS = 6;

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

    /** Does this text say that there is no answer? */
    public static boolean silent(String text) {
        String plain = text.strip();
        return plain.isEmpty() || plain.equals("-") || plain.equals("/") || plain.equals("—");
    }

    /** Reads a value; {@code place} is used in problems only. */
    public static Reading read(Field field, String written, String place) {
        if (written.length() > MAX_TEXT) {
            return Reading.wrong(
                    place,
                    "文字过长(" + written.length() + "字)",
                    "text too long (" + written.length() + ")",
                    "最多" + MAX_TEXT + "字。",
                    "At most " + MAX_TEXT + " characters.");
        }
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        return switch (field.type()) {
            case BOOLEAN -> readBoolean(text, place);
            case INTEGER, DECIMAL -> readNumber(field, text, place);
            case DATE -> readDate(field, text, place);
            case TEXT -> readText(field, text, place);
            case TEXTS -> readTexts(field, List.of(text.split("[,;、|]")), place);
        };
    }

    /** Reads a list of texts, each checked against the field's choices. */
    public static Reading readTexts(Field field, List<String> written, String place) {
        List<String> values = new ArrayList<>();
        for (String one : written) {
            Reading reading = readText(field, one.strip(), place);
            if (reading.problem().isPresent()) {
                return reading;
            }
            values.add(one.strip());
        }
        return Reading.of(List.copyOf(values));
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
        Matcher m = NUMBER.matcher(text.replace(" ", ""));
        if (!m.matches()) {
            return notANumber(field, text, place);
        }
        Optional<BigDecimal> factor = factor(m.group(2).strip(), field.unit());
        if (factor.isEmpty()) {
            return Reading.wrong(
                    place,
                    "“" + clip(text) + "”的单位读不懂",
                    "cannot read the unit of '" + clip(text) + "'",
                    field.unit().isEmpty() ? "请只写数字。" : "请用" + field.unit() + "填写。",
                    field.unit().isEmpty() ? "Write the number alone." : "Give it in " + field.unit() + ".");
        }
        BigDecimal value = new BigDecimal(m.group(1).replace(",", "")).multiply(factor.get());
        return number(field, value, place);
    }

    /** Checks a number against the field's type and bounds. */
    static Reading number(Field field, BigDecimal value, String place) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.precision() - Math.min(plain.scale(), 0) > MAX_DIGITS || plain.scale() > MAX_DECIMALS) {
            return Reading.wrong(
                    place,
                    "数值位数过多",
                    "number has too many digits",
                    "最多17位数字,其中小数不超过6位。",
                    "At most 17 digits, 6 of them decimals.");
        }
        if (outside(field, value)) {
            return Reading.wrong(
                    place,
                    value.toPlainString() + " 超出范围" + range(field),
                    value.toPlainString() + " is outside " + range(field),
                    "请核对" + field.label() + "。",
                    "Check " + field.name() + ".");
        }
        if (field.type() == FieldType.DECIMAL) {
            return Reading.of(value);
        }
        return integer(value, place);
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
        if (whole.abs().compareTo(new BigDecimal(1_000_000_000)) > 0) {
            return Reading.wrong(
                    place,
                    value.toPlainString() + " 过大",
                    value.toPlainString() + " is too large",
                    "请填不超过10亿的整数。",
                    "Give a whole number up to 1,000,000,000.");
        }
        return Reading.of(whole.intValueExact());
    }

    private static boolean outside(Field field, BigDecimal value) {
        return field.min() != null && value.compareTo(field.min()) < 0
                || field.max() != null && value.compareTo(field.max()) > 0;
    }

    private static String range(Field field) {
        return "[" + (field.min() == null ? "" : field.min().toPlainString()) + ", "
                + (field.max() == null ? "" : field.max().toPlainString()) + "]";
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
        if (unit.isEmpty() || unit.equals(own)) {
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
        if (!m.matches() || m.group(3) == null && !field.month()) {
            return notADate(field, text, place);
        }
        try {
            int day = m.group(3) == null || field.month() ? 1 : Integer.parseInt(m.group(3));
            return date(
                    LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), day), field, text, place);
        } catch (DateTimeException impossible) {
            return notADate(field, text, place);
        }
    }

    private static Reading date(LocalDate date, Field field, String text, String place) {
        return date.getYear() < 1900 || date.getYear() > 2200 ? notADate(field, text, place) : Reading.of(date);
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
        if (field.choices().isEmpty() || field.choices().contains(text)) {
            return Reading.of(text);
        }
        String maybe =
                Nearest.to(text, field.choices()).map(c -> "是不是“" + c + "”?").orElse("");
        return Reading.wrong(
                place,
                "“" + clip(text) + "”不是可选值",
                "'" + clip(text) + "' is not one of the choices",
                maybe + "可选:" + String.join("、", field.choices()) + "。",
                "Choices: " + String.join(", ", field.choices()) + ".");
    }

    private static String clip(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
