package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.List;
import org.huiqi.policy.Requirement;

/** Parts joined as {@link org.huiqi.policy.Requirement.Group} says. */
final class Group implements Part {
    private final Requirement.Join join;
    private final int count;
    private final Part[] parts;

    private Group(Requirement.Join join, int count, Part[] parts) {
        this.join = join;
        this.count = count;
        this.parts = parts;
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
