package org.huiqi.screen.judge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
    private final Map<Requirement, Part> parts = new HashMap<>();
    private final Map<String, Part> leaves = new HashMap<>();

    TreeCompiler(Compiler compiler, Stage stage, List<String> numbers) {
        this.compiler = compiler;
        this.stage = stage;
        this.numbers = numbers;
    }

    /** Equal requirements, as editions often have, are one part. */
    Part part(Requirement requirement) {
        Part known = parts.get(requirement);
        if (known == null) {
            known = make(requirement);
            parts.put(requirement, known);
        }
        return known;
    }

    private Part make(Requirement requirement) {
        if (requirement instanceof Requirement.One one) {
            return leaf(one.criterion());
        }
        if (requirement instanceof Requirement.Group group) {
            List<Part> parts = group.parts().stream().map(this::part).toList();
            return Group.of(group.join(), group.count(), parts);
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

    /** Every criterion is one part, however often it stands in the trees. */
    private Part leaf(String id) {
        Part known = leaves.get(id);
        if (known == null) {
            known = leaf(number(id), claim(id));
            leaves.put(id, known);
        }
        return known;
    }

    private Part leaf(int number, Claim claim) {
        return claim instanceof Claim.Fixed fixed ? fixed.constant() : new Leaf(number, claim);
    }

    private Claim claim(String id) {
        Form form = compiler.book().getCriterion(id).form();
        AtomCode[] atoms = Law.atoms(form).stream().map(compiler::code).toArray(AtomCode[]::new);
        if (form instanceof Form.Judged) {
            return new Claim.Fixed(new Constant(Truths.REVIEW, IntStream.empty()));
        }
        if (form instanceof Form.OnFact f && f.type().equals(Dictionary.ENTERPRISE)) {
            return hopeless(atoms) ? silent(atoms) : new Claim.OfEnterprise(atoms);
        }
        return elements(atoms, form);
    }

    /** Can no row of this list decide it? */
    private static boolean hopeless(AtomCode[] atoms) {
        return atoms.length > 0 && Arrays.stream(atoms).allMatch(AtomCode::hopeless);
    }

    private Claim silent(AtomCode[] atoms) {
        return new Claim.Fixed(new Constant(Truths.UNKNOWN, Arrays.stream(atoms).flatMapToInt(AtomCode::reads)));
    }

    private Claim elements(AtomCode[] atoms, Form form) {
        if (form instanceof Form.OnFact f) {
            return elements(atoms, f.type(), ElementClaim.OWN);
        }
        if (form instanceof Form.Quantified q) {
            ElementClaim.Fold exists = ElementClaim::exists;
            ElementClaim.Fold not = (scene, claim) -> Truths.not(ElementClaim.exists(scene, claim));
            return elements(atoms, q.type(), q.negated() ? not : exists);
        }
        Form.Count c = (Form.Count) form;
        return elements(atoms, c.type(), (s, claim) -> ElementClaim.count(s, claim, c.operator(), c.bound()));
    }

    private Claim elements(AtomCode[] atoms, String type, ElementClaim.Fold fold) {
        int list = compiler.space().list(type);
        if (compiler.space().given(type)) {
            return new ElementClaim(atoms, compiler.position(type), list, fold);
        }
        return new Claim.Fixed(new Constant(Truths.UNKNOWN, IntStream.of(list)));
    }

    private Part total(Score score) {
        int number = number(score.id());
        long unit = unit(score);
        ScoreSum.Section[] sections =
                score.sections().stream().map(s -> section(s, unit)).toArray(ScoreSum.Section[]::new);
        long threshold = Compiler.millionths(score.threshold());
        long least = score.strict() ? Math.floorDiv(threshold, unit) + 1 : -Math.floorDiv(-threshold, unit);
        return new Total(number, new ScoreSum(least, sections, compiler.space().size()));
    }

    /** The most millionths of a point of which all amounts are multiples. */
    private long unit(Score score) {
        long all = score.sections().stream()
                .flatMapToLong(s -> LongStream.concat(
                        s.cap().stream().mapToLong(Compiler::millionths),
                        s.items().stream().flatMapToLong(this::amounts)))
                .reduce(0, TreeCompiler::divisor);
        return Math.max(1, all);
    }

    private LongStream amounts(Score.Item item) {
        if (item instanceof Score.Item.Best best) {
            return LongStream.concat(
                    LongStream.of(Compiler.millionths(best.atLeast())),
                    worth(best).stream()
                            .flatMap(p -> Stream.of(p.low(), p.high()))
                            .mapToLong(Compiler::millionths));
        }
        SubjectField given = given((Score.Item.OfField) item);
        return given.possible() ? LongStream.of(1) : LongStream.of(least(given), most(given));
    }

    private static long divisor(long a, long b) {
        return b == 0 ? Math.abs(a) : divisor(b, a % b);
    }

    private ScoreSum.Section section(Score.Section section, long unit) {
        long cap = section.cap().map(c -> Compiler.millionths(c) / unit).orElse(ScoreSum.UNLIMITED);
        return new ScoreSum.Section(
                cap, section.items().stream().map(i -> item(i, unit)).toArray(ScoreSum.Item[]::new));
    }

    private ScoreSum.Item item(Score.Item item, long unit) {
        if (item instanceof Score.Item.Best best) {
            return best(best, unit);
        }
        SubjectField field = given((Score.Item.OfField) item);
        return new ScoreSum.Given(
                field,
                least(field) / unit,
                most(field) / unit,
                unit,
                field.field().reviewer());
    }

    private SubjectField given(Score.Item.OfField item) {
        return compiler.field(stage, item.field());
    }

    private static long least(SubjectField given) {
        return Compiler.millionths(Objects.requireNonNull(given.field().min()));
    }

    private static long most(SubjectField given) {
        return Compiler.millionths(Objects.requireNonNull(given.field().max()));
    }

    private List<Points> worth(Score.Item.Best best) {
        return best.criteria().stream()
                .map(id -> compiler.book().findCriterion(id).flatMap(Criterion::points))
                .map(Optional::orElseThrow)
                .toList();
    }

    private BestOf best(Score.Item.Best best, long unit) {
        List<Points> worth = worth(best);
        return new BestOf(
                best.criteria().stream().map(this::claim).toArray(Claim[]::new),
                best.criteria().stream().mapToInt(this::number).toArray(),
                worth.stream()
                        .mapToLong(p -> Compiler.millionths(p.low()) / unit)
                        .toArray(),
                worth.stream()
                        .mapToLong(p -> Compiler.millionths(p.high()) / unit)
                        .toArray(),
                Compiler.millionths(best.atLeast()) / unit);
    }
}
