package org.huiqi.screen.judge;

import java.util.List;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Law;

/** A criterion. */
abstract class Leaf implements Part {
    private final int number;

    Leaf(int number) {
        this.number = number;
    }

    abstract byte found(Scene scene);

    abstract void open(Scene scene, long[] out);

    @Override
    public final byte truth(Scene scene) {
        byte truth = found(scene);
        return scene.turned == number ? Truths.not(truth) : truth;
    }

    @Override
    public final void blame(Scene scene, byte truth, long[] out) {
        if (truth(scene) == truth) {
            Bits.set(out, number);
        }
    }

    @Override
    public final void missing(Scene scene, long[] out) {
        if (truth(scene) == Truths.UNKNOWN) {
            open(scene, out);
        }
    }

    /** One atom about the enterprise: nearly all criteria. */
    static final class OfEnterprise extends Leaf {
        private final AtomCode atom;
        private final int index;

        OfEnterprise(int number, AtomCode atom) {
            super(number);
            this.atom = atom;
            this.index = atom.index;
        }

        @Override
        byte found(Scene scene) {
            return scene.enterprise(index);
        }

        @Override
        void open(Scene scene, long[] out) {
            atom.missing(scene.fact(), scene, out);
        }
    }

    /** Several atoms about the enterprise. */
    static final class Conjunction extends Leaf {
        private final AtomCode[] atoms;

        Conjunction(int number, AtomCode[] atoms) {
            super(number);
            this.atoms = atoms;
        }

        @Override
        byte found(Scene scene) {
            byte all = Truths.MET;
            for (AtomCode atom : atoms) {
                all = Truths.and(all, scene.enterprise(atom.index));
            }
            return all;
        }

        @Override
        void open(Scene scene, long[] out) {
            for (AtomCode atom : atoms) {
                if (scene.enterprise(atom.index) == Truths.UNKNOWN) {
                    atom.missing(scene.fact(), scene, out);
                }
            }
        }
    }

    /** Atoms about an element: of the subject at hand, or of every one of a list. */
    static final class OfElements extends Leaf {
        private final AtomCode[] atoms;
        private final int type;
        private final int list;
        private final Fold fold;

        /** How elements are folded. */
        interface Fold {
            byte of(Scene scene, OfElements leaf);
        }

        OfElements(int number, AtomCode[] atoms, int type, int list, Fold fold) {
            super(number);
            this.atoms = atoms;
            this.type = type;
            this.list = list;
            this.fold = fold;
        }

        @Override
        byte found(Scene scene) {
            return fold.of(scene, this);
        }

        private byte conjunction(Scene scene, int element) {
            byte all = Truths.MET;
            for (AtomCode atom : atoms) {
                all = Truths.and(all, scene.element(type, element, atom.index));
            }
            return all;
        }

        static byte own(Scene scene, OfElements leaf) {
            return scene.size(leaf.type) < 0 ? Truths.UNKNOWN : leaf.conjunction(scene, scene.element);
        }

        static byte exists(Scene scene, OfElements leaf) {
            int size = scene.size(leaf.type);
            byte some = size < 0 ? Truths.UNKNOWN : Truths.UNMET;
            for (int i = 0; i < size; i++) {
                some = Truths.or(some, leaf.conjunction(scene, i));
            }
            return some;
        }

        static byte count(Scene scene, OfElements leaf, String operator, int bound) {
            int size = scene.size(leaf.type);
            int least = 0;
            int most = 0;
            for (int i = 0; i < size; i++) {
                byte truth = leaf.conjunction(scene, i);
                least += truth == Truths.MET ? 1 : 0;
                most += truth == Truths.UNMET ? 0 : 1;
            }
            return size < 0 ? Truths.UNKNOWN : everywhere(operator, bound, least, most);
        }

        private static byte everywhere(String operator, int bound, int least, int most) {
            boolean first = Law.compare(least, operator, bound);
            for (int n = least + 1; n <= most; n++) {
                if (Law.compare(n, operator, bound) != first) {
                    return Truths.UNKNOWN;
                }
            }
            return first ? Truths.MET : Truths.UNMET;
        }

        @Override
        void open(Scene scene, long[] out) {
            int size = scene.size(type);
            if (size < 0) {
                Bits.set(out, list);
                return;
            }
            boolean own = fold == OWN;
            for (int i = own ? scene.element : 0; i < (own ? scene.element + 1 : size); i++) {
                open(scene, i, out);
            }
        }

        static final Fold OWN = OfElements::own;

        private void open(Scene scene, int element, long[] out) {
            if (conjunction(scene, element) != Truths.UNKNOWN) {
                return;
            }
            Fact fact = scene.fact(type, element);
            for (AtomCode atom : atoms) {
                if (scene.element(type, element, atom.index) == Truths.UNKNOWN) {
                    atom.missing(fact, scene, out);
                }
            }
        }
    }

    /** Can no row of this list decide it? */
    static boolean hopeless(List<AtomCode> atoms) {
        return !atoms.isEmpty() && atoms.stream().allMatch(AtomCode::hopeless);
    }
}
