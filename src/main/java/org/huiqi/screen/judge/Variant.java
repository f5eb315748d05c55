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

    private record Class(String name, Part when) {}

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
                .orElseGet(() -> Group.of(Requirement.Join.ALL, 0, List.of(), 1));
        relief = new Relief(tree);
        classifies = !stage.results().isEmpty();
        stage.results().forEach(r -> r.when().in(name).ifPresent(w -> classes.add(new Class(r.name(), trees.part(w)))));
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

    /** Fills blank findings; {@code outcome} stays null where the stage is not asked. {@code blame}: of the stage. */
    void judge(Scene scene, long rows, Blame blame, Finding[] out) {
        if (given != null) {
            given.look(scene, rows, Part.NONE);
            for (long left = rows & given.unknown(); left != 0; left &= left - 1) {
                out[Long.numberOfTrailingZeros(left)].gateOpen = true;
            }
        }
        if (!inForce) {
            say(Outcome.NOT_IN_FORCE, rows, out);
        } else if (given == null) {
            asked(scene, rows, blame, out);
        } else {
            gated(given, scene, rows, blame, out);
        }
    }

    /** Whether the stage is asked of a subject at all comes first; while that is open, nothing else of it is worth a question. */
    private void gated(Part gate, Scene scene, long rows, Blame blame, Finding[] out) {
        long met = rows & gate.met;
        say(Outcome.REVIEW, rows & gate.review, out);
        say(Outcome.INCOMPLETE, rows & gate.unknown(), out);
        gate.missing(scene, rows, out);
        if (met != 0) {
            asked(scene, met, blame, out);
        }
    }

    private static void say(Outcome outcome, long rows, Finding[] out) {
        for (long left = rows; left != 0; left &= left - 1) {
            out[Long.numberOfTrailingZeros(left)].outcome = outcome;
        }
    }

    private void asked(Scene scene, long rows, Blame blame, Finding[] out) {
        if (informs) {
            say(Outcome.INFORMATION, rows, out);
        } else if (classifies) {
            classify(scene, rows, out);
        } else {
            demand(scene, rows, blame, out);
        }
    }

    private void demand(Scene scene, long rows, Blame blame, Finding[] out) {
        tree.look(scene, rows, Part.NONE);
        long unmet = rows & tree.unmet;
        long unknown = rows & tree.unknown();
        say(unconfirmed ? Outcome.REVIEW : Outcome.ELIGIBLE, rows & tree.met, out);
        say(Outcome.REVIEW, rows & tree.review, out);
        say(Outcome.INCOMPLETE, unknown, out);
        say(Outcome.INELIGIBLE, unmet, out);
        tree.missing(scene, unknown, out);
        if (unmet != 0) {
            blame.clear();
            tree.blame(unmet, false, blame);
            blame.write(out);
            relief.find(scene, unmet, blame, out);
        }
    }

    private void classify(Scene scene, long rows, Finding[] out) {
        long left = rows;
        long seen = 0;
        long silent = 0;
        for (Class c : classes) {
            if (left == 0) {
                break;
            }
            c.when.look(scene, left, Part.NONE);
            long possible = left & ~c.when.unmet;
            long sure = possible & ~seen & c.when.met;
            seen |= possible;
            silent |= left & c.when.unknown();
            c.when.missing(scene, left, out);
            possible(c.name, possible & ~sure, out);
            result(c.name, sure, out);
            left &= ~c.when.met;
        }
        say(Outcome.INELIGIBLE, rows & ~seen, out);
        open(rows & seen, silent, out);
    }

    private static void possible(String name, long rows, Finding[] out) {
        for (long left = rows; left != 0; left &= left - 1) {
            out[Long.numberOfTrailingZeros(left)].possible.add(name);
        }
    }

    private void result(String name, long rows, Finding[] out) {
        say(unconfirmed ? Outcome.REVIEW : Outcome.RESULT, rows, out);
        for (long left = rows; left != 0; left &= left - 1) {
            out[Long.numberOfTrailingZeros(left)].result = name;
        }
    }

    /** Those whose class is not found yet. */
    private static void open(long rows, long silent, Finding[] out) {
        for (long left = rows; left != 0; left &= left - 1) {
            Finding finding = out[Long.numberOfTrailingZeros(left)];
            if (finding.outcome == null) {
                finding.outcome = (silent & left & -left) != 0 ? Outcome.INCOMPLETE : Outcome.REVIEW;
                if (finding.outcome == Outcome.REVIEW) {
                    finding.close();
                }
            }
        }
    }
}
