package org.huiqi.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a field holds; {@code javaName} is how {@code facts.drl} spells it. */
public enum FieldType {
    BOOLEAN("Boolean", Boolean.class),
    INTEGER("Integer", Integer.class),
    DECIMAL("BigDecimal", BigDecimal.class),
    TEXT("String", String.class),
    DATE("LocalDate", LocalDate.class),
    TEXTS("List", List.class);

    private final String javaName;
    private final Class<?> javaClass;

    FieldType(String javaName, Class<?> javaClass) {
        this.javaName = javaName;
        this.javaClass = javaClass;
    }

    public String javaName() {
        return javaName;
    }

    public Class<?> javaClass() {
        return javaClass;
    }

    public boolean numeric() {
        return this == INTEGER || this == DECIMAL;
    }

    public static Optional<FieldType> find(String javaName) {
        return Arrays.stream(values()).filter(t -> t.javaName.equals(javaName)).findFirst();
    }
}
