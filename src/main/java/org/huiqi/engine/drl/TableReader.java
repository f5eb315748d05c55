package org.huiqi.engine.drl;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    TableReader(FactType type, Complaints complaints) {
        this.type = type;
        this.complaints = complaints;
    }

    Table read(String csv) {
        List<Table.Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            boolean first = true;
            for (NamedCsvRecord line : reader) {
                if (first) {
                    checkHeader(line.getHeader());
                    first = false;
                }
                rows.add(row(line));
            }
        } catch (CsvParseException | java.io.IOException e) {
            complaints.add(1, "not CSV: " + e.getMessage(), "");
        }
        checkOverlaps(rows);
        return new Table(type, rows);
    }

    private void checkHeader(List<String> header) {
        List<String> known =
                new ArrayList<>(type.fields().stream().map(Field::name).toList());
        known.forEach(name -> {
            if (!header.contains(name)) {
                complaints.add(1, "column '" + name + "' is missing.", Nearest.maybe(name, header));
            }
        });
        known.addAll(List.of(FROM, TO));
        header.stream()
                .filter(h -> !known.contains(h))
                .forEach(h -> complaints.add(1, "unknown column '" + h + "'.", Nearest.maybe(h, known)));
    }

    private Table.Row row(NamedCsvRecord line) {
        int number = (int) line.getStartingLineNumber();
        Map<String, Object> cells = new HashMap<>();
        for (Field field : type.fields()) {
            Optional<String> written = line.findField(field.name()).filter(c -> !c.isBlank());
            written.map(w -> ValueReader.read(field, w, field.name())).ifPresent(reading -> {
                reading.value().ifPresent(v -> cells.put(field.name(), v));
                reading.problem()
                        .ifPresent(p -> complaints.add(
                                number, p.message().en() + ".", p.remedy().en()));
            });
        }
        String key =
                type.key().isEmpty() ? "" : String.valueOf(cells.get(type.key().get(0)));
        return new Table.Row(
                key, date(line, FROM, LocalDate.MIN, number), date(line, TO, LocalDate.MAX, number), cells);
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

    private void checkOverlaps(List<Table.Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                Table.Row a = rows.get(i);
                Table.Row b = rows.get(j);
                if (a.key().equals(b.key())
                        && !a.from().isAfter(b.to())
                        && !b.from().isAfter(a.to())) {
                    complaints.add(
                            j + 2, "row '" + b.key() + "' overlaps line " + (i + 2) + ".", "Give them disjoint dates.");
                }
            }
        }
    }
}
