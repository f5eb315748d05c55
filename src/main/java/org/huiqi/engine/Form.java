package org.huiqi.engine;

import java.util.List;

/** The shape of a criterion's left-hand side. */
public sealed interface Form {

    /** A test on the enterprise, or on the subject at hand: all atoms hold. */
    record OnFact(String type, List<Atom> atoms) implements Form {
        public OnFact {
            atoms = List.copyOf(atoms);
        }
    }

    /** At least one ({@code exists}) or no ({@code not}) element satisfies all atoms. */
    record Quantified(String type, List<Atom> atoms, boolean negated) implements Form {
        public Quantified {
            atoms = List.copyOf(atoms);
        }
    }

    /** The number of elements that satisfy all atoms compares with {@code bound} as {@code operator} says. */
    record Count(String type, List<Atom> atoms, String operator, int bound) implements Form {
        public Count {
            atoms = List.copyOf(atoms);
        }
    }

    /** Only a person can judge. */
    record Judged() implements Form {}
}
