package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.Step;
import org.huiqi.engine.condition.Scope;
import org.huiqi.problem.Nearest;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;

/** Reads the sheets of one {@code amount.drl} with the steps that fill them. */
final class SheetReader {
    private final String policy;
    private final Dictionary dictionary;
    private final AtomPool pool;
    private final Complaints complaints;

    SheetReader(String policy, Dictionary dictionary, AtomPool pool, Complaints complaints) {
        this.policy = policy;
        this.dictionary = dictionary;
        this.pool = pool;
        this.complaints = complaints;
    }

    List<Sheet> read(DrlFile file, String text, Set<String> tableTypes) {
        Map<String, FactType> types = new LinkedHashMap<>();
        Map<String, TypeDeclarationDescr> declared = new LinkedHashMap<>();
        Map<String, Scope> scopes = new LinkedHashMap<>();
        DeclarationReader reader = new DeclarationReader(text, true, complaints);
        for (TypeDeclarationDescr descr : file.descr().getTypeDeclarations()) {
            FactType type = reader.read(descr, tableTypes);
            Optional<FactType> over = over(descr);
            over.ifPresent(o -> check(type, o, descr));
            types.put(type.name(), type);
            declared.put(type.name(), descr);
            scopes.put(type.name(), new TypeScope(type, dictionary, over));
        }
        StepReader reading = new StepReader(policy, types, scopes, pool, complaints);
        List<Step> steps = new ArrayList<>();
        file.descr().getRules().forEach(r -> reading.read(r).ifPresent(steps::add));
        return types.values().stream()
                .map(type -> sheet(type, declared.get(type.name()), steps))
                .toList();
    }

    private Optional<FactType> over(TypeDeclarationDescr descr) {
        String name = text(descr, "sheet");
        Optional<FactType> over = dictionary.find(name).filter(t -> t.kind() != FactType.Kind.TABLE);
        if (over.isEmpty() && !name.isEmpty()) {
            complaints.add(
                    descr.getLine(),
                    descr.getTypeName() + " is the sheet of the unknown type '" + name + "'.",
                    "Write @sheet(\"Enterprise\") or another fact type.");
        }
        return over;
    }

    private void check(FactType type, FactType over, TypeDeclarationDescr descr) {
        if (type.find(over.referenceName()).isPresent()) {
            complaints.add(
                    descr.getLine(),
                    "the figure '" + over.referenceName() + "' has the name of what the sheet is about.",
                    "Give it a name of its own.");
        }
        Optional<Field> order = chained(text(descr, "order"), "@order", over, descr);
        if (order.isPresent() && !order.get().month() && order.get().type() != FieldType.INTEGER) {
            complaints.add(
                    descr.getLine(),
                    "@order(\"" + order.get().name() + "\") is neither a month nor an Integer.",
                    "Only those have a next one.");
        }
        chained(text(descr, "by"), "@by", over, descr);
        if (order.isPresent() && !Set.of(text(descr, "by"), order.get().name()).containsAll(over.key())) {
            complaints.add(
                    descr.getLine(),
                    "two sheets can have the same @by and @order, since " + over.name() + " is told apart by "
                            + over.key() + ".",
                    "Name all its key fields there.");
        }
        if (!text(descr, "by").isEmpty() && text(descr, "order").isEmpty()) {
            complaints.add(
                    descr.getLine(), "@by without @order.", "Say by what the sheets of one column follow each other.");
        }
    }

    private Optional<Field> chained(String name, String annotation, FactType over, TypeDeclarationDescr descr) {
        Optional<Field> field = over.find(name);
        if (!name.isEmpty() && field.isEmpty()) {
            List<String> known = over.fields().stream().map(Field::name).toList();
            complaints.add(
                    descr.getLine(),
                    annotation + " names the unknown field '" + name + "' of " + over.name() + ".",
                    Nearest.maybe(name, known));
        }
        return field;
    }

    private Sheet sheet(FactType type, TypeDeclarationDescr descr, List<Step> steps) {
        List<Step> own =
                steps.stream().filter(s -> s.sheet().equals(type.name())).toList();
        type.fields().stream()
                .filter(f -> !f.name().equals(Sheet.ENTITLED)
                        && own.stream().noneMatch(s -> s.target().equals(f.name())))
                .forEach(f -> complaints.add(
                        descr.getLine(),
                        "no step fills the figure '" + f.name() + "'.",
                        "Add one, or remove the figure."));
        return new Sheet(
                policy,
                type,
                text(descr, "sheet"),
                text(descr, "by"),
                text(descr, "order"),
                StepOrder.sorted(own, complaints));
    }

    private static String text(TypeDeclarationDescr descr, String annotation) {
        return DrlFile.text(descr.getAnnotations(), annotation).orElse("");
    }
}
