package org.huiqi.engine.drl;

import java.util.Set;

/** Which names can be spelled alike in DRL, in generated Java, as JSON keys and as folders. */
final class Names {
    private static final int LONGEST = 60;
    /** Words of Java. */
    private static final Set<String> JAVA = Set.of(
            "abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for"
                    .concat(
                            " goto if implements import instanceof int interface long native new null package private protected public record return")
                    .concat(
                            " short static strictfp super switch synchronized this throw throws transient true try var void volatile while yield")
                    .split(" "));
    /** Words of DRL and MVEL, and members that every fact has. */
    private static final Set<String> DROOLS = Set.of(
            "and collect contains def empty end eval excludes exists forall foreach function in is isa isdef matches memberOf modify nil not or proto"
                    .concat(" soundslike str strsim untyped update insert delete retract until when with")
                    .concat(" asOf chained enterprise entitled hashCode key previous reviews toString")
                    .split(" "));
    /** Types that the engine or the generated code already means something by. */
    private static final Set<String> TYPES =
            Set.of("BigDecimal", "LocalDate", "List", "Map", "Set", "Collection", "Fact", "Facts", "Hits", "Review");

    private Names() {}

    /** Can a field be called so? */
    static boolean field(String name) {
        return name.matches("[a-z][A-Za-z0-9]*")
                && name.length() <= LONGEST
                && !JAVA.contains(name)
                && !DROOLS.contains(name)
                && !name.matches("unanswered\\d+");
    }

    /** Can a type be called so? */
    static boolean type(String name) {
        return name.matches("[A-Z][A-Za-z0-9]*")
                && name.length() <= LONGEST
                && !TYPES.contains(name)
                && !isOfJava(name);
    }

    private static boolean isOfJava(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException free) {
            return false;
        }
    }

    /** Can the list of a repeated type be called so, as a JSON key? */
    static boolean list(String name) {
        return name.matches("[a-z][A-Za-z0-9]*")
                && name.length() <= LONGEST
                && !name.equals("asOf")
                && !name.equals("reviews");
    }

    /** Can a policy's folder be called so? Its package writes {@code -} as {@code _}. */
    static boolean policy(String name) {
        return name.matches("[a-z0-9]+(-[a-z0-9]+)*") && name.length() <= LONGEST;
    }
}
