package org.huiqi.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.profile.FactType;

/** A dated table a clause refers to. */
public record Table(FactType type, List<Row> rows) {

    /**
     * One row.
     *
     * @param from first day, or the earliest
     * @param to last day, or the latest
     * @param cells by field name; an empty cell is absent
     */
    public record Row(String key, LocalDate from, LocalDate to, Map<String, Object> cells) {}

    public Table {
        rows = List.copyOf(rows);
    }

    public Optional<Row> find(String key, LocalDate asOf) {
        return rows.stream()
                .filter(r -> r.key().equals(key) && !asOf.isBefore(r.from()) && !asOf.isAfter(r.to()))
                .findFirst();
    }
}
