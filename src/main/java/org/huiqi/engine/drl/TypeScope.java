package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.engine.condition.Ref;
import org.huiqi.engine.condition.Scope;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Fields;

/** The words on one fact type: its fields, {@code asOf}, and one step behind each reference. */
final class TypeScope implements Scope {
    private final FactType type;
    private final Map<String, FactType> references = new LinkedHashMap<>();

    /** {@code sheetOver}: the type a sheet is about; ignored for other kinds. */
    TypeScope(FactType type, Dictionary dictionary, Optional<FactType> sheetOver) {
        this.type = type;
        if (type.kind() != FactType.Kind.ENTERPRISE && type.kind() != FactType.Kind.TABLE) {
            references.put("enterprise", dictionary.enterprise());
        }
        type.lookups().forEach(l -> dictionary.find(l.table()).ifPresent(t -> references.put(l.name(), t)));
        sheetOver.ifPresent(over -> references.put(over.referenceName(), over));
        if (type.kind() == FactType.Kind.SHEET) {
            references.put("previous", type);
        }
    }

    @Override
    public Optional<Ref> find(String owner, String name) {
        FactType declaring = owner.isEmpty() ? type : references.get(owner);
        if (declaring == null) {
            return Optional.empty();
        }
        if (name.equals(Fields.AS_OF.name()) && (owner.isEmpty() || owner.equals("enterprise"))) {
            return Optional.of(new Ref(owner, declaring.name(), Fields.AS_OF, true));
        }
        return declaring.find(name).map(f -> new Ref(owner, declaring.name(), f, false));
    }

    @Override
    public Collection<String> words() {
        List<String> words =
                new ArrayList<>(type.fields().stream().map(Field::name).toList());
        references.forEach((name, target) -> target.fields().forEach(f -> words.add(name + "." + f.name())));
        return words;
    }

    @Override
    public boolean hasPrevious() {
        return type.kind() == FactType.Kind.SHEET;
    }
}
