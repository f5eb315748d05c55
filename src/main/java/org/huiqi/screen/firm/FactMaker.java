package org.huiqi.screen.firm;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Table;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.jspecify.annotations.Nullable;

/** Makes facts of one day, with the rows of tables they lead to; each row is made once. Not thread-safe. */
final class FactMaker {
    private final CompiledRules compiled;
    private final LocalDate asOf;
    private final Map<String, Map<String, Optional<Fact>>> rows = new HashMap<>();

    FactMaker(CompiledRules compiled, LocalDate asOf) {
        this.compiled = compiled;
        this.asOf = asOf;
    }

    Fact blank(FactType type) {
        Fact fact = compiled.newFact(type.name());
        fact.setAsOf(asOf);
        return fact;
    }

    Fact fact(FactType type, Entry entry) {
        Fact fact = blank(type);
        fact.key(entry.key());
        entry.answers().forEach((name, value) -> fact.set(type.indexOf(name), value));
        lookUp(type, fact);
        return fact;
    }

    /** Leads a fact to the rows of tables that its answers name. */
    void lookUp(FactType type, Fact fact) {
        for (FactType.Lookup lookup : type.lookups()) {
            Object key = fact.get(type.indexOf(lookup.by()));
            fact.refer(lookup.name(), key == null ? null : row(lookup.table(), key.toString()));
        }
    }

    private @Nullable Fact row(String table, String key) {
        return rows.computeIfAbsent(table, t -> new HashMap<>())
                .computeIfAbsent(key, k -> make(table, k))
                .orElse(null);
    }

    private Optional<Fact> make(String name, String key) {
        Table table = compiled.rules().tables().get(name);
        return table == null ? Optional.empty() : table.find(key, asOf).map(r -> make(table, r));
    }

    private Fact make(Table table, Table.Row row) {
        Fact fact = blank(table.type());
        row.cells().forEach((name, value) -> fact.set(table.type().indexOf(name), value));
        return fact;
    }
}
