package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Stage;
import org.huiqi.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** A stage in one of its editions. */
final class Variant {
    private final boolean inForce;
    private final boolean unconfirmed;
    private final boolean informs;
    private final @Nullable Part given;
    private final Part tree;
    private final List<Class> classes = new ArrayList<>();
    private final boolean classifies;
    private final Relief relief;

    /** {@code number}: among the results of the stage. */
    private record Class(int number, Part when) {}

    /** {@code edition}: empty if none applies, which is no matter where the stage has none. */
    Variant(Stage stage, Optional<Edition> edition, boolean editions, TreeCompiler trees) {
        String name = edition.map(Edition::name).orElse("");
        inForce = edition.isPresent() || !editions;
        unconfirmed = edition.map(e -> !e.unconfirmed().isEmpty()).orElse(false);
        informs = !edition.map(Edition::information)
                .filter(i -> !i.isEmpty())
                .orElse(stage.information())
                .isEmpty();
        given = stage.given().flatMap(g -> g.in(name)).map(trees::part).orElse(null);
        tree = stage.require()
                .flatMap(r -> r.in(name))
                .map(trees::part)
                .orElseGet(() -> Group.of(Requirement.Join.ALL, 0, List.of()));
        relief = new Relief(tree);
        classifies = !stage.results().isEmpty();
        for (int r = 0; r < stage.results().size(); r++) {
            int number = r;
            stage.results().get(r).when().in(name).ifPresent(w -> classes.add(new Class(number, trees.part(w))));
        }
    }

    /** Does the other always say the same? Equal requirements are one part. */
    boolean says(Variant other) {
        return inForce == other.inForce
                && unconfirmed == other.unconfirmed
                && informs == other.informs
                && given == other.given
                && tree == other.tree
                && classes.equals(other.classes);
    }

    /** Fills in what it says of {@code rows}, of whom nothing is said yet, and why; it says nothing of those for whom the stage is not asked. */
    void judge(Scene scene, long rows, Findings out) {
        say(scene, rows, out);
        long unmet = out.said(Outcome.INELIGIBLE) & rows;
        if (unmet != 0 && !classifies) {
            why(scene, unmet, out);
        }
    }

    /** Marks what stands in the way of {@code rows}, of whom it has just said no. */
    private void why(Scene scene, long rows, Findings out) {
        tree.blame(rows, false, out.decisive);
        relief.find(scene, rows, out);
    }

    /** The same later, when the tree may have been looked at for others. */
    void explain(Scene scene, long rows, Findings out) {
        long unmet = out.said(Outcome.INELIGIBLE) & rows;
        if (unmet != 0 && !classifies) {
            tree.look(scene, unmet, Part.NONE);
            why(scene, unmet, out);
        }
    }

    /** Fills in what it says of {@code rows}, but not what stands in their way. */
    void say(Scene scene, long rows, Findings out) {
        if (given != null) {
            given.look(scene, rows, Part.NONE);
            out.gateOpen |= rows & given.unknown();
        }
        if (!inForce) {
            out.say(Outcome.NOT_IN_FORCE, rows);
        } else if (given == null) {
            asked(scene, rows, out);
        } else {
            gated(given, scene, rows, out);
        }
    }

    /** Whether the stage is asked of a subject at all comes first; while that is open, nothing else of it is worth a question. */
    private void gated(Part gate, Scene scene, long rows, Findings out) {
        long met = rows & gate.met;
        out.say(Outcome.REVIEW, rows & gate.review);
        out.say(Outcome.INCOMPLETE, rows & gate.unknown());
        gate.missing(scene, rows, out.missing);
        if (met != 0) {
            asked(scene, met, out);
        }
    }

    private void asked(Scene scene, long rows, Findings out) {
        if (informs) {
            out.say(Outcome.INFORMATION, rows);
        } else if (classifies) {
            classify(scene, rows, out);
        } else {
            demand(scene, rows, out);
        }
    }

    private void demand(Scene scene, long rows, Findings out) {
        tree.look(scene, rows, Part.NONE);
        long unknown = rows & tree.unknown();
        out.say(unconfirmed ? Outcome.REVIEW : Outcome.ELIGIBLE, rows & tree.met);
        out.say(Outcome.REVIEW, rows & tree.review);
        out.say(Outcome.INCOMPLETE, unknown);
        out.say(Outcome.INELIGIBLE, rows & tree.unmet);
        tree.missing(scene, unknown, out.missing);
    }

    private void classify(Scene scene, long rows, Findings out) {
        long left = rows;
        long seen = 0;
        long found = 0;
        long silent = 0;
        for (Class c : classes) {
            if (left == 0) {
                break;
            }
            c.when.look(scene, left, Part.NONE);
            long possible = left & ~c.when.unmet;
            long sure = possible & ~seen & c.when.met;
            seen |= possible;
            found |= sure;
            silent |= left & c.when.unknown();
            c.when.missing(scene, left, out.missing);
            out.possible[c.number] |= possible & ~sure;
            out.results[c.number] |= sure;
            left &= ~c.when.met;
        }
        out.say(unconfirmed ? Outcome.REVIEW : Outcome.RESULT, found);
        out.say(Outcome.INELIGIBLE, rows & ~seen);
        open(seen & ~found, silent, out);
    }

    /** Those whose class is not found yet. */
    private static void open(long rows, long silent, Findings out) {
        out.say(Outcome.INCOMPLETE, rows & silent);
        out.say(Outcome.REVIEW, rows & ~silent);
        out.missing.drop(rows & ~silent);
    }
}
