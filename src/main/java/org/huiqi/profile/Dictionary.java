package org.huiqi.profile;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Every word a rule may use, as declared in {@code facts.drl}. */
public record Dictionary(List<FactType> types) {
    public static final String ENTERPRISE = "Enterprise";

    public Dictionary {
        types = List.copyOf(types);
    }

    public FactType enterprise() {
        return get(ENTERPRISE);
    }

    public Optional<FactType> find(String type) {
        for (FactType declared : types) {
            if (declared.name().equals(type)) {
                return Optional.of(declared);
            }
        }
        return Optional.empty();
    }

    public FactType get(String type) {
        return find(type).orElseThrow(() -> new NoSuchElementException("no fact type " + type));
    }

    public List<FactType> repeated() {
        return types.stream().filter(t -> t.kind() == FactType.Kind.REPEATED).toList();
    }
}
