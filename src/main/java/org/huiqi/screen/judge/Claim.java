package org.huiqi.screen.judge;

/** What a criterion or a score says of a firm, before anybody asks what follows from it. */
interface Claim {
    /** Finds out about {@code rows}; what {@code out} says of other firms means nothing. */
    void look(Scene scene, long rows, Part out);

    /** Adds what could still decide it for {@code rows}, for whom it is unknown. */
    void open(Scene scene, long rows, Wants out);

    /** Atoms about the enterprise, all of which must hold; nearly always one. */
    record OfEnterprise(AtomCode[] atoms) implements Claim {
        @Override
        public void look(Scene scene, long rows, Part out) {
            out.all(-1);
            for (AtomCode atom : atoms) {
                scene.test(atom.index, rows);
                out.met &= scene.met(atom.index);
                out.unmet |= scene.unmet(atom.index);
            }
        }

        @Override
        public void open(Scene scene, long rows, Wants out) {
            for (AtomCode atom : atoms) {
                scene.test(atom.index, rows);
                atom.missing(scene, rows & ~(scene.met(atom.index) | scene.unmet(atom.index)), out);
            }
        }
    }

    /** The same whatever a row says. */
    record Fixed(Constant constant) implements Claim {
        @Override
        public void look(Scene scene, long rows, Part out) {
            out.all(0);
            out.review = constant.review;
        }

        @Override
        public void open(Scene scene, long rows, Wants out) {
            constant.missing(scene, rows, out);
        }
    }
}
