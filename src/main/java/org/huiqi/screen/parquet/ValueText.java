package org.huiqi.screen.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleFunction;
import java.util.function.LongFunction;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * What the values of a column say, written as people write them into a list. Exactly one of the three is asked, by how the column is stored.
 *
 * @param whole booleans, integers, dates, decimals in integers
 * @param real floating point
 * @param bytes texts, decimals in bytes
 */
record ValueText(Whole whole, DoubleFunction<String> real, Bytes bytes) {
    /** Writes a whole number's meaning. */
    interface Whole {
        void write(long value, CellBytes to);
    }

    /** Writes what bytes mean. */
    interface Bytes {
        void write(Binary value, CellBytes to);
    }

    /** What stands behind 15 digits is the binary form of a number; workbooks are read alike. */
    private static final MathContext KEPT = new MathContext(15);

    private static final double EXACT = 1e15;
    /** A decimal of more bytes is no figure of a firm, and costs more than it says. */
    private static final int LONGEST_DECIMAL = 40;
    /** Longer texts are refused as too long; nobody needs them whole for that. */
    static final int LONGEST = 1 << 15;

    /** Moments are days in China: midnight there and midnight in Greenwich both fall on the day that was meant. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final long NANOS_OF_DAY = 86_400_000_000_000L;
    private static final int JULIAN_1970 = 2_440_588;

    /** Empty for what no cell of a list can hold. */
    static Optional<ValueText> of(PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> worded(v -> v == 0 ? "否" : "是");
            case INT32, INT64 -> integer(type);
            case FLOAT -> real(v -> real(new BigDecimal(Float.toString((float) v)), v));
            case DOUBLE -> real(v -> real(BigDecimal.valueOf(v), v));
            case INT96 -> bytes((v, to) -> to.text(moment96(v)));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> binary(type);
        };
    }

    private static Optional<ValueText> whole(Whole whole) {
        return Optional.of(new ValueText(whole, v -> "", (v, to) -> {}));
    }

    private static Optional<ValueText> worded(LongFunction<String> text) {
        return whole((v, to) -> to.text(text.apply(v)));
    }

    private static Optional<ValueText> real(DoubleFunction<String> text) {
        return Optional.of(new ValueText(
                (v, to) -> {}, v -> Double.isNaN(v) ? "" : Double.isInfinite(v) ? "∞" : text.apply(v), (v, to) -> {}));
    }

    private static Optional<ValueText> bytes(Bytes bytes) {
        return Optional.of(new ValueText((v, to) -> {}, v -> "", bytes));
    }

    private static Optional<ValueText> integer(PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        if (meaning == null) {
            return whole((v, to) -> to.whole(v));
        }
        if (meaning instanceof IntLogicalTypeAnnotation integer) {
            boolean small = type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT32;
            if (integer.isSigned()) {
                return whole((v, to) -> to.whole(v));
            }
            return small ? whole((v, to) -> to.whole(v & 0xFFFFFFFFL)) : worded(Long::toUnsignedString);
        }
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            int scale = decimal.getScale();
            return whole((v, to) -> to.decimal(v, scale));
        }
        return dated(meaning);
    }

    private static Optional<ValueText> dated(LogicalTypeAnnotation meaning) {
        if (meaning instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return worded(v -> LocalDate.ofEpochDay(v).toString());
        }
        if (meaning instanceof TimestampLogicalTypeAnnotation moment) {
            long second = perSecond(moment.getUnit());
            return worded(v -> moment(
                    Math.floorDiv(v, second),
                    Math.floorMod(v, second) * (1_000_000_000 / second),
                    moment.isAdjustedToUTC()));
        }
        return Optional.empty();
    }

    private static long perSecond(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> 1_000L;
            case MICROS -> 1_000_000L;
            case NANOS -> 1_000_000_000L;
        };
    }

    /** The day alone: no figure of a firm has an hour. */
    private static String moment(long second, long nano, boolean moment) {
        LocalDateTime time =
                LocalDateTime.ofInstant(Instant.ofEpochSecond(second, nano), moment ? CHINA : ZoneOffset.UTC);
        return time.toLocalDate().toString();
    }

    /** The moments of old writers: nanoseconds of a day, and the day since the year 4713 BC. */
    private static String moment96(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long day = bytes.getInt() - JULIAN_1970;
        LocalTime time = LocalTime.ofNanoOfDay(Math.floorMod(nanos, NANOS_OF_DAY));
        return moment(day * 86_400 + time.toSecondOfDay(), 0, true);
    }

    private static Optional<ValueText> binary(PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        boolean fixed = type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return bytes((v, to) -> decimal(v, decimal.getScale(), to));
        }
        if (meaning instanceof LogicalTypeAnnotation.UUIDLogicalTypeAnnotation) {
            return bytes((v, to) -> to.text(uuid(v.toByteBuffer())));
        }
        boolean text = meaning == null
                || meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
                || meaning instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
        return text && !fixed ? bytes(ValueText::text) : Optional.empty();
    }

    /** What is no UTF-8 stays what it is: its row is rejected. */
    private static void text(Binary value, CellBytes to) {
        if (value.length() > LONGEST) {
            to.write(value.getBytes(), 0, LONGEST);
            return;
        }
        try {
            value.writeTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    private static void decimal(Binary value, int scale, CellBytes to) {
        ByteBuffer bytes = value.toByteBuffer();
        if (bytes.remaining() > LONGEST_DECIMAL) {
            to.text("数值过大或过小");
            return;
        }
        long digits = bytes.remaining() == 0 ? 0 : bytes.get(bytes.position()) >> 7;
        boolean small = true;
        while (bytes.hasRemaining()) {
            small &= digits >> Long.SIZE - Byte.SIZE - 1 == digits >> Long.SIZE - 1;
            digits = digits << Byte.SIZE | bytes.get() & 0xFF;
        }
        if (small) {
            to.decimal(digits, scale);
        } else {
            to.decimal(new BigDecimal(new BigInteger(value.getBytesUnsafe()), scale));
        }
    }

    private static String real(BigDecimal number, double value) {
        if (value == (long) value && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        BigDecimal kept = number.precision() > KEPT.getPrecision() ? number.round(KEPT) : number;
        return plain(kept);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
