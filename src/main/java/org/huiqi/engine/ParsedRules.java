package org.huiqi.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.profile.Dictionary;

/**
 * Everything the DRL and CSV files of a pack say, checked but not compiled.
 *
 * @param criteria in file order, policies in alphabetical order
 * @param atoms by fact type, each list in the order of {@link Atom#index()}
 */
public record ParsedRules(
        String digest,
        Dictionary dictionary,
        List<Criterion> criteria,
        List<Sheet> sheets,
        Map<String, List<Atom>> atoms,
        Map<String, Table> tables) {

    public ParsedRules {
        criteria = List.copyOf(criteria);
        sheets = List.copyOf(sheets);
        atoms = new LinkedHashMap<>(atoms);
        tables = new LinkedHashMap<>(tables);
    }

    public List<Atom> atomsOf(String type) {
        return atoms.getOrDefault(type, List.of());
    }

    public Optional<Sheet> findSheet(String name) {
        return sheets.stream().filter(s -> s.type().name().equals(name)).findFirst();
    }
}
