package org.huiqi.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Entry;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Profile;
import org.jspecify.annotations.Nullable;

/** One profile as facts, built once and tested by both evaluators. Not thread-safe while it is being built, then read-only. */
public final class Facts {
    private final CompiledRules compiled;
    private final Profile profile;
    private final LocalDate asOf;
    private final Fact enterprise;
    private final Map<String, List<Fact>> lists = new LinkedHashMap<>();
    private final Fact @Nullable [][] tested;
    private final Map<String, List<String>> missingBehind = new LinkedHashMap<>();
    private final Map<String, List<String>> possible = new LinkedHashMap<>();

    private Facts(CompiledRules compiled, Fact enterprise, LocalDate asOf) {
        this.compiled = compiled;
        this.profile = new Profile(Optional.of(asOf), Entry.EMPTY, Map.of(), List.of());
        this.asOf = asOf;
        this.enterprise = enterprise;
        this.lists.put(Dictionary.ENTERPRISE, List.of(enterprise));
        this.tested = new Fact[0][];
    }

    /** What somebody else filled, without lists and without a profile: enough for sheets about the enterprise. */
    public static Facts ofEnterprise(CompiledRules compiled, Fact enterprise, LocalDate asOf) {
        return new Facts(compiled, enterprise, asOf);
    }

    private Facts(CompiledRules compiled, Profile profile, LocalDate asOf) {
        this.compiled = compiled;
        this.profile = profile;
        this.asOf = asOf;
        this.enterprise = fact(compiled.rules().dictionary().enterprise(), profile.enterprise());
        this.lists.put(Dictionary.ENTERPRISE, List.of(enterprise));
        for (FactType type : compiled.rules().dictionary().repeated()) {
            profile.findList(type.name())
                    .ifPresent(entries -> lists.put(
                            type.name(),
                            entries.stream().map(e -> fact(type, e)).toList()));
        }
        this.tested = compiled.rules().atoms().keySet().stream()
                .map(type -> find(type).map(list -> list.toArray(Fact[]::new)).orElse(null))
                .toArray(Fact[][]::new);
    }

    public static Facts of(CompiledRules compiled, Profile profile, LocalDate asOf) {
        return new Facts(compiled, profile, asOf);
    }

    private Fact fact(FactType type, Entry entry) {
        Fact fact = compiled.newFact(type.name());
        fact.key(entry.key());
        fact.setAsOf(asOf);
        entry.answers().forEach((name, value) -> fact.set(type.indexOf(name), value));
        if (type.kind() == FactType.Kind.REPEATED) {
            fact.refer("enterprise", enterprise);
        }
        type.lookups().forEach(l -> row(type, l, fact).ifPresent(row -> fact.refer(l.name(), row)));
        return fact;
    }

    private Optional<Fact> row(FactType type, FactType.Lookup lookup, Fact fact) {
        Object key = fact.get(type.indexOf(lookup.by()));
        Table table = compiled.rules().tables().get(lookup.table());
        return key == null || table == null
                ? Optional.empty()
                : table.find(key.toString(), asOf).map(r -> row(table, r));
    }

    private Fact row(Table table, Table.Row row) {
        Fact fact = compiled.newFact(table.type().name());
        fact.setAsOf(asOf);
        row.cells().forEach((name, value) -> fact.set(table.type().indexOf(name), value));
        return fact;
    }

    /** Fills a derived field of the enterprise with the result of its classification. */
    public void derive(String field, Object value) {
        enterprise.set(compiled.rules().dictionary().enterprise().indexOf(field), value);
    }

    /** Remembers what an open derived field of the enterprise can still become (empty: anything) and what keeps it open. */
    public void open(String field, List<String> results, List<String> paths) {
        possible.put(field, List.copyOf(results));
        missingBehind.put(field, List.copyOf(paths));
    }

    /** The results a derived field can still have; empty if nothing is known of it, or if it has one. */
    public List<String> possible(String field) {
        return possible.getOrDefault(field, List.of());
    }

    /** What a user can answer instead of a derived field. */
    public List<String> missingBehind(String field) {
        return missingBehind.getOrDefault(field, List.of());
    }

    public Profile profile() {
        return profile;
    }

    public LocalDate asOf() {
        return asOf;
    }

    public Fact enterprise() {
        return enterprise;
    }

    /** The elements of a repeated type, or the enterprise alone; empty if the list was never answered. */
    public Optional<List<Fact>> find(String type) {
        return Optional.ofNullable(lists.get(type));
    }

    /** The same by position of the type among those that have atoms; null for a list that was never answered. */
    public Fact @Nullable [] tested(int position) {
        return tested[position];
    }

    /** Every fact of the profile, the enterprise first. */
    public List<Fact> all() {
        List<Fact> all = new ArrayList<>();
        lists.values().forEach(all::addAll);
        return all;
    }
}
