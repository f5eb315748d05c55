package org.huiqi.engine.direct;

import java.math.BigDecimal;
import java.util.Collection;

/** The numbers that constraints compare with and multiply by, each made once: Drools would make them again for every fact. */
final class Decimals {
    static final String CLASS = "literals.Decimals";

    private Decimals() {}

    /** How a constraint calls a number: {@code Decimals.d0p5} for 0.5. */
    static String name(BigDecimal number) {
        return "Decimals." + field(number);
    }

    private static String field(BigDecimal number) {
        return "d" + number.toPlainString().replace('.', 'p').replace('-', 'm');
    }

    static String source(Collection<BigDecimal> numbers) {
        StringBuilder java = new StringBuilder("package literals;\npublic final class Decimals {\n");
        numbers.forEach(n -> java.append("public static final java.math.BigDecimal ")
                .append(field(n))
                .append(" = new java.math.BigDecimal(\"")
                .append(n.toPlainString())
                .append("\");\n"));
        return java.append("}\n").toString();
    }
}
