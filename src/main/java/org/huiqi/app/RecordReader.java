package org.huiqi.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RecordWriter} wrote. Brings nothing to life but records and enums of this program. */
final class RecordReader {
    private static final String OURS = "org.huiqi.";
    private final byte[] bytes;
    private final ByteBuffer in;
    private final List<String> texts = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();
    private final List<Object> records = new ArrayList<>();

    private RecordReader(byte[] bytes) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
    }

    /**
     * A type as it is named in the bytes.
     *
     * @param canonical empty for an enum
     */
    private record Type(Class<?> type, Optional<Constructor<?>> canonical, int parts) {}

    /** @throws IllegalArgumentException for anything but what was written by this build of the program */
    static <T extends Record> T read(byte[] bytes, Class<T> as) {
        try {
            return as.cast(new RecordReader(bytes).value());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException("no rules of this build: " + e, e);
        }
    }

    private @Nullable Object value() throws ReflectiveOperationException {
        byte shape = in.get();
        return switch (shape) {
            case Shape.TEXT -> text();
            case Shape.TEXT_AGAIN -> texts.get(in.getInt());
            case Shape.RECORD -> one();
            case Shape.RECORD_AGAIN -> records.get(in.getInt());
            case Shape.LIST -> List.of(several());
            case Shape.SET -> Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(several())));
            case Shape.MAP -> map();
            case Shape.OPTIONAL -> Optional.ofNullable(value());
            default -> single(shape);
        };
    }

    private @Nullable Object single(byte shape) throws ReflectiveOperationException {
        return switch (shape) {
            case Shape.ABSENT -> null;
            case Shape.TRUE -> true;
            case Shape.FALSE -> false;
            case Shape.INTEGER -> in.getInt();
            case Shape.LETTER -> in.getChar();
            case Shape.DECIMAL -> new BigDecimal((String) known());
            case Shape.DATE -> LocalDate.ofEpochDay(in.getLong());
            case Shape.LABEL -> label();
            default -> throw new IllegalArgumentException("no shape " + shape);
        };
    }

    private String text() {
        int length = in.getInt();
        String text = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        texts.add(text);
        return text;
    }

    /** What cannot be absent. */
    private Object known() throws ReflectiveOperationException {
        Object value = value();
        if (value == null) {
            throw new IllegalArgumentException("something is absent");
        }
        return value;
    }

    private Object[] several() throws ReflectiveOperationException {
        Object[] several = new Object[count()];
        for (int i = 0; i < several.length; i++) {
            several[i] = known();
        }
        return several;
    }

    /** A byte at least for each: torn bytes must not ask for all memory. */
    private int count() {
        int count = in.getInt();
        if (count > in.remaining()) {
            throw new IllegalArgumentException("fewer than " + count);
        }
        return count;
    }

    private Map<Object, Object> map() throws ReflectiveOperationException {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int left = count(); left > 0; left--) {
            map.put(known(), known());
        }
        return Collections.unmodifiableMap(map);
    }

    private Object one() throws ReflectiveOperationException {
        Type type = type();
        @Nullable Object[] parts = new Object[type.parts()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = value();
        }
        Object one = type.canonical().orElseThrow().newInstance(parts);
        records.add(one);
        return one;
    }

    private Object label() throws ReflectiveOperationException {
        Class<?> type = type().type();
        Object name = known();
        for (Object label : Optional.ofNullable(type.getEnumConstants()).orElseThrow()) {
            if (((Enum<?>) label).name().equals(name)) {
                return label;
            }
        }
        throw new IllegalArgumentException("no " + name + " in " + type);
    }

    private Type type() throws ReflectiveOperationException {
        int number = in.getInt();
        if (number != Shape.NEW_TYPE) {
            return types.get(number);
        }
        Type type = type((String) known());
        types.add(type);
        return type;
    }

    private static Type type(String name) throws ReflectiveOperationException {
        if (!name.startsWith(OURS)) {
            throw new IllegalArgumentException(name + " is not ours");
        }
        Class<?> type = Class.forName(name, false, RecordReader.class.getClassLoader());
        if (type.isEnum()) {
            return new Type(type, Optional.empty(), 0);
        }
        if (!type.isRecord()) {
            throw new IllegalArgumentException(name + " is no record");
        }
        Class<?>[] parts = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> canonical = type.getDeclaredConstructor(parts);
        canonical.setAccessible(true);
        return new Type(type, Optional.of(canonical), parts.length);
    }
}
