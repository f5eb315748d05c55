package org.huiqi.screen.firm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiqi.profile.ValueReader;

/**
 * A heading as people write it: {@code * 上年营业收入(万元)}.
 *
 * @param name without marks, white space and unit
 * @param unit what stands in brackets at its end, empty if nothing does
 * @param whole with what stands in brackets, which may belong to the name
 */
record Heading(String name, String unit, String whole) {
    private static final Pattern UNIT = Pattern.compile("(.+?)[(\\[【](?:单位[:、]?)?([^()\\[\\]【】]{1,8})[)\\]】]");
    private static final Pattern NOISE = Pattern.compile("[\\s*★:]+");

    static Heading of(String written) {
        String whole = NOISE.matcher(ValueReader.normal(written)).replaceAll("");
        Matcher m = UNIT.matcher(whole);
        return m.matches() ? new Heading(m.group(1), m.group(2), whole) : new Heading(whole, "", whole);
    }
}
