package org.huiqi.screen.parquet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Writes what a value of a column says, as people write it into a list. A value is the bytes that stand in a page without any encoding. */
interface ValueText {
    void write(byte[] bytes, int from, int length, CellBytes to);

    /** What stands behind 15 digits is the binary form of a number; workbooks are read alike. */
    MathContext KEPT = new MathContext(15);

    double EXACT = 1e15;
    /** A decimal of more bytes is no figure of a firm, and costs more than it says. */
    int LONGEST_DECIMAL = 40;
    /** Such a number is written with all its zeros. */
    int MOST_PLACES = 100;
    /** Longer texts are refused as too long; nobody needs them whole for that. */
    int LONGEST = 1 << 15;

    /** Moments are days in China: midnight there and midnight in Greenwich both fall on the day that was meant. */
    ZoneOffset CHINA = ZoneOffset.ofHours(8);

    long NANOS_OF_DAY = 86_400_000_000_000L;
    long NANOS_OF_SECOND = 1_000_000_000L;
    int JULIAN_1970 = 2_440_588;

    /** A whole number as it is stored. */
    interface Stored {
        long get(byte[] bytes, int from);
    }

    /** Writes a whole number's meaning. */
    interface Whole {
        void write(long value, CellBytes to);
    }

    /** Empty for what no cell of a list can hold. */
    static Optional<ValueText> of(PrimitiveType type) {
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
                && decimal.getScale() > MOST_PLACES) {
            return Optional.empty();
        }
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> Optional.of((bytes, from, length, to) -> to.text(bytes[from] == 0 ? "否" : "是"));
            case INT32 -> integer(type, Slice::number);
            case INT64 -> integer(type, Slice::number8);
            case FLOAT -> Optional.of((bytes, from, length, to) -> real(Slice.number(bytes, from), to));
            case DOUBLE -> Optional.of((bytes, from, length, to) -> real(Slice.number8(bytes, from), to));
            case INT96 -> Optional.of((bytes, from, length, to) -> moment96(bytes, from, to));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> binary(type);
        };
    }

    private static Optional<ValueText> integer(PrimitiveType type, Stored stored) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        if (meaning == null) {
            return Optional.of((bytes, from, length, to) -> to.decimal(stored.get(bytes, from), 0));
        }
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            int scale = decimal.getScale();
            return Optional.of((bytes, from, length, to) -> to.decimal(stored.get(bytes, from), scale));
        }
        return whole(type, meaning).map(whole -> (bytes, from, length, to) -> whole.write(stored.get(bytes, from), to));
    }

    private static Optional<Whole> whole(PrimitiveType type, LogicalTypeAnnotation meaning) {
        if (meaning instanceof IntLogicalTypeAnnotation integer) {
            boolean small = type.getPrimitiveTypeName() == PrimitiveTypeName.INT32;
            if (integer.isSigned()) {
                return Optional.of((v, to) -> to.decimal(v, 0));
            }
            return Optional.of(
                    small ? (v, to) -> to.decimal(v & 0xFFFFFFFFL, 0) : (v, to) -> to.text(Long.toUnsignedString(v)));
        }
        if (meaning instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return Optional.of((v, to) -> to.day(LocalDate.ofEpochDay(v)));
        }
        if (meaning instanceof TimestampLogicalTypeAnnotation moment) {
            long second = perSecond(moment.getUnit());
            ZoneOffset zone = moment.isAdjustedToUTC() ? CHINA : ZoneOffset.UTC;
            return Optional.of((v, to) -> to.day(day(Math.floorDiv(v, second), zone)));
        }
        return Optional.empty();
    }

    private static long perSecond(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> 1_000L;
            case MICROS -> 1_000_000L;
            case NANOS -> NANOS_OF_SECOND;
        };
    }

    /** The day alone: no figure of a firm has an hour. */
    private static LocalDate day(long second, ZoneOffset zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    /** The moments of old writers: nanoseconds of a day, and the day since the year 4713 BC. */
    private static void moment96(byte[] bytes, int from, CellBytes to) {
        long nanos = Math.floorMod(Slice.number8(bytes, from), NANOS_OF_DAY);
        long day = (long) Slice.number(bytes, from + Long.BYTES) - JULIAN_1970;
        to.day(day(day * 86_400 + nanos / NANOS_OF_SECOND, CHINA));
    }

    private static Optional<ValueText> binary(PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        boolean fixed = type.getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            int scale = decimal.getScale();
            return Optional.of((bytes, from, length, to) -> decimal(bytes, from, length, scale, to));
        }
        if (meaning instanceof LogicalTypeAnnotation.UUIDLogicalTypeAnnotation) {
            return Optional.of((bytes, from, length, to) -> to.text(uuid(ByteBuffer.wrap(bytes, from, length))));
        }
        boolean text = meaning == null
                || meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
                || meaning instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
        // what is no UTF-8 stays what it is: its row is rejected
        return text && !fixed
                ? Optional.of((bytes, from, length, to) -> to.write(bytes, from, Math.min(length, LONGEST)))
                : Optional.empty();
    }

    private static String uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    private static void decimal(byte[] bytes, int from, int length, int scale, CellBytes to) {
        if (length > LONGEST_DECIMAL) {
            to.text("数值过大或过小");
        } else {
            to.decimal(bytes, from, length, scale);
        }
    }

    private static void real(int bits, CellBytes to) {
        float value = Float.intBitsToFloat(bits);
        if (usual(value, to)) {
            to.decimal(kept(new BigDecimal(Float.toString(value))));
        }
    }

    private static void real(long bits, CellBytes to) {
        double value = Double.longBitsToDouble(bits);
        if (usual(value, to)) {
            to.decimal(kept(BigDecimal.valueOf(value)));
        }
    }

    /** Is it neither whole, which is written here, nor no number at all? */
    private static boolean usual(double value, CellBytes to) {
        if (Double.isInfinite(value)) {
            to.text("∞");
        } else if (value == (long) value && Math.abs(value) < EXACT) {
            to.decimal((long) value, 0);
        } else {
            return !Double.isNaN(value);
        }
        return false;
    }

    private static BigDecimal kept(BigDecimal number) {
        return number.precision() > KEPT.getPrecision() ? number.round(KEPT) : number;
    }
}
