package org.huiqi.screen.judge;

/** What a criterion or a score says of a firm, before anybody asks what follows from it. */
interface Claim {
    /** Of the firm that the scene looks at. */
    byte found(Scene scene);

    /** Adds what could still decide it for the firm that the scene looks at, while it is unknown. */
    void open(Scene scene, long[] out);

    /** Of many at once. */
    default void look(Scene scene, long rows, Part out) {
        each(scene, rows, out, this::found);
    }

    /** For many at once. */
    default void open(Scene scene, long rows, Finding[] out) {
        for (long left = rows; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            scene.turnTo(row);
            open(scene, out[row].open());
        }
    }

    /** What is found of one firm. */
    interface Find {
        byte of(Scene scene);
    }

    /** One firm after another. */
    static void each(Scene scene, long rows, Part out, Find find) {
        out.all(0);
        for (long left = rows; left != 0; left &= left - 1) {
            scene.turnTo(Long.numberOfTrailingZeros(left));
            byte truth = find.of(scene);
            long bit = left & -left;
            out.met |= truth == Truths.MET ? bit : 0;
            out.unmet |= truth == Truths.UNMET ? bit : 0;
            out.review |= truth == Truths.REVIEW ? bit : 0;
        }
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
        public void look(Scene scene, long rows, Part out) {
            out.all(-1);
            for (AtomCode atom : atoms) {
                scene.test(atom.index, rows);
                out.met &= scene.met(atom.index);
                out.unmet |= scene.unmet(atom.index);
            }
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
        public void open(Scene scene, long rows, Finding[] out) {
            for (AtomCode atom : atoms) {
                scene.test(atom.index, rows);
                atom.missing(scene, rows & ~(scene.met(atom.index) | scene.unmet(atom.index)), out);
            }
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
