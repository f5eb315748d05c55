package org.huiqi.screen.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Form;
import org.huiqi.engine.Law;
import org.huiqi.engine.Points;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.policy.Stage;
import org.huiqi.profile.Dictionary;

/** Turns requirement trees of one stage into code. Criteria and scores are numbered in the order in which they first appear. */
final class TreeCompiler {
    private final Compiler compiler;
    private final Stage stage;
    private final List<String> numbers;

    TreeCompiler(Compiler compiler, Stage stage, List<String> numbers) {
        this.compiler = compiler;
        this.stage = stage;
        this.numbers = numbers;
    }

    Part part(Requirement requirement) {
        if (requirement instanceof Requirement.One one) {
            return leaf(one.criterion());
        }
        if (requirement instanceof Requirement.Group group) {
            List<Part> parts = group.parts().stream().map(this::part).toList();
            return Group.of(group.join(), group.count(), parts, compiler.space().size());
        }
        if (requirement instanceof Requirement.Branch branch) {
            return branch(branch);
        }
        return requirement instanceof Requirement.Scored scored
                ? total(scored.score())
                : part(((Requirement.Scoped) requirement).inner());
    }

    private Part branch(Requirement.Branch branch) {
        Part condition = part(branch.condition());
        Part then = part(branch.then());
        return new Branch(condition, then, branch.otherwise().map(this::part).orElse(null));
    }

    private int number(String id) {
        if (!numbers.contains(id)) {
            numbers.add(id);
        }
        return numbers.indexOf(id);
    }

    private Part leaf(String id) {
        Criterion criterion = compiler.book().getCriterion(id);
        int number = number(id);
        List<AtomCode> atoms =
                Law.atoms(criterion.form()).stream().map(compiler::code).toList();
        AtomCode[] code = atoms.toArray(AtomCode[]::new);
        Form form = criterion.form();
        if (form instanceof Form.Judged) {
            return new Constant(Truths.REVIEW, Bits.of(compiler.space().size()));
        }
        if (form instanceof Form.OnFact f && f.type().equals(Dictionary.ENTERPRISE)) {
            return Leaf.hopeless(atoms)
                    ? hopeless(atoms)
                    : code.length == 1 ? new Leaf.OfEnterprise(number, code[0]) : new Leaf.Conjunction(number, code);
        }
        return elements(number, code, form);
    }

    private Part hopeless(List<AtomCode> atoms) {
        long[] fields = Bits.of(compiler.space().size());
        atoms.forEach(a -> a.reads(fields));
        return new Constant(Truths.UNKNOWN, fields);
    }

    private Part elements(int number, AtomCode[] atoms, Form form) {
        if (form instanceof Form.OnFact f) {
            return elements(number, atoms, f.type(), Leaf.OfElements.OWN);
        }
        if (form instanceof Form.Quantified q) {
            Leaf.OfElements.Fold exists = Leaf.OfElements::exists;
            Leaf.OfElements.Fold not = (scene, leaf) -> Truths.not(Leaf.OfElements.exists(scene, leaf));
            return elements(number, atoms, q.type(), q.negated() ? not : exists);
        }
        Form.Count c = (Form.Count) form;
        return elements(number, atoms, c.type(), (s, leaf) -> Leaf.OfElements.count(s, leaf, c.operator(), c.bound()));
    }

    private Part elements(int number, AtomCode[] atoms, String type, Leaf.OfElements.Fold fold) {
        int list = compiler.space().list(type);
        if (compiler.space().given(type)) {
            return new Leaf.OfElements(number, atoms, compiler.position(type), list, fold);
        }
        long[] fields = Bits.of(compiler.space().size());
        Bits.set(fields, list);
        return new Constant(Truths.UNKNOWN, fields);
    }

    private Part total(Score score) {
        int number = number(score.id());
        Total.Section[] sections = score.sections().stream().map(this::section).toArray(Total.Section[]::new);
        return new Total(number, Compiler.millionths(score.threshold()), score.strict(), sections);
    }

    private Total.Section section(Score.Section section) {
        long cap = section.cap().map(Compiler::millionths).orElse(Long.MAX_VALUE);
        return new Total.Section(cap, section.items().stream().map(this::item).toArray(Total.Item[]::new));
    }

    private Total.Item item(Score.Item item) {
        if (item instanceof Score.Item.OfField of) {
            SubjectField field = compiler.field(stage, of.field());
            return new Total.Given(
                    field,
                    Compiler.millionths(
                            java.util.Objects.requireNonNull(field.field().min())),
                    Compiler.millionths(
                            java.util.Objects.requireNonNull(field.field().max())),
                    field.field().reviewer());
        }
        Score.Item.Best best = (Score.Item.Best) item;
        Points[] worth = best.criteria().stream()
                .map(id -> compiler.book().findCriterion(id).flatMap(Criterion::points))
                .map(Optional::orElseThrow)
                .toArray(Points[]::new);
        return new Total.Best(
                best.criteria().stream().map(this::leaf).toArray(Part[]::new),
                Arrays.stream(worth)
                        .mapToLong(p -> Compiler.millionths(p.low()))
                        .toArray(),
                Arrays.stream(worth)
                        .mapToLong(p -> Compiler.millionths(p.high()))
                        .toArray(),
                Compiler.millionths(best.atLeast()));
    }
}
