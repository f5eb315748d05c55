package org.huiqi.policy;

import java.time.LocalDate;
import java.util.Optional;
import org.huiqi.verdict.Seen;

/**
 * A document a policy rests on.
 *
 * @param key how criteria cite it, e.g. {@code 217号}
 * @param number 文号, empty if unknown
 * @param from first day it is in force, if known
 * @param to last day it is in force, if known
 * @param seen how well it was checked
 * @param url official address, if known
 */
public record Document(
        String key,
        String title,
        String number,
        Optional<LocalDate> issued,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Seen seen,
        Optional<String> url,
        String note) {}
