package org.huiqi.screen.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook shows, as text: a date as {@code 2024-03-01}, a share as {@code 12%}, a number without the noise of its binary form. */
final class CellText {
    /** Spreadsheets keep 15 digits; what stands behind them is the binary form of the number. */
    private static final MathContext KEPT = new MathContext(15);

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int DAYS_TO_1904 = 1462;
    private static final int LAST_SERIAL = 2_958_465;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
    private static final Pattern DATED = Pattern.compile("[yYdD]|m{1,5}[^s]*m");
    private final boolean from1904;
    private final Map<String, Kind> kinds = new HashMap<>();

    private enum Kind {
        PLAIN,
        DATE,
        SHARE
    }

    CellText(boolean from1904) {
        this.from1904 = from1904;
    }

    String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return cell.getValue() instanceof BigDecimal number ? number(number, kind(cell)) : text(cell);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean() ? "是" : "否";
        }
        String raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private String number(BigDecimal raw, Kind kind) {
        BigDecimal number = raw.precision() > KEPT.getPrecision() ? raw.round(KEPT) : raw;
        if (number.scale() > 400 || number.scale() < -400) {
            return "数值过大或过小";
        }
        return switch (kind) {
            case PLAIN -> plain(number);
            case SHARE -> plain(number.movePointRight(2)) + "%";
            case DATE -> date(number);
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private String date(BigDecimal serial) {
        int days = serial.intValue() + (from1904 ? DAYS_TO_1904 : 0);
        return days < 1 || days > LAST_SERIAL
                ? plain(serial)
                : EPOCH.plusDays(days).toString();
    }

    private Kind kind(Cell cell) {
        String format = cell.getDataFormatString();
        Integer id = cell.getDataFormatId();
        return kinds.computeIfAbsent(id + ":" + format, k -> kind(id, format));
    }

    private static Kind kind(@Nullable Integer id, @Nullable String format) {
        int known = id == null ? 0 : id;
        if (known >= 14 && known <= 17 || known == 22 || known >= 27 && known <= 36 || known >= 50 && known <= 58) {
            return Kind.DATE;
        }
        String shown = format == null ? "" : QUOTED.matcher(format).replaceAll("");
        if (shown.indexOf('%') >= 0) {
            return Kind.SHARE;
        }
        return DATED.matcher(shown).find() && !shown.equalsIgnoreCase("general") ? Kind.DATE : Kind.PLAIN;
    }
}
