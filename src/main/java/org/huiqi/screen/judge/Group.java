package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.List;
import org.huiqi.policy.Requirement;

/** Parts joined as {@link org.huiqi.policy.Requirement.Group} says. */
final class Group implements Part {
    private final Requirement.Join join;
    private final int count;
    private final Part[] parts;
    /** All must hold, and no criterion stands in two of them. */
    private final boolean apart;

    private Group(Requirement.Join join, int count, Part[] parts) {
        this.join = join;
        this.count = count;
        this.parts = parts;
        this.apart = apart(join, parts);
    }

    /** {@code size}: of a set of missing fields. */
    static Part of(Requirement.Join join, int count, List<Part> parts, int size) {
        List<Part> dynamic = new ArrayList<>();
        List<Constant> constant = new ArrayList<>();
        for (Part part : parts) {
            if (join == Requirement.Join.ALL && part instanceof Group inner && inner.join == join) {
                for (Part p : inner.parts) {
                    sort(p, dynamic, constant);
                }
            } else {
                sort(part, dynamic, constant);
            }
        }
        if (join == Requirement.Join.AT_LEAST) {
            return new Group(join, count, parts.toArray(Part[]::new));
        }
        if (!constant.isEmpty()) {
            Constant joined = Constant.joined(constant, size);
            if (dynamic.isEmpty()) {
                return joined;
            }
            dynamic.add(joined);
        }
        return new Group(join, count, dynamic.toArray(Part[]::new));
    }

    private static void sort(Part part, List<Part> dynamic, List<Constant> constant) {
        if (part instanceof Constant c) {
            constant.add(c);
        } else {
            dynamic.add(part);
        }
    }

    @Override
    public byte truth(Hearing hearing) {
        return switch (join) {
            case ALL -> all(hearing);
            case ANY -> any(hearing);
            case NONE -> Truths.not(any(hearing));
            case AT_LEAST -> atLeast(hearing);
        };
    }

    private byte all(Hearing hearing) {
        byte all = Truths.MET;
        for (Part part : parts) {
            all = Truths.and(all, part.truth(hearing));
            if (all == Truths.UNMET) {
                return all;
            }
        }
        return all;
    }

    private byte any(Hearing hearing) {
        byte any = Truths.UNMET;
        for (Part part : parts) {
            any = Truths.or(any, part.truth(hearing));
            if (any == Truths.MET) {
                return any;
            }
        }
        return any;
    }

    private byte atLeast(Hearing hearing) {
        int met = 0;
        int unmet = 0;
        boolean silent = false;
        for (Part part : parts) {
            byte truth = part.truth(hearing);
            met += truth == Truths.MET ? 1 : 0;
            unmet += truth == Truths.UNMET ? 1 : 0;
            silent |= truth == Truths.UNKNOWN;
        }
        if (met >= count) {
            return Truths.MET;
        }
        if (parts.length - unmet < count) {
            return Truths.UNMET;
        }
        return silent ? Truths.UNKNOWN : Truths.REVIEW;
    }

    @Override
    public void sure(byte wanted, List<Probe> out) {
        byte below = join == Requirement.Join.NONE ? Truths.not(wanted) : wanted;
        boolean all = join == Requirement.Join.AT_LEAST
                || below == (join == Requirement.Join.ALL ? Truths.UNMET : Truths.MET);
        for (int i = 0; i < (all ? parts.length : Math.min(1, parts.length)); i++) {
            parts[i].sure(below, out);
        }
    }

    @Override
    public void numbers(List<Integer> out) {
        for (Part part : parts) {
            part.numbers(out);
        }
    }

    Requirement.Join join() {
        return join;
    }

    Part[] parts() {
        return parts;
    }

    /** Must all of its parts hold, and do they share no criterion? */
    boolean apart() {
        return apart;
    }

    /** Do several of its parts fail that have nothing in common? Then no single criterion can save it. */
    boolean failsTwice(Hearing hearing) {
        int unmet = 0;
        for (int i = 0; i < parts.length && unmet < 2 && apart; i++) {
            unmet += parts[i].truth(hearing) == Truths.UNMET ? 1 : 0;
        }
        return unmet > 1;
    }

    private static boolean apart(Requirement.Join join, Part[] parts) {
        List<Integer> numbers = new ArrayList<>();
        for (Part part : parts) {
            List<Integer> own = new ArrayList<>();
            part.numbers(own);
            if (!java.util.Collections.disjoint(numbers, own)) {
                return false;
            }
            numbers.addAll(own);
        }
        return join == Requirement.Join.ALL;
    }

    @Override
    public void blame(Hearing hearing, byte truth, long[] out) {
        if (truth(hearing) == truth) {
            byte below = join == Requirement.Join.NONE ? Truths.not(truth) : truth;
            for (Part part : parts) {
                part.blame(hearing, below, out);
            }
        }
    }

    @Override
    public void missing(Hearing hearing, long[] out) {
        if (truth(hearing) == Truths.UNKNOWN) {
            for (Part part : parts) {
                part.missing(hearing, out);
            }
        }
    }
}
