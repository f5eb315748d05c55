package org.huiqi.screen.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.huiqi.policy.Edition;
import org.huiqi.verdict.Outcome;

/** What a stage says while a key is unanswered: every edition that may still apply is tried, as the assessor does. */
final class Trial {
    /** Where every edition there is says no, a year without one changes nothing. */
    private static final char SIMPLY_NO = (char) (Outcome.INELIGIBLE.ordinal() + 1 | 1 << 4);

    private final List<Edition> editions;
    private final Map<String, Key> keys;
    private final List<Variant> variants;
    private final int[] variantOf;
    /** By variant. */
    private final Findings[] said;

    private final boolean[] looked;
    /** By variant: to whom that is said in the end. */
    private final long[] taken;
    /** By edition: who is shown what it says. */
    private final long[] shown;

    private final Consumer<Findings> begin;
    private final Split split = new Split();

    /**
     * @param variantOf by edition, and behind the last for none
     * @param said one for each variant
     * @param begin makes one ready to be filled
     */
    Trial(
            List<Edition> editions,
            Map<String, Key> keys,
            List<Variant> variants,
            int[] variantOf,
            Findings[] said,
            Consumer<Findings> begin) {
        this.begin = begin;
        this.editions = editions;
        this.keys = keys;
        this.variants = variants;
        this.variantOf = variantOf;
        this.said = said;
        this.looked = new boolean[said.length];
        this.taken = new long[said.length];
        this.shown = new long[variantOf.length];
    }

    /** Fills in what is said of the firms of a choice. */
    void judge(Scene scene, Choice choice, Findings out) {
        look(scene, choice);
        long gates = choice.rows;
        long asked = 0;
        for (int edition : choice.each) {
            gates &= tried(edition).gateOpen;
            asked |= edition < editions.size() ? tried(edition).asked() : 0;
        }
        take(choice.edition, gates, out);
        long rows = choice.rows & ~gates & asked;
        show(choice, rows);
        split.begin(rows);
        split.by(shown, shown.length);
        for (int edition : choice.each) {
            tried(edition).splitByVerdict(split);
        }
        for (int g = 0; g < split.count(); g++) {
            decide(scene, choice, split.group(g), out);
        }
        for (int v = 0; v < said.length; v++) {
            if (looked[v] && taken[v] != 0) {
                variants.get(v).explain(scene, taken[v], out);
            }
        }
    }

    private Findings tried(int edition) {
        return said[variantOf[edition]];
    }

    private void look(Scene scene, Choice choice) {
        Arrays.fill(looked, false);
        look(scene, choice.rows, variantOf[choice.edition]);
        for (int edition : choice.each) {
            look(scene, choice.rows, variantOf[edition]);
        }
    }

    private void look(Scene scene, long rows, int variant) {
        if (!looked[variant]) {
            looked[variant] = true;
            begin.accept(said[variant]);
            variants.get(variant).say(scene, rows, said[variant]);
            taken[variant] = 0;
        }
    }

    private void take(int edition, long rows, Findings out) {
        Findings one = tried(edition);
        out.take(one, rows);
        taken[variantOf[edition]] |= rows;
        out.applied(edition, rows & one.asked());
    }

    /** The likeliest edition, or the first that asks. */
    private void show(Choice choice, long rows) {
        Arrays.fill(shown, 0);
        long left = rows;
        for (int edition : choice.each) {
            shown[edition] = edition == choice.edition ? rows & tried(edition).asked() : 0;
            left &= ~shown[edition];
        }
        for (int edition : choice.each) {
            long first = left & tried(edition).asked();
            shown[edition] |= first;
            left &= ~first;
        }
    }

    /** Of those to whom every edition says the same. */
    private void decide(Scene scene, Choice choice, long rows, Findings out) {
        long one = rows & -rows;
        int edition = 0;
        while ((shown[edition] & one) == 0) {
            edition++;
        }
        boolean inForce = tried(edition).outcome(one) != Outcome.NOT_IN_FORCE;
        List<String> deciding = inForce ? choice.deciding(said(choice, one), this::number) : List.of();
        if (deciding.isEmpty()) {
            take(edition, rows, out);
            return;
        }
        out.say(Outcome.INCOMPLETE, rows);
        out.applied(edition, rows);
        deciding.forEach(key -> keys.get(key).field().missing(scene, rows, out.missing));
        for (int each : choice.each) {
            out.missing.add(tried(each).missing, rows);
        }
    }

    private int number(Optional<Edition> edition) {
        return edition.map(editions::indexOf).orElse(editions.size());
    }

    /** One character for every edition. */
    private String said(Choice choice, long firm) {
        char[] all = new char[choice.each.length];
        for (int i = 0; i < all.length; i++) {
            int edition = choice.each[i];
            all[i] = edition == editions.size() ? SIMPLY_NO : said(edition, firm);
        }
        return new String(all);
    }

    /** What a verdict says as far as it is final; an open one may come to say anything its edition allows. */
    private char said(int edition, long firm) {
        Outcome outcome = tried(edition).outcome(firm);
        if (outcome == null) {
            return 0;
        }
        boolean decided = outcome != Outcome.INCOMPLETE && outcome != Outcome.REVIEW;
        int result = tried(edition).result(firm) + 2;
        return (char) (outcome.ordinal() + 1 | result << 4 | (decided ? 0 : edition + 1) << 9);
    }
}
