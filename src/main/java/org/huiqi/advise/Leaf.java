package org.huiqi.advise;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.huiqi.assess.Assessor;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Form;
import org.huiqi.engine.Law;
import org.huiqi.engine.condition.Bounds;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.FactType;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** What can come of one open criterion while some fields never will be answered. Not thread-safe. */
final class Leaf {
    private static final int MOST_CORNERS = 4;
    private final Assessor assessor;
    private final Position now;
    private Optional<Scene> scene = Optional.empty();

    Leaf(Assessor assessor, Position now) {
        this.assessor = assessor;
        this.now = now;
    }

    Assessor assessor() {
        return assessor;
    }

    Set<Truth> reachable(Finding finding, Verdict verdict) {
        Set<String> useful = useful(finding, verdict);
        if (useful.isEmpty()) {
            return EnumSet.of(Truth.UNKNOWN);
        }
        Set<Truth> reachable = EnumSet.of(Truth.UNKNOWN, Truth.UNMET);
        Criterion criterion = assessor.book().getCriterion(finding.criterion());
        if (!(criterion.form() instanceof Form.OnFact f) || stuck(f, verdict).isEmpty()) {
            reachable.add(Truth.MET);
        }
        return reachable;
    }

    /** The missing fields of those tests that can still be decided. */
    Set<String> useful(Finding finding, Verdict verdict) {
        Set<String> useful = new LinkedHashSet<>(finding.missing());
        boolean untouched = !useful.removeAll(now.skipped());
        Form form = assessor.book().getCriterion(finding.criterion()).form();
        if (!untouched && form instanceof Form.OnFact f) {
            Set<String> helped = new HashSet<>();
            f.atoms().stream()
                    .filter(a -> !stuck(f, verdict).contains(a))
                    .forEach(a -> helped.addAll(paths(a, verdict)));
            Set<String> lost = new HashSet<>();
            stuck(f, verdict).forEach(a -> lost.addAll(paths(a, verdict)));
            lost.removeAll(helped);
            useful.removeAll(lost);
        }
        return useful;
    }

    /** Tests that wait for a skipped field whatever else is answered. */
    private List<Atom> stuck(Form.OnFact form, Verdict verdict) {
        return form.atoms().stream().filter(a -> stuck(a, verdict)).toList();
    }

    private boolean stuck(Atom atom, Verdict verdict) {
        Optional<Fact> fact = fact(atom, verdict);
        List<Ref> silent = fact.map(f -> unanswered(atom, f)).orElse(List.of());
        List<Ref> skipped =
                silent.stream().filter(r -> skipped(r, atom, verdict)).toList();
        return !skipped.isEmpty()
                && fact.filter(f -> corner(atom, f, silent, skipped)).isEmpty();
    }

    /** Do some values of the fields that can be asked decide the test, wherever the skipped ones lie within their bounds? */
    private boolean corner(Atom atom, Fact fact, List<Ref> silent, List<Ref> skipped) {
        List<Ref> free = silent.stream().filter(r -> !skipped.contains(r)).toList();
        return free.size() <= MOST_CORNERS && corner(atom, r -> range(r, fact), new ArrayList<>(free));
    }

    private static boolean corner(Atom atom, Function<Ref, Interval> range, List<Ref> free) {
        if (free.isEmpty()) {
            return Bounds.decide(atom.condition(), range).decided();
        }
        Ref ref = free.remove(0);
        boolean decided = Corners.of(ref.field())
                .anyMatch(v -> corner(
                        atom, r -> Figures.same(r, ref) ? Interval.point(v) : range.apply(r), new ArrayList<>(free)));
        return decided;
    }

    private Interval range(Ref ref, Fact fact) {
        return scene().law()
                .find(ref, fact)
                .filter(v -> v instanceof Number)
                .map(v -> Interval.point(new java.math.BigDecimal(v.toString())))
                .orElseGet(() -> new Interval(ref.field().min(), ref.field().max()));
    }

    private List<Ref> unanswered(Atom atom, Fact fact) {
        return atom.reads().stream()
                .filter(r -> scene().law().find(r, fact).isEmpty())
                .toList();
    }

    private boolean skipped(Ref ref, Atom atom, Verdict verdict) {
        if (ref.field().derived()) {
            return false; // its classification may do without what was skipped
        }
        return fact(atom, verdict)
                .map(f -> scene().law().missing(List.of(ref), type(atom), f))
                .filter(paths -> !paths.isEmpty() && now.skipped().containsAll(paths))
                .isPresent();
    }

    private List<String> paths(Atom atom, Verdict verdict) {
        return fact(atom, verdict)
                .map(f -> scene().law().missing(atom.reads(), type(atom), f))
                .orElse(List.of());
    }

    private FactType type(Atom atom) {
        return assessor.book().dictionary().get(atom.type());
    }

    private Optional<Fact> fact(Atom atom, Verdict verdict) {
        OptionalInt index = scene().index(verdict.subjectType(), verdict.subject());
        if (index.isEmpty()) {
            return Optional.empty();
        }
        Law.Subject subject = new Law.Subject(verdict.subjectType(), index.getAsInt(), verdict.subject());
        List<Fact> elements = scene().elements(atom.type());
        int element = Law.element(atom.type(), subject);
        return element < elements.size() ? Optional.of(elements.get(element)) : Optional.empty();
    }

    private Scene scene() {
        Scene made = scene.orElseGet(() -> new Scene(assessor, now.profile(), now.asOf()));
        scene = Optional.of(made);
        return made;
    }
}
