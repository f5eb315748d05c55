package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.List;
import org.huiqi.policy.Requirement;

/** Parts joined as {@link org.huiqi.policy.Requirement.Group} says. */
final class Group extends Part {
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

    static Part of(Requirement.Join join, int count, List<Part> parts) {
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
            Constant joined = Constant.joined(constant);
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
    void look(Scene scene, long rows, int turned) {
        for (Part part : parts) {
            part.look(scene, rows, turned);
        }
        switch (join) {
            case ALL -> every();
            case ANY -> some();
            case NONE -> {
                some();
                long was = met;
                met = unmet;
                unmet = was;
            }
            case AT_LEAST -> atLeast();
        }
    }

    /** Strong Kleene logic: what is open for lack of an answer outweighs what a person must judge. */
    private void every() {
        long all = -1;
        long none = 0;
        long open = 0;
        for (Part part : parts) {
            all &= part.met;
            none |= part.unmet;
            open |= part.unknown();
        }
        set(all, none, open);
    }

    private void some() {
        long any = 0;
        long all = -1;
        long open = 0;
        for (Part part : parts) {
            any |= part.met;
            all &= part.unmet;
            open |= part.unknown();
        }
        set(any, all, open);
    }

    private void set(long mets, long unmets, long open) {
        met = mets;
        unmet = unmets;
        review = ~(mets | unmets | open);
    }

    private void atLeast() {
        long open = 0;
        for (Part part : parts) {
            open |= part.unknown();
        }
        set(atLeast(count, true), atLeast(parts.length - count + 1, false), open);
    }

    /** Those for whom at least {@code least} parts are met, or unmet: one word for each number reached. */
    private long atLeast(int least, boolean wanted) {
        if (least <= 0) {
            return -1;
        }
        long[] reached = new long[least];
        for (Part part : parts) {
            long one = wanted ? part.met : part.unmet;
            for (int n = least - 1; n > 0; n--) {
                reached[n] |= reached[n - 1] & one;
            }
            reached[0] |= one;
        }
        return reached[least - 1];
    }

    @Override
    void numbers(List<Integer> out) {
        for (Part part : parts) {
            part.numbers(out);
        }
    }

    Part[] parts() {
        return parts;
    }

    /** Must all of its parts hold, and do they share no criterion? */
    boolean apart() {
        return apart;
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
    void blame(long rows, boolean wanted, long[] blame) {
        long mine = rows & (wanted ? met : unmet);
        if (mine != 0) {
            for (Part part : parts) {
                part.blame(mine, wanted == (join != Requirement.Join.NONE), blame);
            }
        }
    }

    @Override
    void missing(Scene scene, long rows, Wants out) {
        long mine = rows & unknown();
        if (mine != 0) {
            for (Part part : parts) {
                part.missing(scene, mine, out);
            }
        }
    }
}
