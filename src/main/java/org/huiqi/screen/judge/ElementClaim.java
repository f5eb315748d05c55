package org.huiqi.screen.judge;

import org.huiqi.engine.Fact;
import org.huiqi.engine.Law;

/** Atoms about an element: of the subject at hand, or of every one of a list. */
final class ElementClaim implements Claim {
    static final Fold OWN = ElementClaim::own;
    private final AtomCode[] atoms;
    private final int type;
    private final int list;
    private final Fold fold;

    /** How elements are folded. */
    interface Fold {
        byte of(Scene scene, ElementClaim claim);
    }

    /** {@code list}: number of the list among what can be missing. */
    ElementClaim(AtomCode[] atoms, int type, int list, Fold fold) {
        this.atoms = atoms;
        this.type = type;
        this.list = list;
        this.fold = fold;
    }

    @Override
    public void look(Scene scene, long rows, Part out) {
        out.all(0);
        for (long left = rows; left != 0; left &= left - 1) {
            scene.turnTo(Long.numberOfTrailingZeros(left));
            byte truth = fold.of(scene, this);
            out.met |= truth == Truths.MET ? left & -left : 0;
            out.unmet |= truth == Truths.UNMET ? left & -left : 0;
        }
    }

    private byte conjunction(Scene scene, int element) {
        byte all = Truths.MET;
        for (AtomCode atom : atoms) {
            all = Truths.and(all, scene.element(type, element, atom.index));
        }
        return all;
    }

    private static byte own(Scene scene, ElementClaim claim) {
        return scene.size(claim.type) < 0 ? Truths.UNKNOWN : claim.conjunction(scene, scene.element);
    }

    static byte exists(Scene scene, ElementClaim claim) {
        int size = scene.size(claim.type);
        byte some = size < 0 ? Truths.UNKNOWN : Truths.UNMET;
        for (int i = 0; i < size; i++) {
            some = Truths.or(some, claim.conjunction(scene, i));
        }
        return some;
    }

    static byte count(Scene scene, ElementClaim claim, String operator, int bound) {
        int size = scene.size(claim.type);
        int least = 0;
        int most = 0;
        for (int i = 0; i < size; i++) {
            byte truth = claim.conjunction(scene, i);
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
    public void open(Scene scene, long rows, Wants out) {
        for (long left = rows; left != 0; left &= left - 1) {
            scene.turnTo(Long.numberOfTrailingZeros(left));
            open(scene, out);
        }
    }

    /** For the firm looked at. */
    private void open(Scene scene, Wants out) {
        int size = scene.size(type);
        if (size < 0) {
            out.add(list, 1L << scene.row());
            return;
        }
        boolean own = fold == OWN;
        for (int i = own ? scene.element : 0; i < (own ? scene.element + 1 : size); i++) {
            open(scene, i, out);
        }
    }

    private void open(Scene scene, int element, Wants out) {
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
