package org.huiqi.assess;

import java.math.BigDecimal;
import org.huiqi.policy.Edition;

/** Whether the keys of two editions can both fit. */
final class Keys {
    private Keys() {}

    static boolean overlap(Edition a, Edition b) {
        return a.key().keySet().stream()
                .filter(b.key()::containsKey)
                .allMatch(k -> overlap(a.key().get(k), b.key().get(k)));
    }

    private static boolean overlap(Edition.Range a, Edition.Range b) {
        return !before(a.to(), b.from()) && !before(b.to(), a.from());
    }

    /** Is the end {@code to} before the start {@code from}? An empty bound is open. */
    private static boolean before(String to, String from) {
        if (to.isEmpty() || from.isEmpty()) {
            return false;
        }
        boolean numbers = to.matches("-?\\d+(\\.\\d+)?") && from.matches("-?\\d+(\\.\\d+)?");
        return numbers ? new BigDecimal(to).compareTo(new BigDecimal(from)) < 0 : to.compareTo(from) < 0;
    }
}
