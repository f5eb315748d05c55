package org.huiqi.assess;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Law;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.Step;
import org.huiqi.engine.condition.Ref;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.policy.Stage;
import org.huiqi.profile.FactType;

/**
 * The fields a policy may ask for: what its criteria, scores, editions and amounts read. A row of a table stands for the field it is found by,
 * a result of a classification for what the classification asks.
 */
public final class Questions {
    private final RuleBook book;
    private final Set<Question> asked = new LinkedHashSet<>();

    private Questions(RuleBook book) {
        this.book = book;
    }

    /** A field of a fact type. */
    public record Question(String type, String field) {}

    public static Set<Question> of(RuleBook book, String policy) {
        Questions questions = new Questions(book);
        book.findPolicy(policy).ifPresent(questions::policy);
        return questions.asked;
    }

    private void policy(Policy policy) {
        policy.stages().values().forEach(s -> stage(policy, s));
        book.criteriaOf(policy.id()).stream()
                .flatMap(c -> Law.atoms(c.form()).stream())
                .forEach(this::atom);
        book.rules().sheets().stream()
                .filter(s -> s.policy().equals(policy.id()))
                .forEach(this::sheet);
    }

    private void stage(Policy policy, Stage stage) {
        Stream<Score> scores = CrossCheck.requirements(stage).flatMap(Requirement::scores);
        scores.flatMap(Score::fields).forEach(f -> named(stage.subject(), f));
        policy.editionsOf(stage.name()).forEach(e -> e.key().keySet().forEach(k -> named(stage.subject(), k)));
    }

    /** A field named without its type: the subject's own, else the enterprise's. */
    private void named(String subject, String field) {
        Optional<FactType> own =
                book.dictionary().find(subject).filter(t -> t.find(field).isPresent());
        field(own.orElseGet(book.dictionary()::enterprise), field);
    }

    private void atom(Atom atom) {
        atom.reads().forEach(r -> ref(atom.type(), r));
    }

    private void sheet(Sheet sheet) {
        for (Step step : sheet.steps()) {
            step.atoms().forEach(this::atom);
            step.expression()
                    .refs()
                    .filter(r -> !r.given())
                    .forEach(r -> ref(sheet.type().name(), r));
        }
        Stream.of(sheet.by(), sheet.order()).filter(f -> !f.isEmpty()).forEach(f -> named(sheet.over(), f));
    }

    private void ref(String type, Ref ref) {
        Optional<FactType> own = book.dictionary().find(type);
        Optional<FactType.Lookup> lookup = own.stream()
                .flatMap(t -> t.lookups().stream())
                .filter(l -> l.name().equals(ref.owner()))
                .findFirst();
        lookup.ifPresentOrElse(
                l -> field(own.orElseThrow(), l.by()),
                () -> book.dictionary()
                        .find(ref.owner().isEmpty() ? type : ref.type())
                        .ifPresent(t -> field(t, ref.field().name())));
    }

    private void field(FactType type, String name) {
        String from = type.find(name).map(f -> f.from()).orElse("");
        boolean table = type.kind() == FactType.Kind.TABLE;
        if (!from.isEmpty()) {
            book.findPolicy(from).ifPresent(this::policy);
        } else if (!table && type.find(name).isPresent()) {
            Stream.concat(type.key().stream(), Stream.of(name)).forEach(f -> asked.add(new Question(type.name(), f)));
        }
    }
}
