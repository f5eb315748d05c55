package org.huiqi.engine.drl;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.engine.Table;
import org.huiqi.problem.Nearest;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.ValueReader;

/** Reads the CSV file behind a table type. */
final class TableReader {
    private static final String FROM = "validFrom";
    private static final String TO = "validTo";
    private final FactType type;
    private final Complaints complaints;

    /** A row and where it stands. */
    private record Placed(Table.Row row, int line) {}

    TableReader(FactType type, Complaints complaints) {
        this.type = type;
        this.complaints = complaints;
    }

    Table read(String csv) {
        List<Placed> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord line : reader) {
                if (rows.isEmpty()) {
                    checkHeader(line.getHeader());
                }
                int number = (int) line.getStartingLineNumber();
                rows.add(new Placed(row(line, number), number));
            }
            if (rows.isEmpty()) {
                complaints.add(1, "a table without rows.", "Write a line of column names, then one line a row.");
            }
        } catch (CsvParseException | IOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            complaints.add(1, "not CSV: " + cause.getMessage(), "Check commas and quotes.");
        }
        checkOverlaps(rows);
        return new Table(type, rows.stream().map(Placed::row).toList());
    }

    private void checkHeader(List<String> header) {
        List<String> known =
                new ArrayList<>(type.fields().stream().map(Field::name).toList());
        known.stream().filter(name -> !header.contains(name)).forEach(name -> {
            String maybe = Nearest.maybe(name, header);
            complaints.add(1, "column '" + name + "' is missing.", maybe.isEmpty() ? "Add it." : maybe);
        });
        known.addAll(List.of(FROM, TO));
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!known.contains(name)) {
                complaints.add(1, "unknown column '" + name + "'.", Nearest.maybe(name, known));
            } else if (!seen.add(name)) {
                complaints.add(1, "column '" + name + "' stands twice.", "Keep one.");
            }
        }
    }

    private Table.Row row(NamedCsvRecord line, int number) {
        if (line.getFieldCount() != line.getHeader().size()) {
            complaints.add(
                    number,
                    line.getFieldCount() + " cells under " + line.getHeader().size() + " columns.",
                    "Give every line as many cells as there are columns; quote cells that hold a comma.");
        }
        Map<String, Object> cells = new HashMap<>();
        type.fields().forEach(field -> cell(field, line, number).ifPresent(v -> cells.put(field.name(), v)));
        String key = type.key().isEmpty()
                ? ""
                : String.valueOf(cells.getOrDefault(type.key().get(0), ""));
        if (key.isEmpty()) {
            complaints.add(number, "a row without a key.", "Fill the column '" + String.join(",", type.key()) + "'.");
        }
        LocalDate from = date(line, FROM, LocalDate.MIN, number);
        LocalDate to = date(line, TO, LocalDate.MAX, number);
        if (from.isAfter(to)) {
            complaints.add(number, "a row that ends before it begins.", "Exchange validFrom and validTo.");
        }
        return new Table.Row(key, from, to, cells);
    }

    private Optional<Object> cell(Field field, NamedCsvRecord line, int number) {
        Optional<String> written = line.findField(field.name()).filter(c -> !c.isBlank());
        Optional<ValueReader.Reading> reading = written.map(w -> ValueReader.read(field, w, field.name()));
        reading.flatMap(ValueReader.Reading::problem)
                .ifPresent(p -> complaints.add(
                        number,
                        field.name() + ": " + p.message().en() + ".",
                        p.remedy().en()));
        return reading.flatMap(ValueReader.Reading::value);
    }

    private LocalDate date(NamedCsvRecord line, String column, LocalDate otherwise, int number) {
        Optional<String> written = line.findField(column).filter(c -> !c.isBlank());
        try {
            return written.map(LocalDate::parse).orElse(otherwise);
        } catch (DateTimeException e) {
            complaints.add(number, "'" + written.orElse("") + "' is not a date.", "Write 2025-03-31.");
            return otherwise;
        }
    }

    private void checkOverlaps(List<Placed> rows) {
        Map<String, List<Placed>> byKey = new HashMap<>();
        for (Placed row : rows) {
            List<Placed> before = byKey.computeIfAbsent(row.row().key(), k -> new ArrayList<>());
            before.stream()
                    .filter(other -> overlap(other.row(), row.row()))
                    .findFirst()
                    .ifPresent(other -> complaints.add(
                            row.line(),
                            "row '" + row.row().key() + "' overlaps line " + other.line() + ".",
                            "Give them disjoint dates."));
            before.add(row);
        }
    }

    private static boolean overlap(Table.Row a, Table.Row b) {
        return !a.from().isAfter(b.to()) && !b.from().isAfter(a.to());
    }
}
