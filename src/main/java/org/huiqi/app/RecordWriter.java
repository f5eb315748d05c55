package org.huiqi.app;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values made of records, enums and what the JDK has for such, as bytes; one record stays one record however often it is named. What the JDK offers
 * for this generates code for every type of record it reads, and takes a multiple of the time.
 */
final class RecordWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Class<?>, Integer> types = new HashMap<>();
    private final Map<Record, Integer> records = new IdentityHashMap<>();

    private RecordWriter() {}

    static byte[] bytes(Record value) {
        RecordWriter writer = new RecordWriter();
        try {
            writer.write(value);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written to but memory", e);
        }
        return writer.bytes.toByteArray();
    }

    private void write(@Nullable Object value) throws IOException {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Record one) {
            record(one);
        } else if (value instanceof Collection<?> several) {
            out.writeByte(value instanceof java.util.Set ? Shape.SET : Shape.LIST);
            out.writeInt(several.size());
            for (Object one : several) {
                write(one);
            }
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Optional<?> optional) {
            out.writeByte(Shape.OPTIONAL);
            write(optional.orElse(null));
        } else {
            single(value);
        }
    }

    private void single(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte(Shape.ABSENT);
        } else if (value instanceof Boolean is) {
            out.writeByte(is ? Shape.TRUE : Shape.FALSE);
        } else if (value instanceof Integer number) {
            out.writeByte(Shape.INTEGER);
            out.writeInt(number);
        } else if (value instanceof Character letter) {
            out.writeByte(Shape.LETTER);
            out.writeChar(letter);
        } else if (value instanceof BigDecimal number) {
            out.writeByte(Shape.DECIMAL);
            text(number.toString());
        } else if (value instanceof LocalDate day) {
            out.writeByte(Shape.DATE);
            out.writeLong(day.toEpochDay());
        } else if (value instanceof Enum<?> label) {
            out.writeByte(Shape.LABEL);
            type(label.getDeclaringClass());
            text(label.name());
        } else {
            throw new IllegalArgumentException("rules do not hold a " + value.getClass());
        }
    }

    private void text(String text) throws IOException {
        Integer known = texts.putIfAbsent(text, texts.size());
        if (known != null) {
            out.writeByte(Shape.TEXT_AGAIN);
            out.writeInt(known);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(Shape.TEXT);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private void map(Map<?, ?> map) throws IOException {
        out.writeByte(Shape.MAP);
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            write(entry.getKey());
            write(entry.getValue());
        }
    }

    /** A record is known once its parts are written, as it is to who reads it. */
    private void record(Record value) throws IOException {
        Integer known = records.get(value);
        if (known != null) {
            out.writeByte(Shape.RECORD_AGAIN);
            out.writeInt(known);
            return;
        }
        out.writeByte(Shape.RECORD);
        type(value.getClass());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            write(part(value, component));
        }
        records.put(value, records.size());
    }

    private static @Nullable Object part(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record tells its parts", e);
        }
    }

    private void type(Class<?> type) throws IOException {
        Integer known = types.putIfAbsent(type, types.size());
        out.writeInt(known == null ? Shape.NEW_TYPE : known);
        if (known == null) {
            text(type.getName());
        }
    }
}
