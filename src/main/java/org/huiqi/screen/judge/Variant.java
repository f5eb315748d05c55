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
    private final @Nullable Demands demands;
    private final List<Bundle> bundles = new ArrayList<>();

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
        demands = trees.demands(tree).orElse(null);
        bundle();
        classifies = !stage.results().isEmpty();
        stage.results().forEach(r -> r.when().in(name).ifPresent(w -> classes.add(new Class(r.name(), trees.part(w)))));
    }

    private void bundle() {
        List<Probe> sure = new ArrayList<>();
        tree.sure(Truths.UNMET, sure);
        for (int from = 0; from + 1 < sure.size(); from += Bundle.MOST) {
            bundles.add(new Bundle(sure.subList(from, Math.min(sure.size(), from + Bundle.MOST))));
        }
    }

    /** Fills a finding; {@code outcome} stays null where the stage is not asked. */
    void judge(Hearing hearing, Finding out) {
        if (!inForce) {
            out.outcome = Outcome.NOT_IN_FORCE;
        } else if (given == null) {
            asked(hearing, out);
        } else {
            gated(given, hearing, out);
        }
    }

    /** Whether the stage is asked of a subject at all comes first; while that is open, nothing else of it is worth a question. */
    private void gated(Part gate, Hearing hearing, Finding out) {
        byte truth = gate.truth(hearing);
        if (truth == Truths.MET) {
            asked(hearing, out);
        } else if (truth != Truths.UNMET) {
            demand(gate, truth, hearing, out);
        }
    }

    /** Is it unknown whether the stage is asked at all? */
    boolean gateOpen(Hearing hearing) {
        return given != null && given.truth(hearing) == Truths.UNKNOWN;
    }

    private void asked(Hearing hearing, Finding out) {
        if (informs) {
            out.outcome = Outcome.INFORMATION;
        } else if (classifies) {
            classify(hearing, out);
        } else {
            demand(hearing, out);
        }
    }

    private void demand(Hearing hearing, Finding out) {
        int answer = demands == null ? 0 : hearing.ask(demands);
        if (demands != null && demands.several(answer)) {
            out.outcome = Outcome.INELIGIBLE;
            demands.blame(answer, out.decisive);
            return;
        }
        if (demands != null) {
            hearing.told(demands.sure());
        } else {
            bundles.forEach(hearing::ask);
        }
        demand(tree, tree.truth(hearing), hearing, out);
    }

    private void demand(Part demanded, byte truth, Hearing hearing, Finding out) {
        out.outcome = switch (truth) {
            case Truths.MET -> unconfirmed ? Outcome.REVIEW : Outcome.ELIGIBLE;
            case Truths.UNMET -> Outcome.INELIGIBLE;
            case Truths.UNKNOWN -> Outcome.INCOMPLETE;
            default -> Outcome.REVIEW;
        };
        if (truth == Truths.UNMET) {
            demanded.blame(hearing, Truths.UNMET, out.decisive);
            relax(hearing, out);
        } else if (truth == Truths.UNKNOWN) {
            demanded.missing(hearing, out.missing);
        }
    }

    /** Takes every decisive part to be the other way round, one at a time. */
    private void relax(Hearing hearing, Finding out) {
        if (tree instanceof Group group && group.failsTwice(hearing)) {
            return;
        }
        for (int w = 0; w < out.decisive.length; w++) {
            for (long word = out.decisive[w]; word != 0; word &= word - 1) {
                int part = (w << 6) + Long.numberOfTrailingZeros(word);
                hearing.turned = part;
                byte truth = tree.truth(hearing);
                if (truth == Truths.UNKNOWN) {
                    Bits.set(out.opening, part);
                } else if (truth != Truths.UNMET) {
                    Bits.set(out.passing, part);
                }
            }
        }
        hearing.turned = Hearing.NONE;
    }

    private void classify(Hearing hearing, Finding out) {
        Class first = null;
        byte firstTruth = Truths.UNMET;
        boolean silent = false;
        for (Class c : classes) {
            byte truth = c.when.truth(hearing);
            if (truth == Truths.UNMET) {
                continue;
            }
            first = first == null ? c : first;
            firstTruth = first == c ? truth : firstTruth;
            silent |= truth == Truths.UNKNOWN;
            c.when.missing(hearing, out.missing);
            out.possible.add(c.name);
            if (truth == Truths.MET) {
                break;
            }
        }
        classified(first, firstTruth, silent, out);
    }

    private void classified(@Nullable Class first, byte truth, boolean silent, Finding out) {
        if (first == null) {
            out.outcome = Outcome.INELIGIBLE;
        } else if (truth == Truths.MET) {
            out.outcome = unconfirmed ? Outcome.REVIEW : Outcome.RESULT;
            out.result = first.name;
            out.possible.clear();
        } else {
            out.outcome = silent ? Outcome.INCOMPLETE : Outcome.REVIEW;
        }
        if (out.outcome != Outcome.INCOMPLETE) {
            Bits.clear(out.missing);
        }
    }
}
