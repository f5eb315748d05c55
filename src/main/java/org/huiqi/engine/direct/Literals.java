package org.huiqi.engine.direct;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/** The numbers and dates that constraints compare with and multiply by, each made once: Drools would make numbers again for every fact. */
final class Literals {
    static final String CLASS = "literals.Literals";
    private final SortedSet<BigDecimal> numbers = new TreeSet<>();
    private final SortedSet<LocalDate> dates = new TreeSet<>();

    /** How a constraint calls a number: {@code Literals.d0p5} for 0.5. */
    String name(BigDecimal number) {
        numbers.add(number);
        return "Literals." + field(number);
    }

    /** {@code Literals.on20260131}. */
    String name(LocalDate date) {
        dates.add(date);
        return "Literals." + field(date);
    }

    private static String field(BigDecimal number) {
        return "d" + number.toPlainString().replace('.', 'p').replace('-', 'm');
    }

    private static String field(LocalDate date) {
        return "on" + date.toString().replace("-", "");
    }

    /** The class of all that was named so far. */
    String source() {
        StringBuilder java = new StringBuilder("package literals;\npublic final class Literals {\n");
        numbers.forEach(n -> constant(java, BigDecimal.class, field(n), "new java.math.BigDecimal", n.toPlainString()));
        dates.forEach(d -> constant(java, LocalDate.class, field(d), "java.time.LocalDate.parse", d.toString()));
        return java.append("}\n").toString();
    }

    private static void constant(StringBuilder java, Class<?> type, String name, String maker, String value) {
        java.append("public static final %s %s = %s(\"%s\");\n".formatted(type.getName(), name, maker, value));
    }
}
