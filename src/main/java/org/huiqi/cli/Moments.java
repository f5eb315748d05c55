package org.huiqi.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as people in China read them. */
final class Moments {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Moments() {}

    static String day(Instant at) {
        return at.atZone(CHINA).toLocalDate().toString();
    }

    static String second(Instant at) {
        return at.atZone(CHINA).format(SECOND);
    }
}
