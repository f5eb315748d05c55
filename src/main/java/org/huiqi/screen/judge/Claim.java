package org.huiqi.screen.judge;

/** What a criterion or a score says of a firm, before anybody asks what follows from it. */
interface Claim {
    byte found(Scene scene);

    /** Adds what could still decide it, while it is unknown. */
    void open(Scene scene, long[] out);

    /** What asks for its truth. */
    default Probe probe() {
        return new Probe.OfClaim(this);
    }

    /** Atoms about the enterprise, all of which must hold; nearly always one. */
    record OfEnterprise(AtomCode[] atoms) implements Claim {
        @Override
        public byte found(Scene scene) {
            byte all = Truths.MET;
            for (AtomCode atom : atoms) {
                all = Truths.and(all, scene.enterprise(atom.index));
                if (all == Truths.UNMET) {
                    return all;
                }
            }
            return all;
        }

        @Override
        public void open(Scene scene, long[] out) {
            for (AtomCode atom : atoms) {
                if (scene.enterprise(atom.index) == Truths.UNKNOWN) {
                    atom.missing(scene.fact(), scene, out);
                }
            }
        }

        @Override
        public Probe probe() {
            return atoms.length == 1 ? new Probe.OfAtom(atoms[0].index) : new Probe.OfClaim(this);
        }
    }

    /** The same whatever a row says. */
    record Fixed(Constant constant) implements Claim {
        @Override
        public byte found(Scene scene) {
            return constant.open();
        }

        @Override
        public void open(Scene scene, long[] out) {
            constant.missing(out);
        }
    }
}
