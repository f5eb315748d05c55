package org.huiqi.screen.judge;

/**
 * Something that is asked of a firm and has few answers, numbered from 0. What a stage says of a firm follows from such answers alone, so that firms
 * with equal answers share what is said. Belongs to one stage of one thread.
 */
abstract class Probe {
    /** The hearing in which it was asked last, and the answer. */
    int round;

    int answer;

    abstract int ask(Scene scene);

    /** Numbers given so far may be given anew. */
    void forget() {}

    /** The truth of an atom about the enterprise: what is asked most. */
    static final class OfAtom extends Probe {
        final int atom;

        OfAtom(int atom) {
            this.atom = atom;
        }

        @Override
        int ask(Scene scene) {
            return scene.enterprise(atom);
        }
    }

    /** The truth of whatever else is claimed. */
    static final class OfClaim extends Probe {
        private final Claim claim;

        OfClaim(Claim claim) {
            this.claim = claim;
        }

        @Override
        int ask(Scene scene) {
            return claim.found(scene);
        }
    }
}
