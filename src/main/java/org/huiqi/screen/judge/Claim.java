package org.huiqi.screen.judge;

/** What a criterion or a score says of a firm, before anybody asks what follows from it. */
interface Claim {
    byte found(Scene scene);

    /** Adds what could still decide it, while it is unknown. */
    void open(Scene scene, long[] out);

    /** The atom about the enterprise that it is, nothing else; -1 if it is not that simple. */
    default int atom() {
        return -1;
    }

    /** What asks for its truth. */
    default Probe probe() {
        return new Probe.OfClaim(this);
    }

    /** What asks for the fields that keep it open; {@code size}: of a set of them. */
    default OpenFields openFields(int size) {
        return new OpenFields(this::open, size);
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
        public int atom() {
            return atoms.length == 1 ? atoms[0].index : -1;
        }

        @Override
        public Probe probe() {
            return atoms.length == 1 ? new Probe.OfAtom(atoms[0].index) : new Probe.OfClaim(this);
        }

        @Override
        public OpenFields openFields(int size) {
            return atoms.length == 1 && atoms[0].plain()
                    ? new OpenReads(atoms[0], this, size)
                    : new OpenFields(this::open, size);
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
